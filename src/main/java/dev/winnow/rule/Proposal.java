package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;

/**
 * One match of a rule: what it says of which lines. Proposals compete; a resolver decides.
 *
 * @param rule that proposes
 * @param pack it belongs to
 * @param tier how specific its source is
 * @param sweeping whether the lines were taken as part of a run rather than named one by one
 * @param literalLength units of literal text the rule asked for: more is more specific
 * @param pieces lines, or stretches of lines, with their labels; in document order
 * @param captures values found, in document order
 * @param why the evidence, for a person
 */
public record Proposal(
        Rule rule,
        RulePack pack,
        Tier tier,
        boolean sweeping,
        int literalLength,
        List<Piece> pieces,
        List<Captured> captures,
        String why) {

    /**
     * A line, or a stretch of one.
     *
     * @param line index in the view
     * @param start offset in the line
     * @param end offset in the line
     * @param whole whether it is the whole line
     */
    public record Piece(int line, int start, int end, boolean whole, Label label) {}

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
     */
    public record NearMiss(String rule, int line, String guard, boolean budget, int parts) {}
}
