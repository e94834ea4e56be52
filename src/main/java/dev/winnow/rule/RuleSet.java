package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.source.html.HtmlPage;
import dev.winnow.source.html.Selectors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules and their index, which finds in one pass over a line the few rules that could match it. Immutable and
 * thread-safe; make one and use it for all documents.
 */
public final class RuleSet {

    private final List<RulePack> packs;
    private final Lexicons lexicons;
    private final String digest;
    private final CompiledRules rules;
    private final Announcements announcements;
    private final Subjects subjects;
    private final Sites sites;
    private final RulesInForce inForce;
    /** Made for the first HTML page: plain text needs neither the selectors nor the library behind them. */
    private final Later<ElementRules> elementRules;

    private RuleSet(RuleSources sources, String digest, CompiledRules rules) {
        this.packs = sources.packs();
        this.lexicons = sources.lexicons();
        this.digest = digest;
        this.rules = rules;
        this.announcements = new Announcements(lexicons);
        this.subjects = new Subjects(lexicons);
        this.sites = new Sites(packs, rules);
        this.inForce = new RulesInForce(packs, rules.index());
        this.elementRules = new Later<>(() -> new ElementRules(
                Arrays.stream(rules.index().ofElements()).mapToObj(rules::rule).toList(), packs));
    }

    /**
     * Compiles rules.
     *
     * @param digest identifies the rule set in output; for rules from files their SHA-256
     * @throws RuleException with all problems, if a pattern cannot be compiled
     */
    public static RuleSet compile(RuleSources sources, String digest) {
        ByteBuffer index = sources.index();
        CompiledRules known = index == null ? null : CompiledRules.read(sources, index);
        return new RuleSet(sources, digest, known == null ? CompiledRules.compile(sources) : known);
    }

    /**
     * Returns a copy with one rule changed in its conditions or labels, not in its patterns. Fast, since nothing else is
     * compiled.
     *
     * @param changed a rule with the id and the patterns of an existing one
     */
    public RuleSet with(Rule changed) {
        return with(changed, false);
    }

    /** Returns a copy in which one rule is never tried. */
    public RuleSet without(Rule rule) {
        return with(rule, true);
    }

    private RuleSet with(Rule changed, boolean away) {
        List<RulePack> with = packs.stream()
                .map(pack -> pack.rules().stream().anyMatch(rule -> rule.id().equals(changed.id()))
                        ? pack.withRules(pack.rules().stream()
                                .map(rule -> rule.id().equals(changed.id()) ? changed : rule)
                                .toList())
                        : pack)
                .toList();
        return new RuleSet(new RuleSources(with, lexicons), digest, rules.with(changed, away, with));
    }

    /** Returns the serialized index, to be stored; see {@link RuleSources#index}. */
    public byte[] index() {
        return rules.index().written();
    }

    public List<RulePack> packs() {
        return packs;
    }

    /** Returns patterns that change nothing, since another rule takes each of their lines; in no order. */
    public List<Shadows.Shadow> shadows() {
        return Shadows.in(rules, packs);
    }

    /** Returns the packs of sites, to find the site of a page. */
    public Sites sites() {
        return sites;
    }

    public Lexicons lexicons() {
        return lexicons;
    }

    /** Returns the SHA-256 of the rule files, or the digest given to {@link #compile}. */
    public String digest() {
        return digest;
    }

    /**
     * Looks up lines in the index.
     *
     * @param text that holds the lines
     */
    public ScannedPage scan(String text, List<Line> lines) {
        LiteralIndex index = rules.index().common();
        return new ScannedPage(index, index.scan(text, lines));
    }

    /** Looks up the lines of a page in the index. On a page with markup, evaluates all selectors too; see {@link #selectors}. */
    public ScannedPage scan(Page page) {
        ScannedPage scanned = scan(page.text().text(), page.lines());
        scanned.page(page);
        if (page.markup() instanceof HtmlPage markup) {
            scanned.elements(elementRules.get().select(page, markup));
        }
        return scanned;
    }

