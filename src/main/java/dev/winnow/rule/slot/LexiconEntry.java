package dev.winnow.rule.slot;

import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry of the lexicons that slots use: {@code spelling}, or several spellings as {@code one|other}. A value may stand in
 * front: {@code +03:00=MSK|мск}. Immutable and thread-safe.
 *
 * @param value the value of the words; {@code ""} when there is none
 */
public record LexiconEntry(String value, List<String> spellings) {

    public LexiconEntry {
        spellings = List.copyOf(spellings);
    }

    public static LexiconEntry read(String entry) {
        int equals = entry.indexOf('=');
        String value = equals < 0 ? "" : entry.substring(0, equals).strip();
        List<String> spellings = new ArrayList<>();
        for (String spelling : entry.substring(equals + 1).split("\\|")) {
            String word = spelling.strip();
            if (!word.isEmpty()) {
                spellings.add(word);
            }
        }
        return new LexiconEntry(value, spellings);
    }

    /**
     * Returns the entries of a lexicon in all languages, without entries that have slots; empty when there is no such
     * lexicon.
     */
    public static List<LexiconEntry> of(Lexicons lexicons, String name) {
        return lexicons.get(name)
                .map(lexicon -> lexicon.words().values().stream()
                        .flatMap(List::stream)
                        .filter(word -> !Lexicon.hasBraces(word))
                        .map(LexiconEntry::read)
                        .toList())
                .orElse(List.of());
    }

    /** Returns the value of each word of a lexicon; the last entry counts. Empty when there is no such lexicon. */
    public static Map<String, String> values(Lexicons lexicons, String name) {
        Map<String, String> values = new LinkedHashMap<>();
        of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> values.put(word, entry.value())));
        return values;
    }

    /** Returns all words of some lexicons, folded by {@link Folding}. */
    public static Set<String> folded(Lexicons lexicons, String... names) {
        Set<String> words = new HashSet<>();
        for (String name : names) {
            of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> words.add(Folding.fold(word))));
        }
        return words;
    }

    /** Returns a trie of all words of some lexicons, each with the number 0. */
    static WordTrie words(Lexicons lexicons, String... names) {
        return WordTrie.of(add -> {
            for (String name : names) {
                of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> add.accept(word, 0)));
            }
        });
    }
}
