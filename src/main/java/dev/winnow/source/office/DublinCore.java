package dev.winnow.source.office;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a document, written as the head of an HTML page.
 *
 * @param created time of writing, ISO 8601
 * @param modified time of the last change, ISO 8601
 * @param issued time of publication or sending, ISO 8601
 * @param language language tag
 */
record DublinCore(
        @Nullable String title,
        List<String> creators,
        @Nullable String description,
        @Nullable String created,
        @Nullable String modified,
        @Nullable String issued,
        @Nullable String language) {

    private static final Pattern HEAD = Pattern.compile("<head(?:\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    /** Returns the names in a field that holds several, separated by semicolons. */
    static List<String> names(String field) {
        return Arrays.stream(field.split(";", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns a page with this head and a body. */
    String html(CharSequence body) {
        StringBuilder html = new StringBuilder(body.length() + 512);
        html.append("<!DOCTYPE html>\n<html");
        if (language != null) {
            html.append(" lang=\"").append(escaped(language)).append('"');
        }
        html.append(">\n<head>\n").append(elements()).append("</head>\n<body>\n");
        return html.append(body).append("\n</body>\n</html>\n").toString();
    }

    /**
     * Inserts the elements at the beginning of the head of an existing page. A page without a head becomes the body of a new
     * one.
     */
    String into(String page) {
        Matcher head = HEAD.matcher(page);
        return head.find()
                ? page.substring(0, head.end()) + "\n" + elements() + page.substring(head.end())
                : html(page);
    }

    private String elements() {
        StringBuilder head = new StringBuilder("<meta charset=\"utf-8\">\n");
        if (title != null && !title.isBlank()) {
            head.append("<title>").append(escaped(title.strip())).append("</title>\n");
        }
        meta("DC.title", title, head);
        creators.forEach(creator -> meta("DC.creator", creator, head));
        meta("DC.description", description, head);
        meta("dcterms.created", created, head);
        meta("dcterms.modified", modified, head);
        meta("dcterms.issued", issued, head);
        meta("DC.language", language, head);
        return head.toString();
    }

    private static void meta(String name, @Nullable String value, StringBuilder head) {
        if (value != null && !value.isBlank()) {
            head.append("<meta name=\"")
                    .append(name)
                    .append("\" content=\"")
                    .append(escaped(value.strip()))
                    .append("\">\n");
        }
    }

    /** Escapes text for use in an element, or in an attribute between double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
