package dev.winnow.rule;

import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Tells whether two lines are the same title: {@code {=title}} in templates, and repeated titles in metadata. */
public final class Titles {

    /** Maximum length of a title in UTF-16 units. Comparing longer lines by letters would take too long. */
    private static final int LONGEST = 300;

    /** Minimum share of equal letters, for titles that a page slightly corrects or cuts. */
    private static final double SIMILAR = 0.92;

    /** Maximum number of words of a site name after a separator. */
    private static final int SUFFIX_WORDS = 4;

    /** Number of letter classes in the rough comparison; letters of one class count as equal. */
    private static final int LETTER_CLASSES = 64;

    private static final String[] SEPARATORS = {" | ", " - ", " – ", " — ", " :: ", " · ", " « "};

    private Titles() {}

    /**
     * Whether both are the same title. Case, punctuation, white space and the style of quotes and dashes do not count, nor
     * does a site name at the end of one ({@code Storm ends | Daily Harbour}). A few letters may differ, digits may not.
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
                folded = Folding.fold(title);
            }
            return title.equals(other) ? !folded.isEmpty() : Titles.same(title, folded, other, Folding.fold(other));
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
     * Quick check: when one title is much longer, only a site name can make the difference, so the shorter one must be its
     * prefix. Letters beyond ASCII are not compared, since they may differ in accents.
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

    private static boolean similar(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int allowed = (int) (longer * (1 - SIMILAR));
        return allowed > 0
                && Math.abs(a.length() - b.length()) <= allowed
                && surplus(a, b) <= allowed
                && digits(a).equals(digits(b))
                && isNear(a, b, allowed);
    }

    /**
     * Whether at most {@code most} changed, added or removed letters turn one into the other. Skips the common prefix and
     * suffix.
     */
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

    /** Lower bound for the number of letters that one lacks, wherever they stand; quick to compute. */
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

    /** Returns the digits of a text: "Day 1" is not "Day 2", whatever the share of equal letters. */
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
                    && Folding.fold(longer.substring(0, at)).equals(foldedShorter)) {
                return true;
            }
        }
        return false;
    }
}
