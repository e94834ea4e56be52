package dev.winnow.label;

import dev.winnow.rule.Proposal;
import java.util.List;

/**
 * Proposes what lines are: rules, a mechanism, a model. Immutable and thread-safe; what belongs to one page comes with the round.
 * {@link Labeller#standard} is the list of them.
 */
@FunctionalInterface
public interface LineLabeller {

    /** What it says of the lines that are left. Those before it in the list have spoken already, see {@link Round#label}. */
    List<Proposal> propose(Round round);
}
