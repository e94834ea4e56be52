package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.model.Scene;
import dev.winnow.rule.Candidates;
import dev.winnow.rule.Field;
import dev.winnow.rule.MatchContext;
import dev.winnow.rule.Phase;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.View;
import dev.winnow.rule.Zones;
import dev.winnow.stats.PageRecurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One round of labelling: the remaining lines of a page, the facts known about it, and the proposals so far. Line numbers count
 * the remaining lines. For one thread.
 */
public final class Round {

    private final PageState state;
    private final int number;
    private final Candidates candidates;
    private final Resolver resolver;
    private final List<Proposal.NearMiss> missed = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private boolean titleSettled;
    private @Nullable Zones zones;

    /** @param number from 0 */
    Round(PageState state, int number) {
        this.state = state;
        this.number = number;
        this.candidates = state.rules.candidates(state.left, state.site(), context(), state.explaining);
        this.resolver = resolver();
        state.title.begin();
    }

    /** Returns the whole page. */
    public Page page() {
        return state.page;
    }

    /** Returns the remaining lines. */
    public ScannedPage.Left lines() {
        return state.left.lines();
    }

    /** Returns the pack of the page's site; null when none applies. */
    public @Nullable RulePack site() {
        return state.site();
    }

    /** Returns the language of the remaining lines, as an ISO 639-1 code; null when unknown. */
    public @Nullable String language() {
        return state.language.code();
    }

    /** Returns the facts that were known before labelling. */
    public Known known() {
        return state.known;
    }

    /** Returns the label of a line so far; null when no labeller named it. */
    public @Nullable Label label(int line) {
        return resolver.labels()[line];
    }

    /** Returns the winning proposal for a line so far, with its origin and standing; null when there is none. */
    public @Nullable Proposal proposal(int line) {
        Resolver.Winner winner = resolver.line(line);
        return winner == null ? null : winner.proposal();
    }

    /**
     * Returns the zones before, in and after the article. They are computed at the first call in the round, from the labels of
     * that time.
     */
    public Zones zones() {
        Zones found = zones;
        if (found == null) {
            found = Zones.of(lines(), resolver.labels());
            zones = found;
        }
        return found;
    }

    /** Whether links are marked: not on plain text, nor after links were turned into text. */
    public boolean knowsLinks() {
        return state.knowsLinks();
    }

    /**
     * Returns lines as the line model sees them. After links were turned into text, the model gets no markup.
     *
     * @param from the first of them
     * @param to behind the last of them
     */
    public Scene scene(int from, int to) {
        List<Line> lines = new ArrayList<>(to - from);
        List<@Nullable Label> labels = new ArrayList<>(to - from);
        List<@Nullable Block> blocks = knowsLinks() ? new ArrayList<>(to - from) : null;
        for (int i = from; i < to; i++) {
            lines.add(lines().line(i));
            labels.add(label(i));
            if (blocks != null) {
                blocks.add(lines().block(i));
            }
        }
        // A second cleaning of the result knows no title.
        return new Scene(lines, blocks, labels, blocks == null ? null : state.title.text());
    }

    /**
     * Whether the site's rules should go first. They may find the headline by the lines around it, after menus above them are
     * removed.
     */
    boolean isForSite() {
        return isFirst() && state.site() != null && state.page.markup() != null;
    }

    /**
     * Records the highest probability of any line of the page, or of a part of it, in thousandths. Only the first round counts.
     */
    void isSure(int perMille) {
        if (isFirst()) {
            state.isSure(perMille);
        }
    }

    /** Records that a labeller used the markup, if there is any. It may judge the text alone differently. */
    void readsMarkup() {
        state.readsMarkup();
    }

    /**
     * Records the model's judgement of a line, for a person.
     *
     * @param goes whether the line is removed
     */
    void note(int line, String text, boolean goes) {
        said.add(new Said(lines().line(line).index(), text, goes));
    }

    /** The model's judgement of a line of the page. */
    record Said(int line, String text, boolean goes) {}

    /** Returns the model's judgements of lines; only when explaining. */
    List<Said> said() {
        return said;
    }

    /** Whether the caller wants the reasons. */
    boolean isExplaining() {
        return state.explaining;
    }

    boolean isFirst() {
        return number == 0;
    }

    /** Returns the number of the round, from 0. */
    int number() {
        return number;
    }

    PageTitle title() {
        return state.title;
    }

    /** Whether labellers have found the page's headline. The answer is fixed at the first call in the round. */
    boolean showsTitle() {
        if (!titleSettled) {
            titleSettled = true;
            state.title.show(capturedTitle());
        }
        return state.title.isShown();
    }

    private @Nullable String capturedTitle() {
        for (int line = 0; line < lines().size(); line++) {
            Proposal proposal = proposal(line);
            if (proposal == null) {
                continue;
            }
            for (Proposal.Captured captured : proposal.captures()) {
                if (captured.field() == Field.TITLE && captured.line() == line) {
                    return captured.text();
                }
            }
        }
        return null;
    }

    /** Returns proposals for the lines outside of the article's element. */
    List<Proposal> outside() {
        return state.rules.proposeOutside(state.left, state.site());
    }

    /** Returns the proposals of all rules of a phase. */
    List<Proposal> propose(Phase phase) {
        return propose(phase, candidates);
    }

    /** Returns the proposals of one rule. */
    List<Proposal> propose(Phase phase, String rule) {
        return propose(phase, state.rules.ofRule(rule, phase, candidates));
    }

    private List<Proposal> propose(Phase phase, Candidates of) {
        Zones asked = null;
        if (phase != Phase.LINES) {
            showsTitle();
            asked = zones();
        }
        View view = new View(
                state.page,
                state.excerpt,
                lines(),
                state.site(),
                context(),
                asked,
                resolver.labels(),
                state.recurrence);
        return state.rules.propose(phase, of, view, state.explaining, missed);
    }

    private MatchContext context() {
        String title = state.title.text();
        return new MatchContext(language(), title == null ? Map.of() : Map.of(Field.TITLE, title));
    }

    /** Returns the statistics of the page's site; null where there are none. */
    @Nullable
    PageRecurrence recurrence() {
        return state.recurrence instanceof PageRecurrence known ? known : null;
    }

    /** Records, for a person, why a labeller did not name a line. */
    void missed(Proposal.NearMiss miss) {
        missed.add(miss);
    }

    void add(List<Proposal> proposals) {
        resolver.add(proposals);
    }

    /** Returns the resolver with the proposals so far. */
    Resolver resolved() {
        return resolver;
    }

    /** Makes an empty resolver for the remaining lines. */
    Resolver resolver() {
        ScannedPage.Left lines = lines();
        return new Resolver(lines.size(), line -> state.isCode(lines.line(line)));
    }

    /** Returns the rules that nearly matched. */
    List<Proposal.NearMiss> missed() {
        return missed;
    }
}
