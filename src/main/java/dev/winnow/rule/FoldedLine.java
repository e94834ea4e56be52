package dev.winnow.rule;

/**
 * A stretch of a line as the index reads it: folded, with the places where a lookup begins, found in one pass. Made once for
 * a document and filled anew for each line, so that reading costs no allocation. Not thread-safe.
 */
final class FoldedLine {

    /** Zeros at both ends, so that a lookup stops there without asking for the length. */
    private static final int MARGIN = 4;

    private static final int USUAL_LENGTH = 1_000;

    private char[] chars = new char[USUAL_LENGTH + 2 * MARGIN];
    private int[] entries = new int[chars.length];
    private int entryCount;
    private int length;
    private boolean digit;

    /**
     * Reads a stretch of a line.
     *
     * @param from where it begins
     * @param to where it ends
     */
    void read(String line, int from, int to) {
        length = to - from;
        if (chars.length < length + 2 * MARGIN) {
            chars = new char[2 * length + 2 * MARGIN];
            entries = new int[chars.length];
        }
        line.getChars(from, to, chars, MARGIN);
        fold(from > 0 ? Fold.traits(line.charAt(from - 1)) : 0);
        for (int i = 0; i < MARGIN; i++) {
            chars[MARGIN + length + i] = '\0';
        }
    }

    /** Without a branch for each character: where words begin is too irregular to be foreseen. */
    private void fold(int traitsBefore) {
        char[] c = chars;
        int[] at = entries;
        int end = MARGIN + length;
        int before = traitsBefore;
        int found = 0;
        int all = 0;
        for (int i = MARGIN; i < end; i++) {
            int traits = Fold.traits(c[i]);
            c[i] = (char) traits;
            at[found] = i;
            found += Fold.entry(traits, before);
            all |= traits;
            before = traits;
        }
        entryCount = found;
        digit = (all & Fold.DIGIT) != 0;
    }

    int length() {
        return length;
    }

    boolean hasDigit() {
        return digit;
    }

    /** The characters: those of the stretch from {@link #first()} to {@link #last()}, with zeros around them. */
    char[] chars() {
        return chars;
    }

    int first() {
        return MARGIN;
    }

    int last() {
        return MARGIN + length - 1;
    }

    /** How many places there are where a lookup begins: word starts and characters that are no part of a word. */
    int entryCount() {
        return entryCount;
    }

    /** A place where a lookup begins, as an index of {@link #chars()}; ascending. */
    int entry(int number) {
        return entries[number];
    }
}
