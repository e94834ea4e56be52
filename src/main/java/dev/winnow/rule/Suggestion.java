package dev.winnow.rule;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a person who made a slip probably meant. */
public final class Suggestion {

    /** Nobody means a name with something longer; and comparing takes time that grows with the square of the length. */
    private static final int LONGEST = 40;
    /** From here on two names look alike whatever the number of changes. */
    private static final double ALIKE = 0.9;

    private Suggestion() {}

    /**
     * The known name nearest to the written one, when it is near enough: a change in every third letter at the most, a
     * beginning in place of the whole, or alike by Jaro and Winkler. Case and the kind of joint do not count.
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

    /** {@code "; did you mean 'x'?"}, or the empty text. */
    public static String of(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** {@code "; did you mean 'x'?"}, or all that is known. */
    public static String orAll(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(known.isEmpty() ? "; there is none" : "; known are: " + String.join(", ", known));
    }

    /** 0 for names that are not alike; a few changes count for more than a common beginning. */
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
