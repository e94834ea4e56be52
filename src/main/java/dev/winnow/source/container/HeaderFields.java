package dev.winnow.source.container;

import java.util.Locale;

/**
 * Iterates over the fields of a header of mail, HTTP or WARC. After a first line of another form, each line is {@code Name:
 * value}. A line that begins with white space continues the line before. A line without a colon is skipped. Not thread-safe.
 */
final class HeaderFields {

    private final String header;
    private int at;
    private String name = "";
    private String value = "";

    HeaderFields(String header) {
        this.header = header;
        this.at = lineEnd(0);
    }

    /** Moves to the next field; returns false after the last. */
    boolean next() {
        while (at < header.length()) {
            int start = at;
            at = lineEnd(start);
            while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
                at = lineEnd(at);
            }
            int colon = header.indexOf(':', start);
            if (colon > start && colon < at) {
                name = header.substring(start, colon).strip().toLowerCase(Locale.ROOT);
                value = header.substring(colon + 1, at).strip();
                return true;
            }
        }
        return false;
    }

    /** Name of the current field, in lower case. */
    String name() {
        return name;
    }

    String value() {
        return value;
    }

    private int lineEnd(int from) {
        int feed = header.indexOf('\n', from);
        return feed < 0 ? header.length() : feed + 1;
    }
}
