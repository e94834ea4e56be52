package dev.winnow.rule;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that a person who mistyped probably meant. */
public final class Suggestion {

    /**
     * Maximum length in characters. Longer texts are no mistyped names, and the time to compare grows with the square of the
     * length.
     */
    private static final int LONGEST = 40;
    /** Minimum Jaro-Winkler similarity of two names that are alike, whatever the number of changes. */
    private static final double ALIKE = 0.9;

    private Suggestion() {}

    /**
     * Returns the known name most similar to the written one. It is similar if at most a third of its letters changed (at
     * least one may), if the written one is its prefix of at least 3 letters, or by Jaro-Winkler similarity. Case, and
     * {@code _}, {@code -} or space as joints, do not count.
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        if (written.isBlank() || written.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(written);
        String best = null;
        double bestScore = 0;
        for (String name : known) {
            double score = score(folded, fold(name));
            if (score > bestScore) {
                best = name;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns {@code "; did you mean 'x'?"}, or the empty text. */
    public static String of(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** Returns {@code "; did you mean 'x'?"}, or the list of known names. */
    public static String orAll(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(known.isEmpty() ? "; none are defined" : "; known are: " + String.join(", ", known));
    }

    /** Returns 0 for names that are not alike; few changes score higher than a common prefix. */
    private static double score(String written, String name) {
        int limit = Math.max(1, Math.min(written.length(), name.length()) / 3);
        boolean fewChanges = new LevenshteinDistance(limit).apply(written, name) >= 0;
        boolean beginning = written.length() >= 3 && name.startsWith(written);
        double similarity = new JaroWinklerSimilarity().apply(written, name);
        return fewChanges ? 1 + similarity : beginning || similarity >= ALIKE ? similarity : 0;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
