package dev.winnow.model;

import dev.winnow.text.Characters;
import java.util.Arrays;

/**
 * The words of a page's lines, as hashes of their folded letters. In scripts without spaces each pair of letters is a word. For
 * one thread.
 */
final class Words {

    private static final int PRIME = 0x01000193;
    private static final int BASIS = 0x811C9DC5;

    private int[] hashes;
    /** Index of the first word of each line; one more entry for the end. */
    private final int[] starts;
    /** Hash of each whole line, without the characters between words. */
    private final int[] whole;

    private int count;

    Words(int lines) {
        this.hashes = new int[16 * lines + 64];
        this.starts = new int[lines + 1];
        this.whole = new int[lines];
    }

    private static int with(int hash, char folded) {
        return (hash ^ folded) * PRIME;
    }

    /** Returns the hash of a word of folded letters. */
    static int of(CharSequence word) {
        int hash = BASIS;
        for (int i = 0; i < word.length(); i++) {
            hash = with(hash, word.charAt(i));
        }
        return hash;
    }

    /** Adds the words in the first characters of an array. */
    void read(char[] units, int limit) {
        int hash = BASIS;
        boolean inWord = false;
        char before = ' ';
        for (int i = 0; i < limit; i++) {
            char c = units[i];
            boolean unspaced = Characters.isUnspaced(c);
            boolean letter = !unspaced && Characters.isWord(c);
            if (inWord && !letter) {
                add(hash);
            }
            if (unspaced && Characters.isUnspaced(before)) {
                add(with(with(BASIS, before), c));
            }
            hash = letter ? with(inWord ? hash : BASIS, Characters.fold(c)) : hash;
            inWord = letter;
            before = c;
        }
        if (inWord) {
            add(hash);
        }
    }

    private void add(int hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
        }
        hashes[count++] = hash;
    }

    /** Ends a line after all its words were added. Lines must be closed in order. */
    void close(int line) {
        int hash = BASIS;
        for (int i = starts[line]; i < count; i++) {
            hash = (hash ^ hashes[i]) * PRIME;
        }
        whole[line] = hash;
        starts[line + 1] = count;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return starts[line + 1];
    }

    int count(int line) {
        return starts[line + 1] - starts[line];
    }

    int count() {
        return count;
    }

    int get(int at) {
        return hashes[at];
    }

    /** Returns the hash of a whole line; equal for lines of the same words. */
    int whole(int line) {
        return whole[line];
    }
}
