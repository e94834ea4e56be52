package dev.winnow.normalize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that was wrapped at a fixed column, with that column.
 *
 * <p>A program that wraps fills each line: the first word of the next one would not have fitted. A person who ends a line for
 * another reason hardly ever leaves exactly that little room. So the column is the one that explains most breaks, and the text
 * counts as wrapped when it explains nearly all breaks inside paragraphs.
 */
final class WrappedLines {

    /** Wrap columns seen in mail, manuals and plain-text books lie between these. */
    static final int NARROWEST = 55;

    static final int WIDEST = 90;

    /** A line that ends with a divided word may be this much shorter than the column allows. */
    private static final int SYLLABLE = 8;

    /** A line shorter than this is not full, however long the next word. */
    static final int SHORTEST = NARROWEST - 15;

    /** Wrapping by hand, or a hyphen put behind the column, lets a line run over by this much. */
    private static final int OVERRUN = 4;

    private static final double EXPLAINED = 0.8;
    private static final double AMID_SENTENCE = 0.6;
    private static final double LOWER_CASE = 0.4;
    private static final double TOO_LONG = 0.05;

    /**
     * One line.
     *
     * @param start first unit
     * @param textStart first unit that is no white space; the end for a blank line
     * @param end first unit of the line end
     * @param firstWord length of the first word
     */
    record Line(int start, int textStart, int end, int firstWord) {

        boolean isBlank() {
            return textStart == end;
        }

        int length() {
            return end - start;
        }

        int indent() {
            return textStart - start;
        }
    }

    private final String text;
    private final List<Line> lines;
    private final int column;
    private final boolean blankLines;

    private WrappedLines(String text, List<Line> lines, int column, boolean blankLines) {
        this.text = text;
        this.lines = lines;
        this.column = column;
        this.blankLines = blankLines;
    }

    /** The lines, or null if the text does not look wrapped. */
    static @Nullable WrappedLines find(String text) {
        List<Line> lines = split(text);
        int[] explained = new int[WIDEST + 2];
        int blank = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line line = lines.get(i);
            Line next = lines.get(i + 1);
            blank += line.isBlank() ? 1 : 0;
            if (line.length() < SHORTEST || next.isBlank() || line.length() > WIDEST) {
                continue;
            }
            boolean divided = text.charAt(line.end() - 1) == '-';
            int to = Math.min(WIDEST, line.length() + next.firstWord() + (divided ? SYLLABLE : 0));
            for (int c = Math.max(NARROWEST, line.length()); c <= to; c++) {
                explained[c]++;
            }
        }
        int best = NARROWEST;
        for (int c = NARROWEST; c <= WIDEST; c++) {
            if (explained[c] > explained[best]) {
                best = c;
            }
        }
        if (explained[best] < Unwrap.FEWEST_BREAKS) {
            return null;
        }
        WrappedLines wrapped = new WrappedLines(text, lines, best, blank > 0);
        return wrapped.isConvincing() ? wrapped : null;
    }

    private static List<Line> split(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            int textStart = start;
            while (textStart < end && isSpace(text.charAt(textStart))) {
                textStart++;
            }
            int textEnd = end;
            while (textEnd > textStart && isSpace(text.charAt(textEnd - 1))) {
                textEnd--;
            }
            int word = textStart;
            while (word < textEnd && !isSpace(text.charAt(word))) {
                word++;
            }
            lines.add(new Line(start, textStart, textEnd, word - textStart));
            start = end + 1;
        }
        return lines;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u00A0';
    }

    private boolean isConvincing() {
        int full = 0;
        int early = 0;
        int amid = 0;
        int lower = 0;
        int tooLong = 0;
        int filled = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            filled++;
            if (line.length() > column + OVERRUN) {
                tooLong++;
                continue;
            }
            if (i + 1 == lines.size() || lines.get(i + 1).isBlank()) {
                continue;
            }
            boolean ends = Unwrap.endsSentence(text, line);
            char first = text.charAt(lines.get(i + 1).textStart());
            if (isWrapBreak(i)) {
                full++;
                amid += ends ? 0 : 1;
                lower += Character.isLowerCase(first) ? 1 : 0;
            } else if (!ends && !Unwrap.startsItem(text, lines.get(i + 1))) {
                // Broken early amid a sentence: verse, a list, an address, a heading.
                early++;
            }
        }
        return full >= Unwrap.FEWEST_BREAKS
                && full >= EXPLAINED * (full + early)
                && amid >= AMID_SENTENCE * full
                && lower >= LOWER_CASE * full
                && tooLong <= TOO_LONG * filled;
    }

    /** Whether a line of this length, white space at its end included, may be a full one. */
    static boolean isFullLength(int length) {
        return length >= SHORTEST && length <= WIDEST + OVERRUN;
    }

    /**
     * Whether counts of lines leave open that a text is wrapped.
     *
     * @param full lines of a length that may be full
     * @param longer lines longer than that
     * @param early shorter lines that end amid a sentence
     * @param all lines that are not empty
     */
    static boolean mayBeWrapped(int full, int longer, int early, int all) {
        return full >= Unwrap.FEWEST_BREAKS && longer <= TOO_LONG * all && full >= EXPLAINED * (full + early);
    }

    int size() {
        return lines.size();
    }

    Line at(int index) {
        return lines.get(index);
    }

    /** The most units a full line has. */
    int column() {
        return column;
    }

    /** Whether blank lines stand between paragraphs. */
    boolean hasBlankLines() {
        return blankLines;
    }

    /** Whether the first word of the next line would not have fitted on this one. */
    boolean isWrapBreak(int index) {
        Line line = lines.get(index);
        Line next = lines.get(index + 1);
        if (line.length() < SHORTEST || next.isBlank() || line.length() > column + OVERRUN) {
            return false;
        }
        int needed = line.length() + 1 + next.firstWord();
        if (needed > column) {
            return true;
        }
        boolean divided = text.charAt(line.end() - 1) == '-' && Character.isLetter(text.charAt(next.textStart()));
        return divided && needed + SYLLABLE > column;
    }
}
