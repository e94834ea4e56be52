package dev.winnow.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A normalised text, cut into lines.
 *
 * @param text the text with the way back to its source
 * @param lines its non-blank lines, in order
 */
public record Page(TrackedText text, List<Line> lines) {

    public Page {
        lines = Collections.unmodifiableList(lines);
    }

    /** Cuts at line feeds; white space around a line is not part of it. */
    public static Page of(TrackedText tracked) {
        String text = tracked.text();
        List<Line> lines = new ArrayList<>();
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
                String line = text.substring(from, to);
                lines.add(new Line(lines.size(), from, to, line, Shapes.of(line), !blank));
                spaced |= blank && lines.size() > 1;
            }
            blank = from == to;
            at = end + 1;
        }
        if (!spaced) {
            lines.replaceAll(
                    line -> new Line(line.index(), line.start(), line.end(), line.text(), line.shapes(), false));
        }
        return new Page(tracked, lines);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c < ' ' || c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
