package dev.winnow.label;

import dev.winnow.rule.Phase;
import dev.winnow.rule.Proposal;
import java.util.List;

/** Proposes what the rules of one phase say. */
record RuleLabeller(Phase phase) implements LineLabeller {

    @Override
    public List<Proposal> propose(Round round) {
        return round.propose(phase);
    }
}
