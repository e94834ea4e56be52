package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotTypes;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of lexicons, prepared for templates. Each list is made once and shared by all templates that name it, to keep it
 * together in memory. Thread-safe.
 */
final class WordLists {

    private final Lexicons lexicons;
    private final SlotTypes types;
    private final Map<String, Entries> folded = new ConcurrentHashMap<>();
    private final Map<String, Entries> exact = new ConcurrentHashMap<>();

    WordLists(Lexicons lexicons, SlotTypes types) {
        this.lexicons = lexicons;
        this.types = types;
    }

    /**
     * The entries of one lexicon.
     *
     * @param words those without slots
     * @param phrases those with slots
     */
    record Entries(Segment.Words words, List<Phrase> phrases) {
        Entries {
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * An entry with slots, as segments of the template that names its lexicon.
     *
     * @param language it belongs to; null for every language
     */
    record Phrase(List<Segment> segments, @Nullable String language) {
        Phrase {
            segments = List.copyOf(segments);
        }
    }

    Collection<String> names() {
        return lexicons.names();
    }

    /** Returns the names of lexicons that templates have used. */
    Set<String> named() {
        Set<String> named = ConcurrentHashMap.newKeySet();
        named.addAll(folded.keySet());
        named.addAll(exact.keySet());
        return named;
    }

    /** Returns the entries of a lexicon. */
    Optional<Entries> get(String name, boolean exactly) {
        return lexicons.get(name)
                .map(lexicon -> (exactly ? exact : folded).computeIfAbsent(name, n -> entries(lexicon, exactly)));
    }

    private Entries entries(Lexicon lexicon, boolean exactly) {
        List<Segment.Word> words = new ArrayList<>();
        List<Phrase> phrases = new ArrayList<>();
        lexicon.words().forEach((key, list) -> {
            String language = key.equals(Lexicon.ANY_LANGUAGE) ? null : key;
            for (String word : list) {
                if (Lexicon.hasBraces(word)) {
                    phrase(word, exactly, language, words, phrases);
                } else {
                    String text = MatchText.of(word.strip()).text();
                    words.add(new Segment.Word(exactly ? text : Characters.fold(text), language));
                }
            }
        });
        return new Entries(Segment.Words.of(words), phrases);
    }

    private void phrase(
            String word, boolean exactly, @Nullable String language, List<Segment.Word> words, List<Phrase> phrases) {
        try {
            List<Segment> segments = TemplateParser.ofWord(word, exactly, types);
            if (segments.size() == 1 && segments.get(0) instanceof Segment.Literal literal) {
                words.add(new Segment.Word(literal.text(), language));
            } else {
                phrases.add(new Phrase(bounded(segments), language));
            }
        } catch (TemplateException reportedWhereTheWordStands) {
            return;
        }
    }

    /** Makes words at the ends of a phrase whole words, as in other entries: {@code min read} is not in {@code 5 min reader}. */
    private static List<Segment> bounded(List<Segment> segments) {
        List<Segment> bounded = new ArrayList<>();
        int last = segments.size() - 1;
        for (int i = 0; i <= last; i++) {
            String text = segments.get(i) instanceof Segment.Literal literal ? literal.text() : "";
            if (i == 0 && text.endsWith(" ")) {
                bounded.add(word(text));
                bounded.add(new Segment.Literal(" "));
            } else if (i == last && text.startsWith(" ")) {
                bounded.add(new Segment.Literal(" "));
                bounded.add(word(text));
            } else {
                bounded.add(segments.get(i));
            }
        }
        return bounded;
    }

    private static Segment word(String text) {
        return Segment.Words.of(List.of(new Segment.Word(text.strip(), null)));
    }
}
