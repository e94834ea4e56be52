package dev.winnow.label;

import dev.winnow.rule.Proposal;
import java.util.List;

/**
 * Proposes labels for lines: by rules, a mechanism or a model. Immutable and thread-safe; the state of one page comes with the
 * round. {@link Labeller#standard} is the list of them.
 */
@FunctionalInterface
public interface LineLabeller {

    /**
     * Returns proposals for the remaining lines. The labellers before it in the list have proposed already, see
     * {@link Round#label}.
     */
    List<Proposal> propose(Round round);
}
