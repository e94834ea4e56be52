package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases of a lexicon in which a number stands where {@code #} is written: {@code # hours ago}, {@code vor # Stunden}; also those
 * without a number. Immutable once built.
 */
final class CountedPhrases {

    private static final int MOST_DIGITS = 6;

    /** What stands before the number, each with the number of its continuation; phrases without a number are whole here. */
    private final WordTrie openings;

    private final List<Opening> byNumber = new ArrayList<>();
    /** What follows a number that begins the phrase. */
    private final WordTrie counted;

    private final List<String> values = new ArrayList<>();

    /**
     * How phrases begin.
     *
     * @param value of the phrase that ends here, or -1
     * @param rest of those that go on with a number; null for none
     */
    private record Opening(int value, @Nullable WordTrie rest) {}

    /** Is told each phrase that was found. */
    interface Sink {
        /**
         * A phrase was found.
         *
         * @param number in the phrase; -1 for none
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

    /** The words that begin phrases, but for a number. */
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
