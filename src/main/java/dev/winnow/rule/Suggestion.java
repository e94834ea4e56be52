package dev.winnow.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a person who made a slip probably meant. */
public final class Suggestion {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Suggestion() {}

    /** The known name nearest to the written one, when it is near enough. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparing((String name) -> DISTANCE.apply(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> DISTANCE.apply(written, name) <= Math.max(2, name.length() / 3));
    }

    /** {@code "; did you mean 'x'?"}, or the empty text. */
    public static String of(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }
}
