package dev.winnow.rule;

/**
 * A stretch of text as the index reads it, line by line: folded, with the places where a lookup begins, found in one pass.
 * Filled anew for each stretch, so that reading costs no allocation. Not thread-safe.
 */
final class FoldedText {

    /** Zeros around the stretch, so that a lookup stops there without asking for the length. */
    private static final int MARGIN = 4;

    private char[] chars;
    /** Where lookups begin in the line. */
    private int[] entries;

    private int entryCount;
    private int shift;
    private boolean digit;

    /** @param capacity the usual length of a stretch; longer ones make room for themselves */
    FoldedText(int capacity) {
        chars = new char[capacity + 2 * MARGIN];
        entries = new int[capacity + 1];
    }

    /**
     * Reads a stretch; what is read of many lines at once need not be fetched for each.
     *
     * @param from where it begins
     * @param to where it ends
     */
    void read(String text, int from, int to) {
        if (to - from >= entries.length) {
            chars = new char[to - from + 2 * MARGIN];
            entries = new int[to - from + 1];
        }
        shift = MARGIN - from;
        text.getChars(from, to, chars, MARGIN);
    }

    /**
     * Folds a line of the stretch, or a part of a line, and finds its entries. Makes lookups stop at both ends.
     *
     * @param from where it begins
     * @param to where it ends
     * @param before the character before it; anything but a letter at a line's start
     */
    void fold(int from, int to, char before) {
        chars[shift + from - 1] = '\0';
        chars[shift + to] = '\0';
        fold(shift + from, shift + to, Fold.traits(before));
    }

    /** Without a branch for each character: where words begin is too irregular to be foreseen. */
    private void fold(int from, int to, int traitsBefore) {
        char[] c = chars;
        int[] at = entries;
        int before = traitsBefore;
        int found = 0;
        int all = 0;
        for (int i = from; i < to; i++) {
            int traits = Fold.traits(c[i]);
            c[i] = (char) traits;
            at[found] = i;
            found += Fold.entry(traits, before);
            all |= traits;
            before = traits;
        }
        entryCount = found;
        digit = Fold.isDigit(all);
    }

    /** The characters: those of lines that were folded are so. */
    char[] chars() {
        return chars;
    }

    /** Where an offset of the text lies in {@link #chars()}. */
    int at(int offset) {
        return shift + offset;
    }

    /** How many places of the line there are where a lookup begins: word starts and characters that are no part of a word. */
    int entryCount() {
        return entryCount;
    }

    /** A place where a lookup begins, as an index of {@link #chars()}; ascending. */
    int entry(int number) {
        return entries[number];
    }

    /** Whether the line holds a digit. */
    boolean hasDigit() {
        return digit;
    }
}
