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
 * Rules compiled for use: an index that finds in one pass over a line the few rules that could matter to it, and these rules.
 * Immutable and thread-safe; made once, used for any number of documents.
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
    /** Made with the first page of HTML: text needs none of it, nor the library behind it. */
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
     * @param digest names the rule set in output; for rules from files the SHA-256 over these
     * @throws RuleException with every problem, if a pattern cannot be compiled
     */
    public static RuleSet compile(RuleSources sources, String digest) {
        ByteBuffer index = sources.index();
        CompiledRules known = index == null ? null : CompiledRules.read(sources, index);
        return new RuleSet(sources, digest, known == null ? CompiledRules.compile(sources) : known);
    }

    /**
     * The same but for one rule: to try out a change of what it asks beside its patterns, or of its labels. Takes next to no time.
     *
     * @param changed with the id of one of the rules, and the same patterns
     */
    public RuleSet with(Rule changed) {
        return with(changed, false);
    }

    /** The same but for one rule, which is never tried. */
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

    /** By what the rules are found, to be kept: see {@link RuleSources#index}. */
    public byte[] index() {
        return rules.index().written();
    }

    public List<RulePack> packs() {
        return packs;
    }

    /** Wordings that change nothing, since another rule takes each of their lines; in no order. */
    public List<Shadows.Shadow> shadows() {
        return Shadows.in(rules, packs);
    }

    /** Which site a page is of. */
    public Sites sites() {
        return sites;
    }

    public Lexicons lexicons() {
        return lexicons;
    }

    /** SHA-256 over the rule files, or what the maker of the rule set gave instead. */
    public String digest() {
        return digest;
    }

    /**
     * Looks lines up in the index.
     *
     * @param text of which they are parts
     */
    public ScannedPage scan(String text, List<Line> lines) {
        LiteralIndex index = rules.index().common();
        return new ScannedPage(index, index.scan(text, lines));
    }

    /** Looks a page's lines up in the index, and its markup, where it has some, for what rules select of it: see {@link #selectors}. */
    public ScannedPage scan(Page page) {
        ScannedPage scanned = scan(page.text().text(), page.lines());
        if (page.markup() instanceof HtmlPage markup) {
            scanned.elements(elementRules.get().select(page, markup), page);
        }
        return scanned;
    }

    /** All that rules select, to read a page of HTML with. */
    public Selectors selectors() {
        return elementRules.get().selectors();
    }

    /** The proposal to take what stands outside of the article's element for navigation; empty when none is known. */
    public List<Proposal> proposeOutside(ScannedPage page, @Nullable RulePack site) {
        SelectedElements elements = page.elements();
        return elements == null ? List.of() : elements.outside(page, site);
    }

    /** Whether a line stands in an element beside the article, by its number in the page: of it no metadata are taken. */
    public boolean isBeside(ScannedPage page, int line) {
        SelectedElements elements = page.elements();
        return elements != null && elements.isBeside(line);
    }

    /**
     * A value that stands where a pack says.
     *
     * @param pack that says so
     * @param place number of the selector, the same for all values that it selects
     */
    public record Stated(RulePack pack, Field field, int place, String text) {}

    /** Metadata values that stand where the site's pack, or one for all pages, says; the best place of each field first. */
    public List<Stated> stated(ScannedPage page, @Nullable RulePack site) {
        SelectedElements elements = page.elements();
        return elements == null
                ? List.of()
                : elements.values(site).stream()
                        .map(value -> new Stated(value.pack(), value.field(), value.place(), value.text()))
                        .toList();
    }

    /** Whether the rule asks what other rules said of the lines beside it. */
    public boolean asksForNeighbours(String rule) {
        RuleIndex index = rules.index();
        return IntStream.range(0, index.rules())
                .anyMatch(i -> index.id(i).equals(rule) && rules.rule(i).phase() == Phase.NEIGHBOURS);
    }

    /**
     * Finds the rules in force that could match the lines.
     *
     * @param explaining whether rules are wanted, too, for which a line stands too far down
     */
    public Candidates candidates(ScannedPage page, @Nullable RulePack site, MatchContext context, boolean explaining) {
        return inForce.candidates(page, site, context, explaining);
    }

    /** Those of the candidates of a phase, before it runs, that are of one rule. */
    public Candidates ofRule(String rule, Phase phase, Candidates all) {
        return all.only(
                phase,
                trigger -> rules.index().rule(trigger) >= 0
                        && rules.index().id(rules.index().rule(trigger)).equals(rule),
                element -> element.rule().rule().id().equals(rule));
    }

    /**
     * Lets the rules of a phase propose.
     *
     * @param candidates of the view's lines
     * @param explaining whether somebody asks for rules that fitted but for a guard; otherwise patterns of rules whose guards
     *     fail are not even tried
     * @param nearMisses is given the rules that fitted but for a guard, those over their budget in any case
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
