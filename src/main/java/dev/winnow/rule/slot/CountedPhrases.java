package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases of a lexicon in which {@code #} stands for a number: {@code # hours ago}, {@code vor # Stunden}; also phrases
 * without a number. Immutable and thread-safe.
 */
final class CountedPhrases {

    private static final int MOST_DIGITS = 6;

    /** Beginnings of phrases up to the number, or whole phrases without one. The value is an index in {@link #byNumber}. */
    private final WordTrie openings;

    private final List<Opening> byNumber = new ArrayList<>();
    /** The rest of phrases that begin with a number. */
    private final WordTrie counted;

    private final List<String> values = new ArrayList<>();

    /**
     * A beginning of phrases.
     *
     * @param value index of the value of the phrase that ends here, or -1
     * @param rest the rest of phrases that continue with a number; null for none
     */
    private record Opening(int value, @Nullable WordTrie rest) {}

    /** Receives the phrases found. */
    interface Sink {
        /**
         * Receives a phrase.
         *
         * @param value the value of its lexicon entry
         * @param number the number in the phrase; -1 for none
         * @param end offset after the phrase
         */
        void found(String value, int number, int end);
    }

    CountedPhrases(Lexicons lexicons, String... names) {
        Map<String, Map<String, Integer>> rests = new HashMap<>();
        Map<String, Integer> whole = new HashMap<>();
        for (String name : names) {
            for (LexiconEntry entry : LexiconEntry.of(lexicons, name)) {
                values.add(entry.value());
                for (String phrase : entry.spellings()) {
                    int at = phrase.indexOf('#');
                    if (at < 0) {
                        whole.putIfAbsent(phrase, values.size() - 1);
                    } else {
                        rests.computeIfAbsent(phrase.substring(0, at).strip(), prefix -> new HashMap<>())
                                .putIfAbsent(phrase.substring(at + 1).strip(), values.size() - 1);
                    }
                }
            }
        }
        counted = trie(rests.getOrDefault("", Map.of()));
        rests.remove("");
        List<String> openingWords = new ArrayList<>(whole.keySet());
        rests.keySet().stream().filter(prefix -> !whole.containsKey(prefix)).forEach(openingWords::add);
        openingWords.sort(null);
        for (String words : openingWords) {
            Map<String, Integer> rest = rests.get(words);
            byNumber.add(new Opening(whole.getOrDefault(words, -1), rest == null ? null : trie(rest)));
        }
        openings = WordTrie.of(add -> {
            for (int i = 0; i < openingWords.size(); i++) {
                add.accept(openingWords.get(i), i);
            }
        });
    }

    private static WordTrie trie(Map<String, Integer> phrases) {
        return WordTrie.of(add -> phrases.forEach((phrase, value) -> {
            if (!phrase.isEmpty()) {
                add.accept(phrase, value);
            }
        }));
    }

    /** Returns the words that begin phrases, without phrases that begin with a number. */
    WordTrie openings() {
        return openings;
    }

    /** Reports the phrases that begin at an offset. */
    void find(String text, int at, int limit, Sink sink) {
        long found = openings.longest(text, at, limit);
        if (found != WordTrie.NONE) {
            Opening opening = byNumber.get(WordTrie.value(found));
            if (opening.value >= 0) {
                sink.found(values.get(opening.value), -1, WordTrie.end(found));
            }
            if (opening.rest != null) {
                number(opening.rest, text, space(text, WordTrie.end(found), limit), limit, sink);
            }
        }
        number(counted, text, at, limit, sink);
    }

    private void number(WordTrie rest, String text, int at, int limit, Sink sink) {
        int end = at;
        int number = 0;
        while (end < limit && end - at < MOST_DIGITS && Characters.digit(text.charAt(end)) >= 0) {
            number = number * 10 + Characters.digit(text.charAt(end));
            end++;
        }
        if (end > at) {
            long found = rest.longest(text, space(text, end, limit), limit);
            if (found != WordTrie.NONE) {
                sink.found(values.get(WordTrie.value(found)), number, WordTrie.end(found));
            }
        }
    }

    private static int space(String text, int at, int limit) {
        int p = at;
        while (p < limit && Characters.isSpace(text.charAt(p))) {
            p++;
        }
        return p;
    }
}
