package dev.winnow.label;

import dev.winnow.rule.Phase;
import dev.winnow.rule.Proposal;
import java.util.List;

/** Rules of one phase. */
record RuleLabeller(Phase phase) implements LineLabeller {

    @Override
    public List<Proposal> propose(Round round) {
        return round.propose(phase);
    }
}
