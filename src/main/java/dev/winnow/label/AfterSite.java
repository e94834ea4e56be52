package dev.winnow.label;

import dev.winnow.rule.Proposal;
import java.util.List;

/**
 * Delays a labeller: on a page of HTML whose site has rules, it proposes nothing in the first round. The site's rules go first.
 */
record AfterSite(LineLabeller labeller) implements LineLabeller {

    @Override
    public List<Proposal> propose(Round round) {
        return round.isForSite() ? List.of() : labeller.propose(round);
    }
}
