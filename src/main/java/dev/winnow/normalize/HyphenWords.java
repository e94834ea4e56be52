package dev.winnow.normalize;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Word lists for the treatment of hyphens at the end of a line, by language. They hold whole words, and parts of words with a
 * hyphen at the cut: {@code well-} is a first part, {@code -led} a second part. Among the parts, entries without a hyphen have
 * no effect. Case is ignored. Thread-safe.
 */
public final class HyphenWords {

    /** Empty lists: only the document decides. */
    public static final HyphenWords NONE = new HyphenWords(Map.of(), Map.of(), text -> null, language -> WordList.NONE);

    private static final String SUSPENDED = "- ";

    /** Key of the parts that count in every language. */
    private static final String ANY = "any";

    private final Map<String, Set<String>> compound;
    private final Map<String, Set<String>> divided;
    private final UnaryOperator<@Nullable String> language;
    private final Function<String, WordList> whole;
    private final Map<String, WordList> loaded = new ConcurrentHashMap<>();

    private HyphenWords(
            Map<String, Set<String>> compound,
            Map<String, Set<String>> divided,
            UnaryOperator<@Nullable String> language,
            Function<String, WordList> whole) {
        this.compound = compound;
        this.divided = divided;
        this.language = language;
        this.whole = whole;
    }

    /**
     * Creates the lists; keys are language codes.
     *
     * @param compound parts of words that are written with a hyphen, such as {@code well-} and {@code -led}. An entry with a
     *     space after the hyphen is a word that follows a suspended first part, such as {@code - and} for {@code flood- and
     *     storm-proof}
     * @param divided parts that occur only when a word is divided, such as {@code -ment}
     * @param language returns the language of a text, null if it is not clear; called at most once per text
     * @param whole returns the whole words of a language; called at most once per language
     */
    public static HyphenWords of(
            Map<String, List<String>> compound,
            Map<String, List<String>> divided,
            UnaryOperator<@Nullable String> language,
            Function<String, WordList> whole) {
        return new HyphenWords(folded(compound), folded(divided), language, whole);
    }

    private static Map<String, Set<String>> folded(Map<String, List<String>> lists) {
        Map<String, Set<String>> folded = new java.util.HashMap<>();
        lists.forEach((code, words) -> folded.put(code, folded(words)));
        return Map.copyOf(folded);
    }

    private static Set<String> folded(Collection<String> words) {
        Set<String> folded = new HashSet<>();
        words.forEach(word -> folded.add(word.toLowerCase(Locale.ROOT)));
        return Set.copyOf(folded);
    }

    /** Returns the words that count for a text. */
    Known in(String text) {
        if (compound.isEmpty() && divided.isEmpty()) {
            return new Known(Set.of(), Set.of(), WordList.NONE);
        }
        String code = language.apply(text);
        return code == null
                // Parts that keep a hyphen do no harm in another language.
                ? new Known(union(compound.values().stream()), union(Stream.of(of(divided, ANY))), WordList.NONE)
                : new Known(
                        union(Stream.of(of(compound, code), of(compound, ANY))),
                        union(Stream.of(of(divided, code), of(divided, ANY))),
                        loaded.computeIfAbsent(code, whole));
    }

    private static Set<String> of(Map<String, Set<String>> lists, String code) {
        return Objects.requireNonNullElse(lists.get(code), Set.of());
    }

    private static Set<String> union(Stream<Set<String>> sets) {
        Set<String> union = new HashSet<>();
        sets.forEach(union::addAll);
        return union;
    }

    /** The words of one language. */
    record Known(Set<String> compound, Set<String> divided, WordList whole) {

        /** Whether a part begins words that are written with a hyphen; in lower case and without its hyphen. */
        boolean isFirst(String part) {
            return compound.contains(part + "-");
        }

        boolean isSecond(String part) {
            return compound.contains("-" + part);
        }

        /** Whether a word follows a suspended first part, whose second part comes later. */
        boolean followsSuspended(String word) {
            return compound.contains(SUSPENDED + word);
        }

        boolean isDividedBeginning(String part) {
            return divided.contains(part + "-");
        }

        boolean isDividedEnding(String part) {
            return divided.contains("-" + part);
        }
    }
}
