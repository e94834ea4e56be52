package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.rule.slot.Lexicons;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells lines that announce what stands below them: several words that end in a colon, in a word of the lexicon
 * {@code announcements}, or, left unfinished, in one of {@code stopwords}. A single word with a colon is a label, such as "Tags:".
 * Immutable and thread-safe.
 */
final class Announcements {

    private static final int FEWEST_WORDS = 4;

    private static final int FEWEST_WORDS_BEFORE_COLON = 3;

    /** So many letters make a word in scripts that are written without spaces. */
    private static final int LETTERS_A_WORD = 3;

    /** Words that announce, however the line is closed. */
    private final Words announcing;
    /** Function words: no sentence ends in one. */
    private final Words functional;

    Announcements(Lexicons lexicons) {
        announcing = Words.of(lexicons, "announcements");
        functional = Words.of(lexicons, "stopwords");
    }

    /**
     * Whether a line announces what stands below it.
     *
     * @param language of the document; null when unknown: then the words of all languages count
     */
    boolean announces(Line line, @Nullable String language) {
        int words = words(line);
        if (endsInColon(line) && words >= FEWEST_WORDS_BEFORE_COLON) {
            return true;
        }
        if (words < FEWEST_WORDS) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        boolean stop = last == '.' || last == '。';
        String text = Fold.of(line.text().substring(0, line.length() - (stop ? 1 : 0)));
        return announcing.ofLanguage(language).stream().anyMatch(word -> endsIn(text, word))
                || !stop && functional.ofLanguage(language).contains(lastWord(text));
    }

    static boolean endsInColon(Line line) {
        char last = line.charAt(line.length() - 1);
        return last == ':' || last == '：';
    }

    private static boolean endsIn(String text, String word) {
        int at = text.length() - word.length();
        return at > 0 && text.endsWith(word) && Fold.isWordStart(text.charAt(at - 1), text.charAt(at));
    }

    private static String lastWord(String text) {
        int from = text.length();
        while (from > 0 && Fold.isWord(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    /** Words by language, folded. */
    private record Words(Map<String, Set<String>> byLanguage, Set<String> all) {

        static Words of(Lexicons lexicons, String name) {
            Map<String, Set<String>> byLanguage = new HashMap<>();
            Set<String> all = new HashSet<>();
            lexicons.get(name)
                    .ifPresent(lexicon -> lexicon.words().forEach((language, words) -> {
                        Set<String> folded = words.stream().map(Fold::of).collect(Collectors.toSet());
                        byLanguage.put(language, folded);
                        all.addAll(folded);
                    }));
            return new Words(byLanguage, all);
        }

        /** @param language null for those of all languages */
        Set<String> ofLanguage(@Nullable String language) {
            return language == null ? all : byLanguage.getOrDefault(language, Set.of());
        }
    }

    private static int words(Line line) {
        int words = 1;
        int letters = 0;
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            words += c == ' ' ? 1 : 0;
            letters += Fold.isWord(c) && Fold.isWordStart('x', c) ? 1 : 0;
        }
        return words + letters / LETTERS_A_WORD;
    }
}
