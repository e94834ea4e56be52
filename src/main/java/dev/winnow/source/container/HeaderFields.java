package dev.winnow.source.container;

import java.util.Locale;

/**
 * The fields of a header as mail, HTTP and WARC write them: {@code Name: value} a line, after a first line of another form. A line
 * that begins with white space continues the one before; a line without a colon is passed over. Not thread-safe.
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

    /** Goes to the next field; false after the last. */
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

    /** In lower case. */
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
