package dev.winnow.text;

import java.util.HashSet;
import java.util.Set;

/** Compares the words of short texts, such as headlines. All methods are pure. */
public final class Wording {

    /** Maximum length of ignored words, which occur in every text. */
    private static final int SHORT_WORD = 3;

    private Wording() {}

    /** Whether a text holds a word, or several in a row, with no letter or digit right beside it; case counts. */
    public static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (Characters.isBoundary(text, at) && Characters.isBoundary(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the folded words with more than three letters; in scripts without spaces, pairs of letters. The set is new. */
    public static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : Folding.fold(text).split(" ")) {
            if (!word.isEmpty() && Characters.isUnspaced(word.charAt(word.length() / 2))) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else if (word.length() > SHORT_WORD) {
                words.add(word);
            }
        }
        return words;
    }

    /**
     * Returns the share of words that two texts have in common, from 0 to 1: twice the number of common words, divided by the
     * sum of both numbers of words.
     *
     * @param fewest minimum number of common words; with fewer the result is 0
     */
    public static double alike(String one, String other, int fewest) {
        return alike(words(one), other, fewest);
    }

    /** Returns the same for the result of {@link #words} and a text. */
    public static double alike(Set<String> words, String other, int fewest) {
        Set<String> common = new HashSet<>(words);
        Set<String> others = words(other);
        int all = common.size() + others.size();
        common.retainAll(others);
        return common.size() < fewest || all == 0 ? 0 : 2.0 * common.size() / all;
    }
}