    /** Returns all selectors of rules and packs; pages of HTML must be read with them. */
    public Selectors selectors() {
        return elementRules.get().selectors();
    }

    /** Returns the proposal that lines outside of the article element are navigation; empty when no such element is known. */
    public List<Proposal> proposeOutside(ScannedPage page, @Nullable RulePack site) {
        SelectedElements elements = page.elements();
        return elements == null ? List.of() : elements.outside(page, site);
    }

    /** Whether a line stands in an element beside the article, by its index in the page. Such a line gives no metadata. */
    public boolean isBeside(ScannedPage page, int line) {
        SelectedElements elements = page.elements();
        return elements != null && elements.isBeside(line);
    }

    /**
     * A metadata value that a selector of a pack found.
     *
     * @param pack the pack with the selector
     * @param place number of the selector, the same for all its values
     */
    public record Stated(RulePack pack, Field field, int place, String text) {}

    /**
     * Returns the metadata values found by selectors of the site's pack and of packs for all pages; for each field the best
     * selector first.
     */
    public List<Stated> stated(ScannedPage page, @Nullable RulePack site) {
        SelectedElements elements = page.elements();
        return elements == null
                ? List.of()
                : elements.values(site).stream()
                        .map(value -> new Stated(value.pack(), value.field(), value.place(), value.text()))
                        .toList();
    }

    /** Whether the rule depends on the labels of neighbouring lines. */
    public boolean asksForNeighbours(String rule) {
        RuleIndex index = rules.index();
        return IntStream.range(0, index.rules())
                .anyMatch(i -> index.id(i).equals(rule) && rules.rule(i).phase() == Phase.NEIGHBOURS);
    }

    /**
     * Finds the rules in force that could match the lines.
     *
     * @param explaining whether to include rules whose condition {@code first} excludes the line
     */
    public Candidates candidates(ScannedPage page, @Nullable RulePack site, MatchContext context, boolean explaining) {
        return inForce.candidates(page, site, context, explaining);
    }

    /** Returns the candidates of one rule in a phase that has not run yet. */
    public Candidates ofRule(String rule, Phase phase, Candidates all) {
        return all.only(
                phase,
                trigger -> rules.index().rule(trigger) >= 0
                        && rules.index().id(rules.index().rule(trigger)).equals(rule),
                element -> element.rule().rule().id().equals(rule));
    }

    /**
     * Runs the rules of a phase and returns their proposals.
     *
     * @param candidates for the lines of the view
     * @param explaining whether to collect near misses; otherwise patterns of rules whose guards fail are not tried
     * @param nearMisses receives the near misses; those over budget in any case
     */
    public List<Proposal> propose(
            Phase phase, Candidates candidates, View view, boolean explaining, List<Proposal.NearMiss> nearMisses) {
        Proposer proposer = new Proposer(view, explaining, nearMisses);
        for (int i = 0; i < candidates.count(phase); i++) {
            int trigger = candidates.trigger(phase, i);
            CompiledRule rule = rules.rule(rules.index().rule(trigger));
            if (!proposer.attempt(rule, rules.index().trigger(trigger), candidates.line(phase, i))) {
                candidates.forget(phase, i);
            }
        }
        ElementProposer elements = new ElementProposer(proposer);
        for (SelectedElements.Taken element : candidates.elements()) {
            if (element.rule().phase() == phase) {
                elements.attempt(element, candidates.page());
            }
        }
        List<Surroundings.Withdrawn> withdrawn = new ArrayList<>();
        List<Proposal> settled = Surroundings.settle(proposer.proposals(), view, announcements, subjects, withdrawn);
        if (explaining) {
            withdrawn.forEach(gone -> nearMisses.add(gone.nearMiss()));
        }
        return settled;
    }
}
