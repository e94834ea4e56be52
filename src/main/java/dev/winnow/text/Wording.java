package dev.winnow.text;

import java.util.HashSet;
import java.util.Set;

/** How far two short texts, such as headlines, are of the same words. All methods are pure. */
public final class Wording {

    /** Shorter words are in every text. */
    private static final int SHORT_WORD = 3;

    private Wording() {}

    /** Whether a text has a word, or several in a row, with no letter or digit right beside it; as both are written. */
    public static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (Characters.isBoundary(text, at) && Characters.isBoundary(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Words of some length, folded; in scripts without spaces pairs of letters. A fresh set. */
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
     * Share of the words of two texts that they have in common, from 0 to 1.
     *
     * @param fewest with fewer words in common they have none
     */
    public static double alike(String one, String other, int fewest) {
        return alike(words(one), other, fewest);
    }

    /** The same of {@link #words} and a text. */
    public static double alike(Set<String> words, String other, int fewest) {
        Set<String> common = new HashSet<>(words);
        Set<String> others = words(other);
        int all = common.size() + others.size();
        common.retainAll(others);
        return common.size() < fewest || all == 0 ? 0 : 2.0 * common.size() / all;
    }
}
