package dev.winnow.label;

import dev.winnow.rule.Proposal;
import dev.winnow.rule.Stratum;
import java.util.List;

/** Rules of one stratum. */
record RuleLabeller(Stratum stratum) implements LineLabeller {

    @Override
    public List<Proposal> propose(Round round) {
        return round.propose(stratum);
    }
}
