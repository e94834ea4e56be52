package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import java.util.List;

/**
 * What was decided about one line.
 *
 * @param reason label, rule and evidence; the rule is {@code shape} where no rule said anything
 * @param removed whether the policy lets nothing of it stay
 * @param match number of the match that decided; lines of one match share it; -1 where no rule did
 * @param cuts stretches taken out of a line that stays, in order, without overlap
 * @param stretches stretches with a label that stay in the line
 */
public record Verdict(Reason reason, boolean removed, int match, List<Cut> cuts, List<Cut> stretches) {

    /** Evidence of lines that no rule named. */
    public static final String BY_SHAPE = "shape";

    /**
     * A stretch of a line.
     *
     * @param start offset in the line
     * @param end offset in the line
     */
    public record Cut(int start, int end, Reason reason) {}

    public Verdict {
        cuts = List.copyOf(cuts);
        stretches = List.copyOf(stretches);
    }

    public Label label() {
        return labelOf(reason);
    }

    /** The label of a reason: text where none is named. */
    public static Label labelOf(Reason reason) {
        Label label = reason.label();
        return label == null ? Label.BODY : label;
    }
}
