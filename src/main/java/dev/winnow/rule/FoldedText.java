package dev.winnow.rule;

import dev.winnow.text.Characters;

/**
 * A range of text as the index reads it: folded characters, and the offsets where lookups begin, found in one pass. The
 * buffers are reused for each range, so reading allocates no memory. Not thread-safe.
 */
final class FoldedText {

    /** Buffer units before and after the range, so that a lookup may read past its ends without a bounds check. */
    private static final int MARGIN = 4;

    private char[] chars;
    private int[] entries;
    private int entryCount;
    private int shift;

    /** @param capacity usual length of a range; the buffers grow for longer ones */
    FoldedText(int capacity) {
        chars = new char[capacity + 2 * MARGIN];
        entries = new int[capacity + 1];
    }

    /**
     * Reads and folds a range, and finds its entries.
     *
     * @param from start offset
     * @param to end offset, exclusive
     * @param before the character before the range; anything but a letter at the start of a line
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

    /** Avoids a branch per character: word starts are too irregular for branch prediction. */
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

    /** Writes NUL before and after a line, or a part of one, so that lookups stop there. */
    void close(int from, int to) {
        chars[shift + from - 1] = '\0';
        chars[shift + to] = '\0';
    }

    /** Returns the buffer with the folded characters. */
    char[] chars() {
        return chars;
    }

    /** Returns the index in {@link #chars()} of an offset of the text. */
    int at(int offset) {
        return shift + offset;
    }

    /**
     * Returns the places where a lookup begins, as ascending indexes of {@link #chars()}: word starts, and characters that
     * are not part of a word. Only the first {@link #entryCount()} are valid. The caller may overwrite them.
     */
    int[] entries() {
        return entries;
    }

    int entryCount() {
        return entryCount;
    }
}
