package dev.winnow.source.html;

import dev.winnow.document.HeadValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Collects the metadata values of one page in a clean form. Not thread-safe. */
final class HeadValues {

    /** Pseudo-field: the name of an organization, which is not an author. */
    static final String ORGANIZATION = "organization";

    /** Pseudo-field: the text of a link to the home page, which is usually the site's name. */
    static final String HOME = "home";

    /** Pseudo-field: a visible heading. */
    static final String HEADING = "heading";

    /** Maximum length of a value. Longer ones are running text. */
    private static final int LONGEST = 5_000;

    private static final int MOST = 500;

    private final Set<HeadValue> values = new LinkedHashSet<>();

    /** Adds a value, unless it is empty. */
    void add(HeadValue value) {
        String text = plain(value.text());
        if (text == null || values.size() >= MOST) {
            return;
        }
        // A relative URL is no evidence about the URL of the page.
        if (!value.field().equals("url") || text.startsWith("http")) {
            values.add(new HeadValue(value.field(), text, value.evidence()));
        }
    }

    void add(String field, @Nullable String text, String evidence) {
        if (text != null) {
            add(new HeadValue(field, text, evidence));
        }
    }

    boolean has(String field) {
        return values.stream().anyMatch(value -> value.field().equals(field));
    }

    List<HeadValue> all() {
        return List.copyOf(values);
    }

    /** Removes white space around the text, and left-over markup and character references; returns null when empty. */
    @Nullable
    String plain(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        String plain = text;
        if (plain.indexOf('&') >= 0 && plain.indexOf(';') > 0) {
            plain = Parser.unescapeEntities(Parser.unescapeEntities(plain, false), false);
        }
        if (plain.indexOf('<') >= 0 && plain.indexOf('>') > 0) {
            plain = Jsoup.parse(plain).text();
        }
        plain = plain.strip();
        return plain.isEmpty() ? null : plain;
    }
}
