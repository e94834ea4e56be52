package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the subject of a sentence by the words of the lexicon {@code subjects}. An article about cookie banners quotes their
 * wording, so that wording is no evidence of noise there. Immutable and thread-safe.
 */
final class Subjects {

    private final Map<Label, List<String>> words = new EnumMap<>(Label.class);

    Subjects(Lexicons lexicons) {
        for (LexiconEntry entry : LexiconEntry.of(lexicons, "subjects")) {
            Label.ofKey(entry.value()).ifPresent(label -> {
                List<String> ofLabel = words.computeIfAbsent(label, key -> new ArrayList<>());
                entry.spellings().forEach(word -> ofLabel.add(Characters.fold(word)));
            });
        }
    }

    /** Whether the lexicon has words for a label. */
    boolean has(Label label) {
        return words.containsKey(label);
    }

    /** Whether a text has a word that begins with one of the label's words. */
    boolean isOf(Label label, String text) {
        String folded = Characters.fold(text);
        return words.getOrDefault(label, List.of()).stream().anyMatch(word -> {
            int at = folded.indexOf(word);
            while (at > 0 && !Characters.isWordStart(folded.charAt(at - 1), folded.charAt(at))) {
                at = folded.indexOf(word, at + 1);
            }
            return at >= 0;
        });
    }
}
