package dev.winnow.source.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Conventions of languages that HTML leaves open: quotation marks and superscript endings. Immutable and thread-safe. */
public final class Typography {

    /** For unknown languages, and if there is no word list. */
    private static final Quotes PLAIN = new Quotes("“", "”", "‘", "’");

    private final Map<String, Quotes> quotes = new HashMap<>();
    private final Set<String> endings;

    /**
     * Quotation marks of a language.
     *
     * @param open before a quotation
     * @param close after it
     * @param innerOpen before a quotation inside another
     * @param innerClose after it
     */
    record Quotes(String open, String close, String innerOpen, String innerClose) {}

    /**
     * Takes the entries of word lists.
     *
     * @param marks four marks of each language: for a quotation, and for one inside another
     * @param endings superscript endings of words and numbers, such as {@code st}
     */
    public Typography(Map<String, List<String>> marks, Set<String> endings) {
        marks.forEach((language, four) -> {
            if (four.size() == 4) {
                quotes.put(language, new Quotes(four.get(0), four.get(1), four.get(2), four.get(3)));
            }
        });
        this.endings =
                endings.stream().map(ending -> ending.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the conventions without knowledge of any language. */
    public static Typography plain() {
        return new Typography(Map.of(), Set.of());
    }

    /**
     * @param language value of the attribute {@code lang}; empty when unknown
     */
    Quotes quotes(String language) {
        String key = language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        while (true) {
            Quotes known = quotes.get(key);
            if (known != null) {
                return known;
            }
            int cut = key.lastIndexOf('-');
            if (cut < 0) {
                return quotes.getOrDefault("any", PLAIN);
            }
            key = key.substring(0, cut);
        }
    }

    /** Superscript endings of words and numbers, in lower case. */
    Set<String> endings() {
        return endings;
    }
}
