package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of which lines, such as one match of a rule. Proposals compete; a resolver decides.
 *
 * @param origin who proposes
 * @param standing what it counts beside others
 * @param pieces lines, or stretches of lines, with their labels; in document order
 * @param captures values found, in document order
 * @param why the evidence, for a person
 */
public record Proposal(Origin origin, Standing standing, List<Piece> pieces, List<Captured> captures, String why) {

    public Proposal {
        pieces = List.copyOf(pieces);
        captures = List.copyOf(captures);
    }

    /**
     * A line, or a stretch of one.
     *
     * @param line index in the view
     * @param start offset in the line
     * @param end offset in the line
     * @param whole whether it is the whole line
     */
    public record Piece(int line, int start, int end, boolean whole, Label label) {

        /** A whole line. */
        public static Piece whole(ScannedPage.Left lines, int line, Label label) {
            return new Piece(line, 0, lines.line(line).length(), true, label);
        }
    }

    /** A value found in a line of the view. */
    public record Captured(Field field, String text, int line) {}

    /**
     * A rule that fitted a line but for one guard, or a sequence of lines of which a part fitted.
     *
     * @param rule full id
     * @param line index in the view
     * @param guard what stopped it, for a person
     * @param budget whether the guard was its budget: such a match is worth a warning
     * @param parts of a sequence how many parts fitted; 0 for a rule that fitted but for a guard
     * @param condition the rule's condition that stopped it; null where it was none of its own
     */
    public record NearMiss(
            String rule,
            int line,
            String guard,
            boolean budget,
            int parts,
            @Nullable Condition condition) {}
}
