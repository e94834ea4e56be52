package dev.winnow.report;

/** A page under way. Text is escaped, so that no document can put markup or script into it. Not thread-safe. */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup as it is; never anything that came from a document. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text between tags or in a quoted attribute. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isPrintable(text, i) ? c : '\uFFFD');
            }
        }
        return this;
    }

    /** HTML allows no control characters but white space, and no half of a surrogate pair. */
    private static boolean isPrintable(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == '\n' || c == '\t' || !Character.isISOControl(c) && c < '\uFFFE';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
