package dev.winnow.normalize;

import java.util.Arrays;
import java.util.Collection;

/**
 * Words in small letters that answer whether they show a word as one, in this or another form: {@code governments} shows
 * {@code government}. Immutable and thread-safe.
 */
public final class WordList {

    /** No words. */
    public static final WordList NONE = new WordList(new String[0]);

    /** Endings of two forms of a word have at most so many units. */
    private static final int LONGEST_ENDING = 3;

    /** What two forms of a word share has at least so many units, */
    private static final int SHORTEST_STEM = 6;

    /** and so many of them stand behind the place where it was divided. */
    private static final int SHARED_BEHIND = 3;

    private final String[] sorted;

    private WordList(String[] sorted) {
        this.sorted = sorted;
    }

    /** Takes words in any order. */
    public static WordList of(Collection<String> words) {
        String[] sorted = words.toArray(String[]::new);
        Arrays.sort(sorted);
        return new WordList(sorted);
    }

    boolean holds(String word) {
        return Arrays.binarySearch(sorted, word) >= 0;
    }

    /**
     * Whether a word stands here, or another with the same beginning and a short ending of its own.
     *
     * @param divided where a line end divided it: with less of the word behind, only the word itself counts
     */
    boolean shows(String word, int divided) {
        if (holds(word)) {
            return true;
        }
        int least = Math.max(SHORTEST_STEM, divided + SHARED_BEHIND);
        for (int stem = word.length(); stem >= least && stem >= word.length() - LONGEST_ENDING; stem--) {
            if (holdsFormOf(word.substring(0, stem))) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsFormOf(String stem) {
        int at = Arrays.binarySearch(sorted, stem);
        for (int i = at < 0 ? -at - 1 : at; i < sorted.length && sorted[i].startsWith(stem); i++) {
            if (sorted[i].length() <= stem.length() + LONGEST_ENDING) {
                return true;
            }
        }
        return false;
    }
}
