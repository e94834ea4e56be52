package dev.winnow.source.html;

import dev.winnow.document.HeadValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The values of one page's head, tidied. Not thread-safe. */
final class HeadValues {

    /** No field of an article: a name that is nobody's. */
    static final String ORGANIZATION = "organization";

    /** No field of an article: what leads to the site's first page, which is mostly its name. */
    static final String HOME = "home";

    /** No field of an article: a heading that the page shows. */
    static final String HEADING = "heading";

    /** A longer value is text, no fact about it. */
    private static final int LONGEST = 5_000;

    private static final int MOST = 500;

    private final Set<HeadValue> values = new LinkedHashSet<>();

    /** Takes a value, unless it says nothing. */
    void add(HeadValue value) {
        String text = plain(value.text());
        if (text == null || values.size() >= MOST) {
            return;
        }
        // An address that is none by itself says nothing about the page's.
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

    /** Without white space around it, and without the markup and references that some systems leave in; null when empty. */
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
