package dev.winnow.metadata;

import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.People;
import dev.winnow.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of a lexicon to find inside a longer text. An entry is a word or phrase. With a hyphen before it ({@code -redaktion}) it
 * is the end of a word; with one behind it, the first word of the text. In scripts without spaces a word may also be the end of
 * the text; a single letter only counts with a hyphen or behind a space. Immutable and thread-safe.
 */
final class WordPatterns {

    private final Set<String> words = new HashSet<>();
    private final Set<String> firstWords = new HashSet<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> endings = new ArrayList<>();
    private final List<String> unspaced = new ArrayList<>();

    private WordPatterns() {}

    /** @param value that the entries must have; null for all entries */
    static WordPatterns of(Lexicons lexicons, String name, @Nullable String value) {
        WordPatterns patterns = new WordPatterns();
        for (LexiconEntry entry : LexiconEntry.of(lexicons, name)) {
            if (value == null || entry.value().equals(value)) {
                entry.spellings().forEach(patterns::add);
            }
        }
        return patterns;
    }

    private void add(String spelling) {
        String folded = Folding.fold(spelling);
        if (People.isUnspaced(folded)) {
            // A single letter may belong to a name, unless a hyphen marks it as an ending.
            boolean apart = folded.length() == 1 && !spelling.startsWith("-");
            unspaced.add(apart ? ' ' + folded : folded);
        } else if (spelling.startsWith("-")) {
            endings.add(folded);
        } else if (spelling.endsWith("-")) {
            firstWords.add(folded);
        } else if (folded.indexOf(' ') >= 0) {
            phrases.add(' ' + folded + ' ');
        } else {
            words.add(folded);
        }
    }

    /** Whether the text holds one of the words. */
    boolean foundIn(String text) {
        String folded = Folding.fold(text);
        String[] split = folded.split(" ");
        if (firstWords.contains(split[0]) || unspacedEnd(folded) != null) {
            return true;
        }
        for (String word : split) {
            if (isWord(word)) {
                return true;
            }
        }
        String framed = ' ' + folded + ' ';
        return phrases.stream().anyMatch(framed::contains);
    }

    /** Whether a word is one of the words, or has one of the endings. */
    boolean isWord(String word) {
        String folded = Folding.fold(word);
        return words.contains(folded)
                || endings.stream().anyMatch(end -> folded.length() > end.length() && folded.endsWith(end));
    }

    /** Returns the longest word at the end of a text in a script without spaces; null when there is none. */
    @Nullable
    String unspacedEnd(String text) {
        String best = null;
        for (String word : unspaced) {
            best = text.endsWith(word) && (best == null || word.length() > best.length()) ? word : best;
        }
        return best;
    }

    /** Returns the end of the last word in a text in a script without spaces that has text behind it; -1 when there is none. */
    int unspacedEndOfLast(String text) {
        int end = -1;
        for (String word : unspaced) {
            int at = word.length() == 1 || word.charAt(0) == ' ' ? -1 : text.lastIndexOf(word);
            end = at >= 0 && at + word.length() < text.length() ? Math.max(end, at + word.length()) : end;
        }
        return end;
    }
}
