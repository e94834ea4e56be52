package dev.winnow.render;

import org.jspecify.annotations.Nullable;

/**
 * Puts XML 1.0 together in a buffer. What XML cannot hold (most controls, surrogates without their other half, U+FFFE, U+FFFF)
 * becomes U+FFFD and is counted. Names of elements and attributes are the caller's, known to be ASCII. Not thread-safe.
 */
final class XmlOut {

    private final Utf8Buffer out;
    private long replaced;

    XmlOut(Utf8Buffer out) {
        this.out = out;
    }

    /** How many characters XML could not hold. */
    long replaced() {
        return replaced;
    }

    /** Markup as it stands, ASCII. */
    XmlOut raw(String markup) {
        out.ascii(markup);
        return this;
    }

    /**
     * A start tag.
     *
     * @param attributes names and values in turn; one whose value is null is left out
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

    /** An element with text; nothing where the text is null. */
    XmlOut element(String element, @Nullable String text, @Nullable String... attributes) {
        return text == null ? this : open(element, attributes).text(text).close(element);
    }

    /** An element with text on a line of its own; nothing where the text is null. */
    XmlOut line(String element, @Nullable String text, @Nullable String... attributes) {
        return text == null ? this : element(element, text, attributes).raw("\n");
    }

    XmlOut text(String text) {
        return characters(text, 0, text.length(), false);
    }

    /** Text in which a line break is one, and not the white space that readers of XML make of it. */
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

    /** What stands for a unit that cannot stand for itself; null for one that can. */
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
