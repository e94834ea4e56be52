package dev.winnow.document;

import java.util.List;

/**
 * A normalised text, cut into lines.
 *
 * @param text the text with the way back to its source
 * @param lines its non-blank lines, in order
 */
public record Page(TrackedText text, List<Line> lines) {

    /** Units of a line with its feed, on average over news pages. */
    private static final int USUAL_LINE = 40;

    public Page {
        lines = Lines.copyOf(lines);
    }

    /** Cuts at line feeds; white space around a line is not part of it. */
    public static Page of(TrackedText tracked) {
        String text = tracked.text();
        Lines lines = new Lines(text.length() / USUAL_LINE + 8);
        boolean blank = true;
        boolean spaced = false;
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            int from = at;
            int to = end;
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                if (blank && !spaced && !lines.isEmpty()) {
                    // The first blank line between others; from here on it says something that there is none.
                    spaced = true;
                    lines.glue();
                }
                lines.append(new Line(text, lines.size(), from, to, spaced && !blank));
            }
            blank = from == to;
            at = end + 1;
        }
        return new Page(tracked, lines);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c < ' ' || c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
