package dev.winnow.source.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a page's elements leave to the customs of languages. Immutable and thread-safe. */
public final class Typography {

    /** For languages of which nothing is known, and where there is no word list. */
    private static final Quotes PLAIN = new Quotes("“", "”", "‘", "’");

    private final Map<String, Quotes> quotes = new HashMap<>();
    private final Set<String> endings;

    /**
     * Quotation marks of a language.
     *
     * @param open before a quotation
     * @param close behind it
     * @param innerOpen before a quotation in another
     * @param innerClose behind it
     */
    record Quotes(String open, String close, String innerOpen, String innerClose) {}

    /**
     * Takes what word lists say.
     *
     * @param marks four of each language: of a quotation, and of one in another
     * @param endings what words and numbers end in above the line, such as {@code st}
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

    /** Without knowledge of any language. */
    public static Typography plain() {
        return new Typography(Map.of(), Set.of());
    }

    /** @param language as the attribute {@code lang} has it; empty when unknown */
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

    /** What words and numbers end in above the line, in lower case. */
    Set<String> endings() {
        return endings;
    }
}
