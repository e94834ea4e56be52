package dev.winnow.normalize;

import dev.winnow.document.LineFeeds;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that was wrapped at a fixed column, and that column.
 *
 * <p>A wrapping program fills each line: the first word of the next line would not have fitted. A person who ends a line for
 * another reason hardly ever leaves exactly that little room. So the column is the one that explains most breaks. The text
 * counts as wrapped when the column explains nearly all breaks inside paragraphs. A page may also have stacks of short lines
 * above and below its paragraphs (headline, byline, date; a list of other headlines). Where blank lines separate them from the
 * paragraphs, it is enough that there are far more wrapped paragraphs than stacks.
 *
 * <p>Most breaks must fall inside a sentence; a small letter after the break shows this. In scripts without case, sentences
 * that end inside lines show it, because in verse and in lists of headlines sentences end with the line. Chinese and Japanese
 * are measured in columns, two per character, because a line may end after any character.
 */
final class WrappedLines {

    /** Smallest and largest wrap column seen in mail, manuals and plain-text books. */
    static final int NARROWEST = 55;

    static final int WIDEST = 90;

    /** Smallest wrap column and shortest full line of Chinese and Japanese, in columns. */
    private static final int NARROWEST_WIDE = 36;

    private static final int SHORTEST_WIDE = 30;

    /** A line that ends with a divided word may be shorter than the column by this much. */
    private static final int SYLLABLE = 8;

    /** Minimum length of a full line, whatever the length of the next word. */
    static final int SHORTEST = NARROWEST - 15;

    /** Number of columns by which a line may be longer than the column: wrapping by hand, or a hyphen added after the column. */
    private static final int OVERRUN = 4;

    /** Maximum length of a line. A longer one exceeds every column. */
    static final int LONGEST = WIDEST + OVERRUN;

    private static final double EXPLAINED = 0.8;
    private static final double AMID_SENTENCE = 0.6;
    private static final double LOWER_CASE = 0.4;
    private static final double TOO_LONG = 0.05;

    /** Minimum share of full lines that hold the end of a sentence, for scripts without case. */
    private static final double SENTENCES = 0.2;

    /** Minimum share of full lines among full lines and lines broken early. Below it a page has more stacks than paragraphs. */
    private static final double FULL_AT_LEAST = 0.3;

    /** Minimum number of wrapped paragraphs per stack of short lines. Fewer could be verse with a few long lines. */
    private static final int PARAGRAPHS_A_STACK = 2;

    /** Maximum length of a word that a no-break space may tie to the next word. An earlier step made it a plain space. */
    private static final int TIED = 3;

    /**
     * One line.
     *
     * @param start offset of the first unit
     * @param textStart offset of the first unit that is not white space; {@code end} for a blank line
     * @param end offset of the first unit after the text of the line
     * @param firstWord length of the first word, in columns
     * @param firstWords length of the first words, in columns, up to the first word that is too long to be tied to the next
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

    /**
     * @param column maximum length of a full line, in columns
     */
    WrappedLines(String text, List<Line> lines, int column, boolean blankLines, boolean wide) {
        this.text = text;
        this.lines = lines;
        this.column = column;
        this.blankLines = blankLines;
        this.wide = wide;
    }

    /** Returns the lines, or null if the text does not look wrapped. */
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

    /** Whether most lines begin with a Chinese or Japanese character. */
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

    /** Number of columns of the space that a break replaced: 0 or 1. */
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

    /**
     * @param end offset of the line end; white space before it does not belong to the line
     */
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

    /** End of the first unbreakable unit: a word, or one wide character with the marks around it. */
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

    /** Counts of the breaks of some lines. */
    private static final class Tally {
        private int full;
        private int early;
        private int amid;
        private int lower;
        /** Full lines inside a sentence whose next line begins with a letter without case. */
        private int caseless;
        /** Full lines that hold the end of a sentence before their own end. */
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

    /**
     * Whether a paragraph ends with the line: before a blank line; on a page without blank lines, where a sentence ends early.
     */
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
            // Broken early inside a sentence: verse, a list, a postal address, a heading.
            tally.early++;
        }
    }

    /** Whether the character is a letter without case, of a script for which Winnow knows how to join lines. */
    static boolean isCaseless(int codePoint) {
        if (codePoint < 0x590) {
            return false;
        }
        return Characters.isWide(codePoint)
                || codePoint < 0xE00 && Character.getType(codePoint) == Character.OTHER_LETTER;
    }

    /** Whether a line may be a full line of Chinese or Japanese. */
    static boolean isFullWide(String text, int start, int end) {
        int units = end - start;
        return 2 * units >= SHORTEST_WIDE && units <= LONGEST && Characters.isWide(text.charAt(start));
    }

    /** Whether a line of this length may be full. White space at its end counts. */
    static boolean isFullLength(int length) {
        return length >= SHORTEST && length <= LONGEST;
    }

    /**
     * Quick check: false if the text cannot be wrapped.
     *
     * @param full number of lines whose length may be full
     * @param longer number of longer lines
     * @param all number of lines that are not empty
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

    /** Offset of the first unit of a line that is not white space; its end if there is none. */
    private static int textStart(String text, int start, int end) {
        int at = start;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a line ends with a letter and the next begins with a letter that is not a list marker. */
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

    /** Maximum length of a full line, in columns. */
    int column() {
        return column;
    }

    /** Whether blank lines stand between paragraphs. */
    boolean hasBlankLines() {
        return blankLines;
    }

    /** Whether the line is full: the first word of the next line would not have fitted on it. */
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

    /** Whether a short word at the beginning of the next line would not have fitted together with the word it is tied to. */
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
