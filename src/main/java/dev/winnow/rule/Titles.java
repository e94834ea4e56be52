package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Tells whether two lines are the same title: {@code {=title}} in templates, and repeated titles in metadata. */
public final class Titles {

    /** Longer lines are no titles; comparing them by letters would cost too much. */
    private static final int LONGEST = 300;

    /** Share of letters that must agree, for titles that a page corrects or cuts slightly. */
    private static final double SIMILAR = 0.92;

    /** A site's name after a separator has at most this many words. */
    private static final int SUFFIX_WORDS = 4;

    /** Letters that share a class are taken for the same where a rough count is enough. */
    private static final int LETTER_CLASSES = 64;

    private static final char UNKNOWN = '\uFFFF';
    private static final char GAP = ' ';
    private static final char NOTHING = '\0';
    private static final int GENERAL_SCRIPTS = 0x0700;
    private static final int PUNCTUATION = 0x2000;
    private static final int TABLE_SIZE = 0x3100;
    private static final char[] TABLE = table();
    /** The unified ideographs of Unicode 13, none of which has a decomposition. */
    private static final char FIRST_IDEOGRAPH = '\u4E00';

    private static final char LAST_IDEOGRAPH = '\u9FFC';
    /** Full-width and half-width forms and what comes behind. */
    private static final char FULL_WIDTH = '\uFF00';

    private static final char[] FULL_WIDTH_TABLE = fullWidthTable();

