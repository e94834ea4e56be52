package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.text.Characters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a line announces what stands below it. Such a line has several words and ends in a colon or in a word of the
 * lexicon {@code announcements}, or it is unfinished and ends in a word of {@code stopwords}. A single word with a colon is a
 * label, such as "Tags:". Immutable and thread-safe.
 */
final class Announcements {

    private static final int FEWEST_WORDS = 4;

    private static final int FEWEST_WORDS_BEFORE_COLON = 3;

    /** Words of the lexicon {@code announcements}. They count with and without a stop at the end of the line. */
    private final Words announcing;
    /** Function words of the lexicon {@code stopwords}. No sentence ends in one. */
    private final Words functional;
    /** Length of the longest word of both lists, in UTF-16 units. */
    private final int longest;

    Announcements(Lexicons lexicons) {
        announcing = Words.of(lexicons, "announcements");
        functional = Words.of(lexicons, "stopwords");
        longest = Math.max(announcing.longest(), functional.longest());
    }

    /**
     * Whether a line announces what stands below it.
     *
     * @param language of the document; null when unknown, then the words of all languages count
     */
    boolean announces(Line line, @Nullable String language) {
        int words = line.words();
        if (line.endsInColon() && words >= FEWEST_WORDS_BEFORE_COLON) {
            return true;
        }
        if (words < FEWEST_WORDS) {
            return false;
        }
        boolean stop = Characters.isStop(line.charAt(line.length() - 1));
        int end = line.length() - (stop ? 1 : 0);
        // The end of the line, long enough to see whether its last word is in a list or is longer than that word.
        String text = Characters.fold(line.text().substring(Math.max(0, end - longest - 2), end));
        for (String word : announcing.ofLanguage(language)) {
            if (endsIn(text, word)) {
                return true;
            }
        }
        return !stop && functional.ofLanguage(language).contains(lastWord(text));
    }

    private static boolean endsIn(String text, String word) {
        return text.endsWith(word) && Characters.isBoundary(text, text.length() - word.length());
    }

    private static String lastWord(String text) {
        int from = text.length();
        while (from > 0 && Characters.isWord(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    /** Words of one lexicon by language, folded. */
    private record Words(Map<String, Set<String>> byLanguage, Set<String> all) {

        static Words of(Lexicons lexicons, String name) {
            Map<String, Set<String>> byLanguage = new HashMap<>();
            Set<String> all = new HashSet<>();
            lexicons.get(name)
                    .ifPresent(lexicon -> lexicon.words().forEach((language, words) -> {
                        Set<String> folded =
                                words.stream().map(Characters::fold).collect(Collectors.toSet());
                        byLanguage.put(language, folded);
                        all.addAll(folded);
                    }));
            return new Words(byLanguage, all);
        }

        int longest() {
            return all.stream().mapToInt(String::length).max().orElse(0);
        }

        /** @param language null for the words of all languages */
        Set<String> ofLanguage(@Nullable String language) {
            return language == null ? all : byLanguage.getOrDefault(language, Set.of());
        }
    }
}
