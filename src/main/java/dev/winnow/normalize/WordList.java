package dev.winnow.normalize;

import java.util.Arrays;
import java.util.Collection;

/**
 * A list of lower-case words that can confirm a word or another form of it: {@code governments} confirms {@code government}.
 * Immutable and thread-safe.
 */
public final class WordList {

    /** An empty list. */
    public static final WordList NONE = new WordList(new String[0]);

    /** Maximum length of the endings by which two forms of a word differ, in units. */
    private static final int LONGEST_ENDING = 3;

    /** Minimum length of the common beginning of two forms, in units. */
    private static final int SHORTEST_STEM = 6;

    /** Minimum number of units of the common beginning that stand after the division. */
    private static final int SHARED_BEHIND = 3;

    private final String[] sorted;

    private WordList(String[] sorted) {
        this.sorted = sorted;
    }

    /** Creates a list from words in any order. */
    public static WordList of(Collection<String> words) {
        String[] sorted = words.toArray(String[]::new);
        Arrays.sort(sorted);
        return new WordList(sorted);
    }

    boolean holds(String word) {
        return Arrays.binarySearch(sorted, word) >= 0;
    }

    /**
     * Whether the list holds the word, or another word with the same beginning and a short ending.
     *
     * @param divided number of units before the line end that divided the word. Where little of the word stands after it, only
     *     the word itself counts
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
