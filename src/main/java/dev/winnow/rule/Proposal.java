package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labels for some lines, and values found there; for example one match of a rule. Proposals compete and a resolver decides.
 * Immutable and thread-safe.
 *
 * @param origin the source of the proposal
 * @param standing its priority among proposals for the same lines
 * @param pieces lines, or spans of lines, with their labels; in document order
 * @param captures values found, in document order
 * @param why the evidence, for people
 */
public record Proposal(Origin origin, Standing standing, List<Piece> pieces, List<Captured> captures, String why) {

    public Proposal {
        pieces = List.copyOf(pieces);
        captures = List.copyOf(captures);
    }

    /**
     * A line, or a span of one.
     *
     * @param line index in the view
     * @param start offset in the line
     * @param end offset in the line, exclusive
     * @param whole whether it is the whole line
     */
    public record Piece(int line, int start, int end, boolean whole, Label label) {

        /** Returns a piece for a whole line. */
        public static Piece whole(ScannedPage.Left lines, int line, Label label) {
            return new Piece(line, 0, lines.line(line).length(), true, label);
        }
    }

    /** A value found in a line of the view. */
    public record Captured(Field field, String text, int line) {}

    /**
     * A rule that fits a line but was stopped by one guard, or a sequence of which some parts fit.
     *
     * @param rule full id
     * @param line index in the view
     * @param guard why it was stopped, for people
     * @param budget whether its budget stopped it; such a match is worth a warning
     * @param parts for a sequence, the number of parts that fit; 0 for a rule that a guard stopped
     * @param condition the condition of the rule that stopped it; null when it was none of its own
     */
    public record NearMiss(
            String rule,
            int line,
            String guard,
            boolean budget,
            int parts,
            @Nullable Condition condition) {}
}
