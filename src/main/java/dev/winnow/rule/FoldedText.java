package dev.winnow.rule;

import dev.winnow.text.Characters;

/**
 * A stretch of text as the index reads it: folded, with the places where a lookup begins, found in one pass. Filled anew for
 * each stretch, so that reading costs no allocation. Not thread-safe.
 */
final class FoldedText {

    /** Room around the stretch, so that a lookup may read on there without asking for the length. */
    private static final int MARGIN = 4;

    private char[] chars;
    private int[] entries;
    private int entryCount;
    private int shift;

    /** @param capacity the usual length of a stretch; longer ones make room for themselves */
    FoldedText(int capacity) {
        chars = new char[capacity + 2 * MARGIN];
        entries = new int[capacity + 1];
    }

    /**
     * Reads and folds a stretch, and finds its entries.
     *
     * @param from where it begins
     * @param to where it ends
     * @param before the character before it; anything but a letter at a line's start
     */
    void read(String text, int from, int to, char before) {
        int length = to - from;
        if (length >= entries.length) {
            chars = new char[length + 2 * MARGIN];
            entries = new int[length + 1];
        }
        shift = MARGIN - from;
        text.getChars(from, to, chars, MARGIN);
        fold(MARGIN + length, Characters.facts(before));
    }

    /** Without a branch for each character: where words begin is too irregular to be foreseen. */
    private void fold(int to, int traitsBefore) {
        char[] c = chars;
        int[] at = entries;
        int before = traitsBefore;
        int found = 0;
        for (int i = MARGIN; i < to; i++) {
            int traits = Characters.facts(c[i]);
            c[i] = (char) traits;
            at[found] = i;
            found += Characters.entry(traits, before);
            before = traits;
        }
        entryCount = found;
    }

    /** Makes lookups stop at both ends of a line, or of a part of one. */
    void close(int from, int to) {
        chars[shift + from - 1] = '\0';
        chars[shift + to] = '\0';
    }

    /** The characters, folded. */
    char[] chars() {
        return chars;
    }

    /** Where an offset of the text lies in {@link #chars()}. */
    int at(int offset) {
        return shift + offset;
    }

    /**
     * The places where a lookup begins, as indices of {@link #chars()}: word starts and characters that are no part of a word;
     * ascending. Only the first {@link #entryCount()} count; who reads them may overwrite them.
     */
    int[] entries() {
        return entries;
    }

    int entryCount() {
        return entryCount;
    }
}
