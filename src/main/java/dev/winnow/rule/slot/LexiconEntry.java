package dev.winnow.rule.slot;

import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry of the lexicons that slots use: {@code spelling}, several spellings as {@code one|other}, and where the words stand for
 * something, that in front: {@code +03:00=MSK|мск}.
 *
 * @param value what the words stand for; {@code ""} when nothing is said
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

    /** The entries of a lexicon in all languages, but for those with slots; none when there is no such lexicon. */
    public static List<LexiconEntry> of(Lexicons lexicons, String name) {
        return lexicons.get(name)
                .map(lexicon -> lexicon.words().values().stream()
                        .flatMap(List::stream)
                        .filter(word -> !Lexicon.hasBraces(word))
                        .map(LexiconEntry::read)
                        .toList())
                .orElse(List.of());
    }

    /** What each word of a lexicon stands for, the last that is said of it; empty when there is no such lexicon. */
    public static Map<String, String> values(Lexicons lexicons, String name) {
        Map<String, String> values = new LinkedHashMap<>();
        of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> values.put(word, entry.value())));
        return values;
    }

    /** All words of some lexicons, folded as {@link Folding} does. */
    public static Set<String> folded(Lexicons lexicons, String... names) {
        Set<String> words = new HashSet<>();
        for (String name : names) {
            of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> words.add(Folding.fold(word))));
        }
        return words;
    }

    /** All words of a lexicon, each with the number 0. */
    static WordTrie words(Lexicons lexicons, String... names) {
        return WordTrie.of(add -> {
            for (String name : names) {
                of(lexicons, name).forEach(entry -> entry.spellings().forEach(word -> add.accept(word, 0)));
            }
        });
    }
}
