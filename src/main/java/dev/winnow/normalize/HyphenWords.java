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
 * What is known of words about hyphens at the end of a line, by language: lists of whole words, and of parts with a hyphen on the
 * side where they were cut. {@code well-} is a first part, {@code -led} a second one. Entries of these without a hyphen say nothing.
 * Case does not count. Thread-safe.
 */
public final class HyphenWords {

    /** Nothing is known; the document alone decides. */
    public static final HyphenWords NONE = new HyphenWords(Map.of(), Map.of(), text -> null, language -> WordList.NONE);

    private static final String SUSPENDED = "- ";

    /** The language of parts that count in each. */
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
     * Takes the lists in, by language.
     *
     * @param compound parts of words that have a hyphen of their own, such as {@code well-} and {@code -led}; with a space
     *     behind the hyphen, words that follow a first part whose second comes later, such as {@code - and} for
     *     {@code flood- and storm-proof}
     * @param divided parts that only come of dividing a word, such as {@code -ment}
     * @param language tells the language of a text, null if it is not clear; asked at most once a text
     * @param whole gives the whole words of a language; asked at most once a language
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

    /** What counts in a text. */
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

        /** Whether a part, in lower case and without its hyphen, begins words with a hyphen of their own. */
        boolean isFirst(String part) {
            return compound.contains(part + "-");
        }

        boolean isSecond(String part) {
            return compound.contains("-" + part);
        }

        /** Whether a word follows a hyphen that stands for a part yet to come. */
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
