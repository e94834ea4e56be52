package dev.winnow.normalize;

import dev.winnow.document.LineFeeds;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that was wrapped at a fixed column, with that column.
 *
 * <p>A program that wraps fills each line: the first word of the next one would not have fitted. A person who ends a line for
 * another reason hardly ever leaves exactly that little room. So the column is the one that explains most breaks, and the text
 * counts as wrapped when it explains nearly all breaks inside paragraphs. A page may also have stacks of short lines above and
 * below its paragraphs (headline, byline, date; a list of other headlines): where blank lines part them from the paragraphs,
 * it is enough that far more paragraphs are wrapped than lines are stacked.
 *
 * <p>Most breaks must be amid sentences, which a small letter behind them shows. Where a script has none, sentences that end inside
 * of lines do: those of verse and lists of headlines end with the line. Chinese and Japanese are measured in columns, two for a
 * character, as a line may end behind each.
 */
final class WrappedLines {

    /** Wrap columns seen in mail, manuals and plain-text books lie between these. */
    static final int NARROWEST = 55;

    static final int WIDEST = 90;

    /** The same for Chinese and Japanese, and their shortest full line. */
    private static final int NARROWEST_WIDE = 36;

    private static final int SHORTEST_WIDE = 30;

    /** A line that ends with a divided word may be this much shorter than the column allows. */
    private static final int SYLLABLE = 8;

    /** A line shorter than this is not full, however long the next word. */
    static final int SHORTEST = NARROWEST - 15;

    /** Wrapping by hand, or a hyphen put behind the column, lets a line run over by this much. */
    private static final int OVERRUN = 4;

    /** A longer line runs over every column. */
    static final int LONGEST = WIDEST + OVERRUN;

    private static final double EXPLAINED = 0.8;
    private static final double AMID_SENTENCE = 0.6;
    private static final double LOWER_CASE = 0.4;
    private static final double TOO_LONG = 0.05;

    /** Lines with the end of a sentence inside, where a script has no small letters. */
    private static final double SENTENCES = 0.2;

    /** Pages with less full lines than these have more stacked lines than paragraphs. */
    private static final double FULL_AT_LEAST = 0.3;

    /** Wrapped paragraphs for each stack of short lines; fewer could be verse with a few long lines. */
    private static final int PARAGRAPHS_A_STACK = 2;

    /** Words up to this length may be tied to the next one by a no-break space, which is an ordinary space by now. */
    private static final int TIED = 3;

    /**
     * One line.
     *
     * @param start first unit
     * @param textStart first unit that is no white space; the end for a blank line
     * @param end first unit of the line end
     * @param firstWord length of the first word
     * @param firstWords length of the first words up to one that is too long to be tied to the next
     * @param length in columns
     */
    record Line(int start, int textStart, int end, int firstWord, int firstWords, int length) {

        boolean isBlank() {
            return textStart == end;
        }

        int indent() {
            return textStart - start;
        }
    }

    private final String text;
    private final List<Line> lines;
    private final int column;
    private final boolean blankLines;
    private final boolean wide;

    /** @param column the most units a full line has */
    WrappedLines(String text, List<Line> lines, int column, boolean blankLines, boolean wide) {
        this.text = text;
        this.lines = lines;
        this.column = column;
        this.blankLines = blankLines;
        this.wide = wide;
    }

