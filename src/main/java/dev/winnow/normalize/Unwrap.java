package dev.winnow.normalize;

import dev.winnow.document.Edit;
import dev.winnow.normalize.WrappedLines.Line;
import dev.winnow.text.Characters;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins lines that a program broke at a fixed column, and the words that it divided there.
 *
 * <p>Works only where the whole document shows wrapping: many lines end where the next word would have passed the column
 * ({@link WrappedLines}), most of them inside a sentence. Then only those breaks are removed. Paragraph ends, headings, lists,
 * verse, postal addresses, and texts with one paragraph per line have no such breaks and stay.
 */
final class Unwrap implements TriggeredStep {

    /** Minimum number of breaks at one column. Fewer may be chance. */
    static final int FEWEST_BREAKS = 4;

    /** Minimum number of breaks if every next line begins in lower case. */
    static final int FEWEST_LOWER_CASE = 3;

    /** Some writers put a space between characters and words of other scripts, others do not. */
    private static final Pattern SPACE_BETWEEN_SCRIPTS = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}] [0-9A-Za-z]|[0-9A-Za-z] [\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private final HyphenWords known;

    Unwrap(HyphenWords known) {
        this.known = known;
    }

    @Override
    public String name() {
        return "unwrap";
    }

    @Override
    public int triggers() {
        return Census.WRAPPED;
    }

    @Override
    public List<Edit> edits(String text) {
        WrappedLines lines = WrappedLines.find(text);
        if (lines == null) {
            return List.of();
        }
        Hyphens hyphens = new Hyphens(text, lines, known);
        BitSet set = SetLines.of(text, lines);
        EditList edits = new EditList(text, this);
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line line = lines.at(i);
            Line next = lines.at(i + 1);
            if (lines.isWrapBreak(i) && !set.get(i) && mayJoin(text, line, next, lines.hasBlankLines())) {
                join(text, line, next, hyphens, edits);
            }
        }
        return edits.done();
    }

    private static void join(String text, Line line, Line next, Hyphens hyphens, EditList edits) {
        String why = "line broken at a fixed column";
        switch (hyphens.at(line.end(), next.textStart())) {
            case NONE -> fill(line.end(), next.textStart(), joint(text, line, next), why, edits);
            case KEEP -> edits.remove(line.end(), next.textStart(), why + " at a hyphen");
            case DROP -> edits.remove(line.end() - 1, next.textStart(), "word divided at the end of the line");
            case UNDECIDED -> {
                // The break stays: neither reading is certain.
            }
        }
    }

    private static void fill(int from, int to, String with, String why, EditList edits) {
        if (with.isEmpty()) {
            edits.remove(from, to, why);
        } else {
            edits.replace(from, to, with, why);
        }
    }

    /** Returns the text that replaces a line end: nothing between characters of scripts written without spaces, else a space. */
    static String joint(String text, Line line, Line next) {
        int before = text.codePointBefore(line.end());
        int behind = text.codePointAt(next.textStart());
        boolean mixed = Characters.isWide(before) != Characters.isWide(behind)
                && Character.isLetterOrDigit(before)
                && Character.isLetterOrDigit(behind);
        return Characters.standTogether(before, behind)
                        || mixed && !SPACE_BETWEEN_SCRIPTS.matcher(text).find()
                ? ""
                : " ";
    }

    /**
     * Whether two lines may be joined. Without blank lines between paragraphs, a full line that ends a sentence may also end a
     * paragraph.
     */
    private static boolean mayJoin(String text, Line line, Line next, boolean blankLines) {
        if (next.indent() > line.indent() || startsItem(text, next)) {
            return false;
        }
        return blankLines || !endsSentence(text, line) || Character.isLowerCase(text.charAt(next.textStart()));
    }

    /** Whether a sentence ends inside a line. */
    static boolean holdsSentenceEnd(String text, Line line) {
        for (int i = line.textStart() + 1; i + 2 < line.end(); i++) {
            char c = text.charAt(i);
            boolean spaced = c < 0x80;
            if (Characters.isSentenceEnd(c) && !Characters.isEllipsis(c) && (!spaced || text.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    static boolean endsSentence(String text, Line line) {
        int at = line.end() - 1;
        while (at > line.textStart() && Characters.isClosing(text.charAt(at))) {
            at--;
        }
        return Characters.isSentenceEnd(text.charAt(at)) || Characters.isColon(text.charAt(at));
    }

    /** Whether a line begins like a list item, a quotation in mail, a heading or a table. */
    static boolean startsItem(String text, Line line) {
        int at = line.textStart();
        char first = text.charAt(at);
        if ("•◦▪‣·*>|#=+~_".indexOf(first) >= 0) {
            return true;
        }
        boolean space = at + 1 < line.end() && text.charAt(at + 1) == ' ';
        if (space && first == '-') {
            return true;
        }
        if (space && (first == '–' || first == '—')) {
            // A dash inside a sentence is followed by lower case.
            return at + 2 < line.end() && !Character.isLowerCase(text.charAt(at + 2));
        }
        int digits = at;
        while (digits < line.end() && digits < at + 4 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean marker = digits < line.end() && ".)".indexOf(text.charAt(digits)) >= 0;
        boolean behind = digits + 1 < line.end() && text.charAt(digits + 1) == ' ';
        boolean letter =
                digits == at && digits + 2 < line.end() && text.charAt(at + 1) == ')' && text.charAt(at + 2) == ' ';
        return digits > at && marker && behind || letter;
    }

    /** Meaning of the end of a line for the word there. */
    enum Break {
        /** No hyphen: the break replaced a space. */
        NONE,
        /** A hyphen that belongs to the word. */
        KEEP,
        /** A hyphen that only divides the word. */
        DROP,
        /** Both are possible. */
        UNDECIDED
    }
}
