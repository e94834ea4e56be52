package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.rule.Budget;
import dev.winnow.rule.Conditions;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.PageSelectors;
import dev.winnow.rule.Place;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.Tier;
import dev.winnow.rule.Validity;
import java.util.List;

/**
 * What knows a line without any wording; every rule goes before it, unless it says otherwise.
 *
 * @param rule by which it proposes
 */
record Mechanism(Rule rule) {

    static final RulePack PACK = new RulePack(
            "mechanism",
            "",
            List.of(),
            List.of(),
            List.of(),
            DateSettings.UNKNOWN,
            Validity.ALWAYS,
            PageSelectors.NONE,
            List.of(),
            List.of(),
            Place.NOWHERE,
            "");

    /**
     * A mechanism.
     *
     * @param id full id, as evidence
     */
    static Mechanism of(String id, String description, Label label) {
        return new Mechanism(new Rule(
                id,
                description,
                new Matcher.OfLine(List.of()),
                label,
                false,
                false,
                Conditions.NONE,
                Budget.NONE,
                List.of(),
                Place.NOWHERE));
    }

    /** As one that goes before the rules for all pages: it tells what their wording would mistake. */
    Proposal proposalBeforeCommon(List<Proposal.Piece> pieces, String why) {
        return new Proposal(rule, PACK, Tier.COMMON, false, Integer.MAX_VALUE, pieces, List.of(), why);
    }

    Proposal proposal(List<Proposal.Piece> pieces, List<Proposal.Captured> captures, String why) {
        return new Proposal(rule, PACK, Tier.MECHANISM, false, 0, pieces, captures, why);
    }
}
