package dev.winnow.text;

import java.util.Set;

/** Changes names in capitals to mixed case. Uses properties of characters, no language. */
public final class WordCase {

    private WordCase() {}

    /** Whether a text has capital letters and no lower-case letters. */
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
     * Returns a word with capitals only at its start, after a hyphen, full stop or slash, and after an apostrophe that follows a
     * single letter
     * ({@code O'Brien}, but {@code Xi'an}).
     *
     * @param small words (folded) that stay in lower case when they do not begin the name
     * @param first whether the word begins the name
     */
    public static String capitalised(String word, Set<String> small, boolean first) {
        StringBuilder built = new StringBuilder(word.length());
        int from = 0;
        for (int at = 0; at <= word.length(); at++) {
            if (at == word.length() || word.charAt(at) == '-') {
                String part = word.substring(from, at);
                boolean begins = first && from == 0;
                built.append(!begins && small.contains(Folding.fold(part)) ? word(part, false) : word(part, true));
                if (at < word.length()) {
                    built.append('-');
                }
                from = at + 1;
            }
        }
        return built.toString();
    }

    private static String word(String part, boolean capitalised) {
        StringBuilder built = new StringBuilder(part.length());
        boolean capital = capitalised;
        int letters = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isLetter(c)) {
                built.append(capital ? c : small(part, i));
                capital = false;
                letters++;
            } else {
                built.append(c);
                boolean apostrophe = c == '\'' || c == '\u2019';
                capital = capitalised && (c == '.' || c == '/' || apostrophe && letters == 1 || letters == 0);
                letters = c == '/' ? 0 : letters;
            }
        }
        return built.toString();
    }

    /**
     * Returns the lower-case letter, always one unit: for strings, Java makes two of a dotted capital I. A sigma has another
     * form at the end of a word.
     */
    private static char small(String part, int at) {
        boolean last = at > 0
                && Character.isLetter(part.charAt(at - 1))
                && (at + 1 == part.length() || !Character.isLetter(part.charAt(at + 1)));
        char c = part.charAt(at);
        return c == 'Σ' && last ? 'ς' : Character.toLowerCase(c);
    }
}
