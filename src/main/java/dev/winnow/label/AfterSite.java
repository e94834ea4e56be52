package dev.winnow.label;

import dev.winnow.rule.Proposal;
import java.util.List;

/** A labeller that says nothing in the first round on a page of HTML whose site has rules. */
record AfterSite(LineLabeller labeller) implements LineLabeller {

    @Override
    public List<Proposal> propose(Round round) {
        return round.isForSite() ? List.of() : labeller.propose(round);
    }
}
