package dev.winnow.rule;

/**
 * A stretch of text as the index reads it: folded, with the places where a lookup begins, found in one pass. Filled anew for
 * each stretch, so that reading costs no allocation. Not thread-safe.
 */
final class FoldedText {

    /** Zeros around the stretch, so that a lookup stops there without asking for the length. */
    private static final int MARGIN = 4;

    private char[] chars;
    /** Where lookups begin, in the low half, and how many digits come before, in the high half. */
    private int[] entries;

    private int entryCount;
    private int shift;

    /** @param capacity the usual length of a stretch; longer ones make room for themselves */
    FoldedText(int capacity) {
        chars = new char[capacity + 2 * MARGIN];
        entries = new int[capacity + 1];
    }

    /**
     * Reads a stretch.
     *
     * @param from where it begins
     * @param to where it ends; not more than 60,000 units later
     */
    void read(String text, int from, int to) {
        if (to - from >= entries.length) {
            chars = new char[to - from + 2 * MARGIN];
            entries = new int[to - from + 1];
        }
        shift = MARGIN - from;
        text.getChars(from, to, chars, MARGIN);
        fold(MARGIN + to - from, from > 0 ? Fold.traits(text.charAt(from - 1)) : 0);
        endAt(from - 1);
        endAt(to);
    }

    /** Without a branch for each character: where words begin is too irregular to be foreseen. */
    private void fold(int end, int traitsBefore) {
        char[] c = chars;
        int[] at = entries;
        int before = traitsBefore;
        int found = 0;
        int digits = 0;
        for (int i = MARGIN; i < end; i++) {
            int traits = Fold.traits(c[i]);
            c[i] = (char) traits;
            at[found] = digits << Character.SIZE | i;
            found += Fold.entry(traits, before);
            digits += Fold.digit(traits);
            before = traits;
        }
        at[found] = digits << Character.SIZE | end;
        entryCount = found;
    }

    /** Makes lookups stop at an offset of the text, at the end of the stretch or within it. */
    void endAt(int offset) {
        chars[shift + offset] = '\0';
    }

    /** The folded characters. */
    char[] chars() {
        return chars;
    }

    /** Where an offset of the text lies in {@link #chars()}. */
    int at(int offset) {
        return shift + offset;
    }

    /** How many places there are where a lookup begins: word starts and characters that are no part of a word. */
    int entryCount() {
        return entryCount;
    }

    /** A place where a lookup begins, as an index of {@link #chars()}; ascending. Behind the last one comes the end. */
    int entry(int number) {
        return entries[number] & Character.MAX_VALUE;
    }

    /** How many digits come before an entry. */
    int digitsBefore(int number) {
        return entries[number] >>> Character.SIZE;
    }
}