    private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " :: ", " · ", " « "};

    private Titles() {}

    /**
     * Whether both say the same title. Case, punctuation, white space and the style of quotes and dashes do not matter, nor a
     * site's name at the end of one of them ({@code Storm ends | Daily Harbour}). A few letters may differ, digits may not.
     */
    public static boolean same(String a, String b) {
        return new Comparison(a).same(b);
    }

    /** Compares one title with many, which costs less than comparing each pair. For one thread. */
    public static final class Comparison {

        private final String title;
        private @Nullable String folded;

        public Comparison(String title) {
            this.title = title;
        }

        /** See {@link Titles#same}. */
        public boolean same(String other) {
            if (title.length() > LONGEST || other.length() > LONGEST) {
                return title.equals(other);
            }
            if (differPlainly(title, other)) {
                return false;
            }
            if (folded == null) {
                folded = fold(title);
            }
            return title.equals(other) ? !folded.isEmpty() : Titles.same(title, folded, other, fold(other));
        }
    }

    private static boolean same(String a, String foldedA, String b, String foldedB) {
        if (foldedA.isEmpty() || foldedB.isEmpty()) {
            return false;
        }
        return foldedA.equals(foldedB)
                || similar(foldedA, foldedB)
                || foldedA.startsWith(foldedB) && equalsWithoutSuffix(a, foldedB)
                || foldedB.startsWith(foldedA) && equalsWithoutSuffix(b, foldedA);
    }

    /**
     * A cheap look: where one is much longer than the other, only a site's name can make the difference, so that the shorter
     * one must be its beginning. Letters beyond ASCII are not compared, since they may differ in accents.
     */
    private static boolean differPlainly(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (4 * shorter > 3 * Math.max(a.length(), b.length())) {
            return false;
        }
        int atA = nextWordUnit(a, 0);
        int atB = nextWordUnit(b, 0);
        while (atA < a.length() && atB < b.length()) {
            char one = Characters.fold(a.charAt(atA));
            char other = Characters.fold(b.charAt(atB));
            if (one != other) {
                return one < 0x80 && other < 0x80;
            }
            atA = nextWordUnit(a, atA + 1);
            atB = nextWordUnit(b, atB + 1);
        }
        return false;
    }

    private static int nextWordUnit(String text, int from) {
        int at = from;
        while (at < text.length() && !Characters.isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Letters and digits in small letters, without accents on Latin letters, words separated by one space. */
    public static String fold(String text) {
        String folded = fold(text, false);
        return folded != null
                ? folded
                : Objects.requireNonNull(fold(Normalizer.normalize(text, Normalizer.Form.NFKD), true));
    }

    /**
     * Folds unit by unit.
     *
     * @param decomposed whether the text is in normalisation form KD; else a table says what each unit becomes
     * @return null when the table does not have a unit
     */
    private static @Nullable String fold(String text, boolean decomposed) {
        char[] folded = new char[2 * text.length()];
        int length = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char unit = decomposed ? unit(c) : lookedUp(c);
            if (unit == UNKNOWN) {
                return null;
            }
            if (unit == GAP) {
                gap = true;
            } else if (unit != NOTHING) {
                if (gap && length > 0) {
                    folded[length++] = ' ';
                }
                gap = false;
                folded[length++] = unit;
            }
        }
        return new String(folded, 0, length);
    }

    /** What a unit becomes by the tables; a unified ideograph is itself. */
    private static char lookedUp(char c) {
        if (c < TABLE.length) {
            return TABLE[c];
        }
        if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) {
            return c;
        }
        return c >= FULL_WIDTH ? FULL_WIDTH_TABLE[c - FULL_WIDTH] : UNKNOWN;
    }

    /** What a unit becomes that has no decomposition. */
    private static char unit(char c) {
        if (Characters.isWord(c) && !Characters.isMark(c)) {
            return Characters.fold(c);
        }
        return Characters.isMark(c) || c == '\'' || c == '\u2019' || c == '\u00AD' ? NOTHING : GAP;
    }

    /** For Latin to Arabic and from punctuation to kana what each unit becomes, where that is one unit, a gap or nothing. */
    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char c = 0; c < TABLE_SIZE; c++) {
            table[c] = c < GENERAL_SCRIPTS || c >= PUNCTUATION ? single(c) : UNKNOWN;
        }
        return table;
    }

    private static char[] fullWidthTable() {
        char[] table = new char[Character.MAX_VALUE + 1 - FULL_WIDTH];
        for (int i = 0; i < table.length; i++) {
            table[i] = single((char) (FULL_WIDTH + i));
        }
        return table;
    }

    private static char single(char c) {
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        char single = NOTHING;
        for (int i = 0; i < decomposed.length(); i++) {
            char unit = unit(decomposed.charAt(i));
            if (single == NOTHING) {
                single = unit;
            } else if (unit != NOTHING && (unit != GAP || single != GAP)) {
                return UNKNOWN;
            }
        }
        return single;
    }

    private static boolean similar(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int allowed = (int) (longer * (1 - SIMILAR));
        return allowed > 0
                && Math.abs(a.length() - b.length()) <= allowed
                && surplus(a, b) <= allowed
                && digits(a).equals(digits(b))
                && isNear(a, b, allowed);
    }

    /** Whether so many letters changed, added or left out make one of the other; what they begin and end alike with is left out. */
    private static boolean isNear(String a, String b, int most) {
        int shorter = Math.min(a.length(), b.length());
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return new LevenshteinDistance(most)
                        .apply(a.substring(start, a.length() - end), b.substring(start, b.length() - end))
                >= 0;
    }

    /** How many letters of the one, at least, the other lacks, wherever they stand: a bound that is quick to find. */
    private static int surplus(String a, String b) {
        short[] counts = new short[LETTER_CLASSES];
        for (int i = 0; i < a.length(); i++) {
            counts[a.charAt(i) % LETTER_CLASSES]++;
        }
        for (int i = 0; i < b.length(); i++) {
            counts[b.charAt(i) % LETTER_CLASSES]--;
        }
        int more = 0;
        int fewer = 0;
        for (short count : counts) {
            more += Math.max(0, count);
            fewer += Math.max(0, -count);
        }
        return Math.max(more, fewer);
    }

    /** "Day 1" is not "Day 2", whatever the share of equal letters. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean equalsWithoutSuffix(String longer, String foldedShorter) {
        for (String separator : SEPARATORS) {
            int at = longer.lastIndexOf(separator);
            if (at > 0
                    && Characters.words(longer.substring(at + separator.length())) <= SUFFIX_WORDS
                    && fold(longer.substring(0, at)).equals(foldedShorter)) {
                return true;
            }
        }
        return false;
    }
}