    /** The lines, or null if the text does not look wrapped. */
    static @Nullable WrappedLines find(String text) {
        List<Line> lines = split(text);
        boolean wide = isWide(text, lines);
        int narrowest = wide ? NARROWEST_WIDE : NARROWEST;
        int[] explained = new int[WIDEST + 2];
        int blank = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line line = lines.get(i);
            Line next = lines.get(i + 1);
            blank += line.isBlank() ? 1 : 0;
            if (line.length() < shortest(wide) || next.isBlank() || line.length() > WIDEST) {
                continue;
            }
            boolean divided = text.charAt(line.end() - 1) == '-';
            int needed = line.length() + joint(text, line, next) + next.firstWord() + (divided ? SYLLABLE : 0);
            for (int c = Math.max(narrowest, line.length()); c < Math.min(WIDEST + 1, needed); c++) {
                explained[c]++;
            }
        }
        int best = narrowest;
        for (int c = narrowest; c <= WIDEST; c++) {
            if (explained[c] > explained[best]) {
                best = c;
            }
        }
        if (explained[best] < Unwrap.FEWEST_LOWER_CASE) {
            return null;
        }
        WrappedLines wrapped = new WrappedLines(text, lines, best, blank > 0, wide);
        return wrapped.isConvincing() ? wrapped : null;
    }

    /** Whether most lines begin with characters that need no spaces. */
    private static boolean isWide(String text, List<Line> lines) {
        int all = 0;
        int begun = 0;
        for (Line line : lines) {
            all += line.isBlank() ? 0 : 1;
            begun += !line.isBlank() && Characters.isWide(text.codePointAt(line.textStart())) ? 1 : 0;
        }
        return 2 * begun > all;
    }

    private static int shortest(boolean wide) {
        return wide ? SHORTEST_WIDE : SHORTEST;
    }

    /** The columns of the space that a break stands for. */
    private static int joint(String text, Line line, Line next) {
        return Characters.standTogether(text.codePointBefore(line.end()), text.codePointAt(next.textStart())) ? 0 : 1;
    }

    private static List<Line> split(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            lines.add(line(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    /** @param end first unit of the line end; white space before it is not part of the line */
    static Line line(String text, int start, int end) {
        int textStart = textStart(text, start, end);
        int textEnd = end;
        while (textEnd > textStart && isSpace(text.charAt(textEnd - 1))) {
            textEnd--;
        }
        int word = wordEnd(text, textStart, textEnd);
        int words = word;
        for (int from = textStart; words < textEnd && words - from <= TIED; ) {
            from = words + 1;
            words = wordEnd(text, from, textEnd);
        }
        return new Line(
                start,
                textStart,
                textEnd,
                Wide.columns(text, textStart, word),
                Wide.columns(text, textStart, words),
                Wide.columns(text, start, textEnd));
    }

    /** End of what no line end may part: a word, or one character with the marks around it. */
    private static int wordEnd(String text, int from, int end) {
        int at = from;
        while (at < end && Wide.isOpening(text.charAt(at))) {
            at++;
        }
        if (at < end && Characters.isWide(text.codePointAt(at))) {
            at++;
            while (at < end && Wide.isClosing(text.charAt(at))) {
                at++;
            }
            return at;
        }
        while (at < end && !isSpace(text.charAt(at)) && !Characters.isWide(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u00A0';
    }

    /** What the breaks of some lines show. */
    private static final class Tally {
        private int full;
        private int early;
        private int amid;
        private int lower;
        /** Between letters that know no case. */
        private int caseless;
        /** Lines in which a sentence ends before they do. */
        private int sentences;

        void add(Tally other) {
            full += other.full;
            early += other.early;
            amid += other.amid;
            lower += other.lower;
            caseless += other.caseless;
            sentences += other.sentences;
        }

        boolean isConvincing() {
            return full >= (lower == full || caseless == full ? Unwrap.FEWEST_LOWER_CASE : Unwrap.FEWEST_BREAKS)
                    && full >= EXPLAINED * (full + early)
                    && amid >= AMID_SENTENCE * full
                    && (lower >= LOWER_CASE * full
                            || caseless >= AMID_SENTENCE * full && sentences >= Math.max(1, SENTENCES * full));
        }
    }

    private boolean isConvincing() {
        Tally all = new Tally();
        Tally paragraphs = new Tally();
        Tally block = new Tally();
        int wrapped = 0;
        int stacks = 0;
        int tooLong = 0;
        int filled = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.isBlank()) {
                filled++;
                if (line.length() > column + OVERRUN) {
                    tooLong++;
                } else if (!endsBlock(i)) {
                    count(i, block);
                    continue;
                }
            }
            all.add(block);
            if (block.early > 0) {
                stacks++;
            } else if (block.full > 0) {
                wrapped++;
                paragraphs.add(block);
            }
            block = new Tally();
        }
        boolean parted = wrapped >= PARAGRAPHS_A_STACK * stacks && paragraphs.isConvincing();
        return tooLong <= TOO_LONG * filled && (all.isConvincing() || parted);
    }

    /** Whether a paragraph ends with the line: above a blank line or, on a page without any, where a sentence ends early. */
    private boolean endsBlock(int index) {
        return index + 1 == lines.size()
                || lines.get(index + 1).isBlank()
                || !blankLines && Unwrap.endsSentence(text, lines.get(index)) && !isStrictBreak(index);
    }

    private void count(int index, Tally tally) {
        boolean ends = Unwrap.endsSentence(text, lines.get(index));
        Line next = lines.get(index + 1);
        if (isStrictBreak(index)) {
            tally.full++;
            tally.amid += ends ? 0 : 1;
            tally.lower += Character.isLowerCase(text.charAt(next.textStart())) ? 1 : 0;
            tally.caseless += !ends && isCaseless(text.codePointAt(next.textStart())) ? 1 : 0;
            tally.sentences += Unwrap.holdsSentenceEnd(text, lines.get(index)) ? 1 : 0;
        } else if (!ends && !isTiedBreak(index) && !Unwrap.startsItem(text, next)) {
            // Broken early amid a sentence: verse, a list, an address, a heading.
            tally.early++;
        }
    }

    /** Letters without case, of scripts of which it is known how lines are joined. */
    static boolean isCaseless(int codePoint) {
        if (codePoint < 0x590) {
            return false;
        }
        return Characters.isWide(codePoint)
                || codePoint < 0xE00 && Character.getType(codePoint) == Character.OTHER_LETTER;
    }

    /** Whether a line may be a full one of Chinese or Japanese. */
    static boolean isFullWide(String text, int start, int end) {
        int units = end - start;
        return 2 * units >= SHORTEST_WIDE && units <= LONGEST && Characters.isWide(text.charAt(start));
    }

    /** Whether a line of this length, white space at its end included, may be a full one. */
    static boolean isFullLength(int length) {
        return length >= SHORTEST && length <= LONGEST;
    }

    /**
     * Whether a quick look leaves open that a text is wrapped.
     *
     * @param full lines of a length that may be full
     * @param longer lines longer than that
     * @param all lines that are not empty
     */
    static boolean mayBeWrapped(String text, LineFeeds feeds, int full, int longer, int all) {
        if (full < Unwrap.FEWEST_LOWER_CASE || longer > TOO_LONG * all) {
            return false;
        }
        int goingOn = 0;
        int early = 0;
        boolean afterFull = false;
        for (int line = 0; line < feeds.lines(); line++) {
            int start = feeds.start(line);
            int end = feeds.end(line);
            int textStart = textStart(text, start, end);
            if (textStart < end) {
                char first = text.charAt(textStart);
                goingOn += afterFull && (Character.isLowerCase(first) || isCaseless(first)) ? 1 : 0;
                afterFull = isFullLength(end - start);
                early += end - start < SHORTEST && endsAmidWords(text, end) ? 1 : 0;
            }
        }
        return goingOn >= LOWER_CASE * Unwrap.FEWEST_BREAKS && full >= FULL_AT_LEAST * (full + early);
    }

    /** The first unit of a line that is no white space; its end if there is none. */
    private static int textStart(String text, int start, int end) {
        int at = start;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a line ends with a letter and the next begins with one that is no marker of a list. */
    private static boolean endsAmidWords(String text, int lineEnd) {
        return lineEnd + 2 < text.length()
                && isAsciiLetter(text.charAt(lineEnd - 1))
                && isAsciiLetter(text.charAt(lineEnd + 1))
                && text.charAt(lineEnd + 2) != ')';
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
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
        return isStrictBreak(index) || isTiedBreak(index);
    }

    private boolean isStrictBreak(int index) {
        Line line = lines.get(index);
        Line next = lines.get(index + 1);
        if (line.length() < shortest(wide) || next.isBlank() || line.length() > column + OVERRUN) {
            return false;
        }
        int needed = line.length() + joint(text, line, next) + next.firstWord();
        if (needed > column) {
            return true;
        }
        boolean divided = text.charAt(line.end() - 1) == '-' && Character.isLetter(text.charAt(next.textStart()));
        return divided && needed + SYLLABLE > column;
    }

    /** Whether short words at the beginning of the next line would not have fitted together with the word they are tied to. */
    private boolean isTiedBreak(int index) {
        Line line = lines.get(index);
        Line next = lines.get(index + 1);
        return line.length() >= SHORTEST
                && !next.isBlank()
                && line.length() <= column
                && next.firstWord() <= TIED
                && line.length() + 1 + next.firstWords() > column
                && Character.isLowerCase(text.charAt(next.textStart()))
                && !Unwrap.endsSentence(text, line);
    }
}
