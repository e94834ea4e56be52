package dev.winnow.normalize;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of words about hyphens at the end of a line, as lists of parts with a hyphen on the side where they were cut:
 * {@code well-} is a first part, {@code -led} a second one. Entries without such a hyphen say nothing. Case does not count.
 * Immutable and thread-safe.
 */
public final class HyphenWords {

    /** Nothing is known; the document alone decides. */
    public static final HyphenWords NONE = new HyphenWords(Set.of(), Set.of());

    private static final String SUSPENDED = "- ";

    private final Set<String> compound;
    private final Set<String> divided;

    private HyphenWords(Set<String> compound, Set<String> divided) {
        this.compound = compound;
        this.divided = divided;
    }

    /**
     * Takes the lists in.
     *
     * @param compound parts of words that have a hyphen of their own, such as {@code well-} and {@code -led}; with a space
     *     behind the hyphen, words that follow a first part whose second comes later, such as {@code - and} for
     *     {@code flood- and storm-proof}
     * @param divided parts that only come of dividing a word, such as {@code con-} and {@code -ment}
     */
    public static HyphenWords of(Collection<String> compound, Collection<String> divided) {
        return new HyphenWords(folded(compound), folded(divided));
    }

    private static Set<String> folded(Collection<String> words) {
        Set<String> folded = new HashSet<>();
        words.forEach(word -> folded.add(word.toLowerCase(Locale.ROOT)));
        return Set.copyOf(folded);
    }

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
