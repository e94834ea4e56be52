package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Reason;
import java.util.List;

/**
 * What one line is.
 *
 * @param reason label, rule and evidence; the rule is {@link #BY_SHAPE} where no labeller said anything
 * @param match number of the match that decided; lines of one match share it; -1 where none did
 * @param spent whether stretches take all of the line; then the reason is that of the first of them
 * @param stretches of the line that are something of their own, in the order in which they were found
 */
public record Decision(Reason reason, int match, boolean spent, List<Stretch> stretches) {

    /** Evidence of lines that nobody named. */
    public static final String BY_SHAPE = "shape";

    /**
     * A stretch of a line.
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

    /** Text where none is named. */
    private static Label labelOf(Reason reason) {
        Label label = reason.label();
        return label == null ? Label.BODY : label;
    }
}
