package dev.winnow.label;

import dev.winnow.document.Page;
import dev.winnow.document.Policy;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * Says what each line of a page is. Immutable and thread-safe; what belongs to one page lives in a fresh object.
 *
 * <p>After a round of labelling, what the policy lets stay is labelled again, until nothing more goes. So cleaning the result
 * again changes nothing, by construction.
 */
public final class Labeller {

    private final RuleSet rules;
    private final Policy policy;
    private final @Nullable RulePack site;
    private final @Nullable LanguageIdentifier languages;
    private final Masthead masthead;
    private final DatedEntries entries;

    /**
     * Makes a labeller.
     *
     * @param site the pack to use for every page; null to find it by the page's host or fingerprint
     * @param languages finds the language of a page of which it is not known; null to leave it unknown
     */
    public Labeller(RuleSet rules, Policy policy, @Nullable RulePack site, @Nullable LanguageIdentifier languages) {
        this.rules = rules;
        this.policy = policy;
        this.site = site;
        this.languages = languages;
        this.masthead = new Masthead(rules.lexicons());
        this.entries = new DatedEntries(rules.lexicons());
    }

    /**
     * Labels a page.
     *
     * @param explaining whether the rules that came close are wanted too
     */
    public Labelling label(Page page, Known known, boolean explaining) {
        return new PageLabelling(rules, page, policy, site, languages, masthead, entries, known, null, explaining)
                .label();
    }

    /**
     * Labels a page with one rule alone, once; for trying out a rule on its examples. Where it asks what its neighbours are, the
     * other rules say that first, unseen.
     */
    public Labelling labelOnly(String rule, Page page, Known known) {
        return new PageLabelling(rules, page, policy, site, languages, masthead, entries, known, rule, true).label();
    }
}
