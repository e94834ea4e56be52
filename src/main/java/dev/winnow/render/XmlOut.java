package dev.winnow.render;

import org.jspecify.annotations.Nullable;

/**
 * Writes XML 1.0 into a buffer. Characters that XML forbids (most controls, single surrogates, U+FFFE, U+FFFF) become U+FFFD
 * and are counted. Names of elements and attributes must be ASCII. Not thread-safe.
 */
final class XmlOut {

    private final Utf8Buffer out;
    private long replaced;

    XmlOut(Utf8Buffer out) {
        this.out = out;
    }

    /** Returns the number of characters that XML forbids and that were replaced. */
    long replaced() {
        return replaced;
    }

    /** Adds ASCII markup without escapes. */
    XmlOut raw(String markup) {
        out.ascii(markup);
        return this;
    }

    /**
     * Adds a start tag.
     *
     * @param attributes names and values, alternating; an attribute with a null value is left out
     */
    XmlOut open(String element, @Nullable String... attributes) {
        return tag(element, attributes).raw(">");
    }

    XmlOut close(String element) {
        return raw("</").raw(element).raw(">");
    }

    XmlOut empty(String element, @Nullable String... attributes) {
        return tag(element, attributes).raw("/>");
    }

    /** Adds an element with text; nothing if the text is null. */
    XmlOut element(String element, @Nullable String text, @Nullable String... attributes) {
        return text == null ? this : open(element, attributes).text(text).close(element);
    }

    /** Adds an element with text on a line of its own; nothing if the text is null. */
    XmlOut line(String element, @Nullable String text, @Nullable String... attributes) {
        return text == null ? this : element(element, text, attributes).raw("\n");
    }

    XmlOut text(String text) {
        return characters(text, 0, text.length(), false);
    }

    /** Adds text with line breaks as {@code <lb/>}: readers of XML treat a line feed as white space. */
    XmlOut lines(String text, int start, int end) {
        int at = start;
        for (int next = text.indexOf('\n', at); next >= 0 && next < end; next = text.indexOf('\n', at)) {
            characters(text, at, next, false).raw("<lb/>");
            at = next + 1;
        }
        return characters(text, at, end, false);
    }

    private XmlOut tag(String element, @Nullable String... attributes) {
        raw("<").raw(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                raw(" ").raw(String.valueOf(attributes[i])).raw("=\"");
                characters(value, 0, value.length(), true).raw("\"");
            }
        }
        return this;
    }

    private XmlOut characters(String text, int start, int end, boolean attribute) {
        int plain = start;
        for (int i = start; i < end; i++) {
            String instead = instead(text, i, end, attribute);
            if (instead != null) {
                out.text(text.substring(plain, i)).text(instead);
                plain = i + 1;
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        out.text(text.substring(plain, end));
        return this;
    }

    /** Returns the escape or the replacement of a UTF-16 unit; null if it is written unchanged. */
    private @Nullable String instead(String text, int index, int end, boolean attribute) {
        char c = text.charAt(index);
        if (c > '>' && c < Character.MIN_SURROGATE) {
            return null;
        }
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> attribute ? "&quot;" : null;
            case '\t' -> attribute ? "&#9;" : null;
            case '\n' -> attribute ? "&#10;" : null;
            case '\r' -> "&#13;";
            default -> isCharacter(text, index, end) ? null : replacement();
        };
    }

    private static boolean isCharacter(String text, int index, int end) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < end && Character.isLowSurrogate(text.charAt(index + 1));
        }
        return c >= ' ' && !Character.isLowSurrogate(c) && c < '\uFFFE';
    }

    private String replacement() {
        replaced++;
        return "\uFFFD";
    }
}
