package dev.winnow.rule.load;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Wording of messages: what an author may have meant, and quotations short enough for one line. */
final class Words {

    private static final int LONGEST = 40;

    private Words() {}

    /** {@code ; did you mean 'x'?} for the name most alike, or nothing when none is alike. */
    static String didYouMean(String written, Collection<String> names) {
        return closest(written, names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** {@code ; did you mean 'x'? Allowed are: …}, or only what is allowed. */
    static String instead(String written, Collection<String> candidates, Collection<String> allowed) {
        String list = String.join(", ", allowed);
        return closest(written, candidates)
                .map(name -> "; did you mean '" + name + "'? Allowed are: " + list)
                .orElse(allowed.isEmpty() ? "" : "; allowed are: " + list);
    }

    /** The name most like what was written, if any is at all. */
    static Optional<String> closest(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(written);
        String best = null;
        double bestScore = 0;
        for (String name : names) {
            String candidate = fold(name);
            int edits = new LevenshteinDistance(3).apply(folded, candidate);
            boolean alike = edits >= 0 && edits <= Math.max(1, Math.min(folded.length(), candidate.length()) / 3);
            boolean shorter = folded.length() >= 3 && candidate.startsWith(folded);
            double score = new JaroWinklerSimilarity().apply(folded, candidate);
            if ((alike || shorter || score >= 0.9) && score + (alike ? 1 : 0) > bestScore) {
                best = name;
                bestScore = score + (alike ? 1 : 0);
            }
        }
        return Optional.ofNullable(best);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** At most {@value #LONGEST} characters of a text, on one line. */
    static String cut(String text) {
        String line = oneLine(text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text);
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** {@code 'a', 'b' or 'c'}. */
    static String list(Collection<String> names, String last) {
        StringBuilder list = new StringBuilder();
        int left = names.size();
        for (String name : names) {
            list.append('\'').append(name).append('\'');
            left--;
            list.append(left > 1 ? ", " : left == 1 ? " " + last + " " : "");
        }
        return list.toString();
    }
}
