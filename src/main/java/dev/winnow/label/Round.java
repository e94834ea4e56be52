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
 * One round of labelling: the lines that are left of a page, what is known of it, and what labellers have said so far. Lines are
 * numbered among those that are left. For one thread.
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

    /** The whole page. */
    public Page page() {
        return state.page;
    }

    /** The lines that are left of it. */
    public ScannedPage.Left lines() {
        return state.left.lines();
    }

    /** The pack of the page's site; null when none applies. */
    public @Nullable RulePack site() {
        return state.site();
    }

    /** Of the lines that are left, ISO 639-1 code; null when unknown. */
    public @Nullable String language() {
        return state.language.code();
    }

    /** What was known of the page before. */
    public Known known() {
        return state.known;
    }

    /** What a line is, as labellers have said so far; null when none said anything. */
    public @Nullable Label label(int line) {
        return resolver.labels()[line];
    }

    /** The proposal that has a line so far, with its origin and standing; null when there is none. */
    public @Nullable Proposal proposal(int line) {
        Resolver.Winner winner = resolver.line(line);
        return winner == null ? null : winner.proposal();
    }

    /** Where the article begins and ends, as labels stood when this was asked first in the round. */
    public Zones zones() {
        Zones found = zones;
        if (found == null) {
            found = Zones.of(lines(), resolver.labels());
            zones = found;
        }
        return found;
    }

    /** Whether links are told from text: not on plain text, nor once that has been used up. */
    public boolean knowsLinks() {
        return state.knowsLinks();
    }

    /**
     * Lines as the line model sees them. Once a page is taken for text alone, nothing is known of its markup.
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
        // Who cleans the result again knows no title.
        return new Scene(lines, blocks, labels, blocks == null ? null : state.title.text());
    }

    /** Whether a site's rules should look first: they know the headline by the lines around it, once menus above them are gone. */
    boolean isForSite() {
        return isFirst() && state.site() != null && state.page.markup() != null;
    }

    /** Takes note of how likely the likeliest line of the page, or of a part of it, is, in thousandths. */
    void isSure(int perMille) {
        if (isFirst()) {
            state.isSure(perMille);
        }
    }

    /** A labeller read the markup, where there is some: it may say something else of the text alone. */
    void readsMarkup() {
        state.readsMarkup();
    }

    /**
     * Keeps for a person what the model says of a line.
     *
     * @param goes whether the line goes
     */
    void note(int line, String text, boolean goes) {
        said.add(new Said(lines().line(line).index(), text, goes));
    }

    /** What the model says of a line of the page. */
    record Said(int line, String text, boolean goes) {}

    /** What the model says of lines; only when somebody asks for the reasons. */
    List<Said> said() {
        return said;
    }

    /** Whether somebody asks for the reasons. */
    boolean isExplaining() {
        return state.explaining;
    }

    boolean isFirst() {
        return number == 0;
    }

    /** From 0. */
    int number() {
        return number;
    }

    PageTitle title() {
        return state.title;
    }

    /** Whether labellers showed the page's headline before this was asked first in the round. */
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

    /** What stands outside of the article's element. */
    List<Proposal> outside() {
        return state.rules.proposeOutside(state.left, state.site());
    }

    /** What the rules of a phase say. */
    List<Proposal> propose(Phase phase) {
        return propose(phase, candidates);
    }

    /** What one rule says. */
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

    /** What statistics say of the lines; null where there are none of the page's site. */
    @Nullable
    PageRecurrence recurrence() {
        return state.recurrence instanceof PageRecurrence known ? known : null;
    }

    /** Keeps for a person what stopped somebody from naming a line. */
    void missed(Proposal.NearMiss miss) {
        missed.add(miss);
    }

    void add(List<Proposal> proposals) {
        resolver.add(proposals);
    }

    /** What labellers said so far. */
    Resolver resolved() {
        return resolver;
    }

    /** A resolver for the lines that are left, to which nobody has said anything. */
    Resolver resolver() {
        ScannedPage.Left lines = lines();
        return new Resolver(lines.size(), line -> state.isCode(lines.line(line)));
    }

    /** Rules that came close. */
    List<Proposal.NearMiss> missed() {
        return missed;
    }
}
