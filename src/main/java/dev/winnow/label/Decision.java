package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import java.util.List;

/**
 * The decision about one line: its label, with the reason.
 *
 * @param reason label, rule and evidence; the rule is {@link #BY_SHAPE} where no labeller named the line
 * @param match number of the match that decided; lines of one match share it; -1 when no match decided
 * @param spent whether stretches cover the whole line; then the reason is that of the first of them
 * @param stretches parts of the line with a label of their own, in the order in which they were found
 */
public record Decision(Reason reason, int match, boolean spent, List<Stretch> stretches) {

    /** Evidence of lines that no labeller named. */
    public static final String BY_SHAPE = "shape";

    /**
     * A part of a line with a label of its own.
     *
     * @param start offset in the line
     * @param end offset in the line
     */
    public record Stretch(int start, int end, Reason reason) {

        public Label label() {
            return labelOf(reason);
        }
    }

    public Decision {
        stretches = List.copyOf(stretches);
    }

    public Label label() {
        return labelOf(reason);
    }

    /** Whether a labeller named the line as a whole. */
    public boolean isNamed() {
        return !spent && !reason.rule().equals(BY_SHAPE);
    }

    /** Returns the label of a reason; body when it has none. */
    private static Label labelOf(Reason reason) {
        Label label = reason.label();
        return label == null ? Label.BODY : label;
    }
}
