package dev.winnow.bench;

import dev.winnow.document.Article;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came out of a page, as a scorer reads it: {@code {"id", "text", "meta": {title, date, authors, site_name, lang}}}. */
final class Prediction {

    private Prediction() {}

    /** One JSON object, on one line. */
    static String of(String id, Article article) {
        StringBuilder json = new StringBuilder("{\"id\": ");
        string(json, id).append(", \"text\": ");
        string(json, article.text()).append(", \"meta\": {\"authors\": [");
        List<String> authors = article.metadata().authors();
        for (int i = 0; i < authors.size(); i++) {
            string(json.append(i == 0 ? "" : ", "), authors.get(i));
        }
        json.append(']');
        Map<String, String> values = new TreeMap<>();
        put(values, "title", article.metadata().title());
        put(values, "date", article.metadata().published());
        put(values, "site_name", article.metadata().siteName());
        put(values, "lang", article.metadata().language());
        values.forEach((name, value) -> string(json.append(", \"").append(name).append("\": "), value));
        return json.append("}}").toString();
    }

    private static void put(Map<String, String> values, String name, Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static StringBuilder string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
