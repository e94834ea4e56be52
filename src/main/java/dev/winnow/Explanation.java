package dev.winnow;

import dev.winnow.document.Article;
import dev.winnow.document.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a document was cleaned as it was.
 *
 * @param article the result
 * @param site full id of the site pack that was used; null when none applied
 * @param lines one entry for each of {@link Article#lines()}
 * @param conflicts pairs of rules of equal standing that contradict each other
 * @param siteMisses why no site's pack applies, one sentence for each that could; empty when one does
 */
public record Explanation(
        Article article,
        @Nullable String site,
        List<LineExplanation> lines,
        List<String> conflicts,
        List<String> siteMisses) {

    /**
     * Why a line is what it is.
     *
     * @param line with its label, rule and evidence
     * @param shapes the line's shapes
     * @param stretches stretches inside the line that a rule named, in order
     * @param nearMisses rules that came close
     */
    public record LineExplanation(
            Article.LabelledLine line, List<Shape> shapes, List<Stretch> stretches, List<NearMiss> nearMisses) {
        public LineExplanation {
            shapes = List.copyOf(shapes);
            stretches = List.copyOf(stretches);
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /**
     * A stretch of a line that a rule named.
     *
     * @param start offset in the line's text
     * @param end offset in the line's text
     * @param label what it is, by its key
     * @param removed whether it was taken out
     */
    public record Stretch(int start, int end, String label, String rule, String why, boolean removed) {}

    /**
     * A rule that came close.
     *
     * @param guard what stopped it
     * @param partial whether only a part of a sequence fitted; else the rule fitted the line but for the guard
     */
    public record NearMiss(String rule, String guard, boolean partial) {}

    public Explanation {
        lines = List.copyOf(lines);
        conflicts = List.copyOf(conflicts);
        siteMisses = List.copyOf(siteMisses);
    }
}
