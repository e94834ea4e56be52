package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of lexicons made ready for templates. Each list is made once and shared by all templates that name it: what is
 * asked for often then lies together in memory. Thread-safe.
 */
final class WordLists {

    private final Lexicons lexicons;
    private final Map<String, Segment.Words> folded = new ConcurrentHashMap<>();
    private final Map<String, Segment.Words> exact = new ConcurrentHashMap<>();

    WordLists(Lexicons lexicons) {
        this.lexicons = lexicons;
    }

    Collection<String> names() {
        return lexicons.names();
    }

    /** The words of a lexicon, captured into no field. */
    Optional<Segment.Words> get(String name, boolean exactly) {
        return lexicons.get(name)
                .map(lexicon -> (exactly ? exact : folded).computeIfAbsent(name, n -> words(lexicon, exactly)));
    }

    private static Segment.Words words(Lexicon lexicon, boolean exactly) {
        List<Segment.Word> words = new ArrayList<>();
        lexicon.words().forEach((key, list) -> {
            String language = key.equals(Lexicon.ANY_LANGUAGE) ? null : key;
            for (String word : list) {
                String text = MatchText.of(word.strip()).text();
                words.add(new Segment.Word(exactly ? text : Characters.fold(text), language));
            }
        });
        return new Segment.Words(null, words, new WordIndex(words));
    }
}
