package dev.winnow.label;

import dev.winnow.document.Page;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Phase;
import dev.winnow.rule.Recurrence;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.stats.LineGeneralizer;
import dev.winnow.stats.PageRecurrence;
import dev.winnow.stats.SiteStatistics;
import dev.winnow.stats.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Labels each line of a page, independently of the policy. Immutable and thread-safe: the state of one page lives in an object of
 * its own.
 *
 * <p>After a round of labelling, the remaining text of the article is labelled again, until nothing more is removed. So cleaning
 * a result again changes nothing, by construction.
 */
public final class Labeller {

    /** The rule, in ledgers and reports, of lines that the line model removes. */
    public static final String MODEL = ModelLabeller.ID;

    private final RuleSet rules;
    private final @Nullable RulePack site;
    private final @Nullable LanguageIdentifier languages;
    private final List<LineLabeller> labellers;
    private final @Nullable Statistics statistics;
    private final LineGeneralizer general;
    private final Masthead masthead;
    private final Bylines bylines;

    /**
     * Makes a labeller.
     *
     * @param site the pack to use for every page; null to find it by the page's host or fingerprint
     * @param languages finds the language of pages where it is not known; null to leave it unknown
     * @param labellers in the order in which they are asked
     */
    public Labeller(
            RuleSet rules,
            @Nullable RulePack site,
            @Nullable LanguageIdentifier languages,
            List<LineLabeller> labellers) {
        this(rules, site, languages, labellers, null);
    }

    /**
     * Makes a labeller that also uses statistics of the lines that recur on the pages of sites.
     *
     * @param statistics null for none
     */
    public Labeller(
            RuleSet rules,
            @Nullable RulePack site,
            @Nullable LanguageIdentifier languages,
            List<LineLabeller> labellers,
            @Nullable Statistics statistics) {
        this.rules = rules;
        this.site = site;
        this.languages = languages;
        this.labellers = List.copyOf(labellers);
        this.statistics = statistics;
        this.general = new LineGeneralizer(rules.lexicons());
        this.masthead = new Masthead(rules.lexicons());
        this.bylines = new Bylines(rules.lexicons());
    }

    private Labeller(Labeller like, RuleSet rules, @Nullable RulePack site) {
        this.rules = rules;
        this.site = site;
        this.languages = like.languages;
        this.labellers = like.labellers;
        this.statistics = like.statistics;
        this.general = like.general;
        this.masthead = like.masthead;
        this.bylines = like.bylines;
    }

    /** Returns the same labeller with other rules. They must have the same word lists. */
    public Labeller with(RuleSet other) {
        return new Labeller(this, other, site);
    }

    /** Returns the same labeller with one site's pack for every page. */
    public Labeller ofSite(RulePack pack) {
        return new Labeller(this, rules, pack);
    }

    /**
     * Returns all labellers, in the order in which they are asked. Their standing, not this order, decides which of them wins for
     * a line.
     *
     * @param model judges the lines that no other labeller names; loaded when a page first needs it
     * @param strictness how much the model may remove
     */
    public static List<LineLabeller> standard(RuleSet rules, Supplier<LineModel> model, Strictness strictness) {
        List<LineLabeller> labellers = new ArrayList<>(List.of(
                new RuleLabeller(Phase.LINES),
                new AfterSite(Round::outside),
                new AfterSite(new HeadTitle()),
                new AfterSite(new DatedEntries(rules.lexicons())),
                new RepeatedTitle(),
                new LinkLines(),
                new RuleLabeller(Phase.ZONES),
                new RuleLabeller(Phase.NEIGHBOURS)));
        labellers.add(new StatisticsLabeller());
        if (strictness != Strictness.OFF) {
            labellers.add(new ModelLabeller(model, strictness));
        }
        return List.copyOf(labellers);
    }

    /**
     * Labels a page.
     *
     * @param explaining whether to record the rules that nearly matched, too
     */
    public Labelling label(Page page, Known known, boolean explaining) {
        return new PageLabelling(state(page, known, null, explaining, false)).label(labellers, masthead, bylines);
    }

    /**
     * Labels a page with one rule alone, in one round, to try a rule on its examples. If the rule asks for the labels of
     * neighbours, the other rules label them first; their labels do not show in the result.
     *
     * @param excerpt whether the page is only a part of one: then the share of it that the rule removes is not checked
     */
    public Labelling labelOnly(String rule, Page page, Known known, boolean excerpt) {
        return labelOnly(rule, page, known, excerpt, Recurrence.NONE);
    }

    /**
     * Labels a page with one rule alone, with given counts of how often the page's lines recur.
     *
     * @param recurrence in place of statistics
     */
    public Labelling labelOnly(String rule, Page page, Known known, boolean excerpt, Recurrence recurrence) {
        return new PageLabelling(state(page, known, recurrence, true, excerpt)).labelOnly(rule);
    }

    private PageState state(
            Page page, Known known, @Nullable Recurrence recurrence, boolean explaining, boolean excerpt) {
        return new PageState(
                rules,
                page,
                known,
                site,
                languages,
                recurrence == null ? recurrence(known) : recurrence,
                explaining,
                excerpt);
    }

    /** Returns the statistics of the site of the page's host, or else of the site that the caller named. */
    private Recurrence recurrence(Known known) {
        if (statistics == null) {
            return Recurrence.NONE;
        }
        SiteStatistics of =
                known.host() == null && site != null ? statistics.ofSite(site.id()) : statistics.ofHost(known.host());
        return of == null ? Recurrence.NONE : new PageRecurrence(of, general);
    }
}
