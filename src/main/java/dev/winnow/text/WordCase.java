package dev.winnow.text;

import java.util.Locale;
import java.util.Set;

/** Writes names that stand in capitals with small letters. Knows characters, not languages. */
public final class WordCase {

    private WordCase() {}

    /** Whether there are letters, and none of them is small. */
    public static boolean allCapitals(String text) {
        boolean capital = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            capital |= Character.isUpperCase(c);
        }
        return capital;
    }

    /**
     * One word with a capital only where one belongs: at its beginning, after a hyphen, and after an apostrophe that stands
     * behind a single letter ({@code O'Brien}, but {@code Xi'an}).
     *
     * @param small words (folded) that are written small when they do not begin the name
     * @param first whether the word begins the name
     */
    public static String capitalised(String word, Set<String> small, boolean first) {
        StringBuilder built = new StringBuilder(word.length());
        int from = 0;
        for (int at = 0; at <= word.length(); at++) {
            if (at == word.length() || word.charAt(at) == '-') {
                String part = word.substring(from, at);
                boolean begins = first && from == 0;
                built.append(
                        !begins && small.contains(Folding.fold(part)) ? part.toLowerCase(Locale.ROOT) : part(part));
                if (at < word.length()) {
                    built.append('-');
                }
                from = at + 1;
            }
        }
        return built.toString();
    }

    private static String part(String part) {
        StringBuilder built = new StringBuilder(part.length());
        boolean capital = true;
        int letters = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isLetter(c)) {
                built.append(capital ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT));
                capital = false;
                letters++;
            } else {
                built.append(c);
                boolean apostrophe = c == '\'' || c == '\u2019';
                capital = c == '.' || c == '/' || apostrophe && letters == 1 || letters == 0;
                letters = c == '/' ? 0 : letters;
            }
        }
        return built.toString();
    }
}
