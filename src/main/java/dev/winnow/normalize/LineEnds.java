package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * Replaces every line end by a line feed: CR, CRLF, NEL, line and paragraph separator, vertical tab, form feed. A NEL (0x85)
 * that is clearly the ellipsis of Windows-1252 stays for the step {@code controls}.
 */
final class LineEnds implements TriggeredStep {

    private static final char NEL = '\u0085';

    @Override
    public String name() {
        return "line-ends";
    }

    @Override
    public int triggers() {
        return Census.LINE_END;
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        boolean asked = false;
        boolean windows = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\r' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                        edits.remove(i, i + 1, "carriage return before a line feed");
                    } else {
                        edits.replace(i, i + 1, "\n", "carriage return");
                    }
                }
                case '\u000B', '\f' -> edits.replace(i, i + 1, "\n", "vertical tab or form feed");
                case '\u2028', '\u2029' -> edits.replace(i, i + 1, "\n", "line or paragraph separator");
                case NEL -> {
                    if (!asked) {
                        asked = true;
                        windows = holdsOtherC1(text);
                    }
                    if (!windows && !standsAsEllipsis(text, i)) {
                        edits.replace(i, i + 1, "\n", "next-line control");
                    }
                }
                default -> {
                    // Not a line end.
                }
            }
        }
        return edits.done();
    }

    /** Whether other units of 0x80–0x9F occur. They show that Windows-1252 was read as ISO-8859-1. */
    private static boolean holdsOtherC1(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0080' && c <= '\u009F' && c != NEL) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAsEllipsis(String text, int at) {
        if (at == 0 || at + 1 == text.length() || Character.isWhitespace(text.charAt(at - 1))) {
            return false;
        }
        char next = text.charAt(at + 1);
        return next == ' ' || next == '\u00A0' || next == '\n' || ",.;:!?)]\"'»”’".indexOf(next) >= 0;
    }
}
