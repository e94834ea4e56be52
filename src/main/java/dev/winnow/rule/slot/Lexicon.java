package dev.winnow.rule.slot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Word lists by language, which rules refer to, so that one rule serves all languages. Immutable and thread-safe.
 *
 * @param name name in templates: {@code {@name}}
 * @param words by language code (or {@code any}), the words and phrases in the order of the file
 */
public record Lexicon(String name, Map<String, List<String>> words) {

    /** Key of the words that belong to every language. */
    public static final String ANY_LANGUAGE = "any";

    public Lexicon {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        words.forEach((language, list) -> copy.put(language, List.copyOf(list)));
        words = Collections.unmodifiableMap(copy);
    }

    /** Whether an entry is a template: it has slots, or braces in its text. Only rule templates can use such an entry. */
    public static boolean hasBraces(String entry) {
        return entry.indexOf('{') >= 0 || entry.indexOf('}') >= 0;
    }

    /** Returns the words of all languages, without duplicates. */
    public List<String> all() {
        return words.values().stream().flatMap(List::stream).distinct().toList();
    }
}
