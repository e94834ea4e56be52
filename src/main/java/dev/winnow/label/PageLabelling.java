package dev.winnow.label;

import dev.winnow.document.Line;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Phase;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.RulePack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels one page, round by round. For one thread. */
final class PageLabelling {

    /**
     * Maximum number of rounds. Each round removes at least one line. Two rounds are typical; only noisy pages need more than
     * four.
     */
    private static final int MAX_ROUNDS = 100;

    private static final int NOT_NUMBERED = -1;

    private final PageState state;
    private final Notes notes;
    /** The state of each line that a labeller named, by line number; null for the others. */
    private final @Nullable LineState[] lines;

    private int matches;

    PageLabelling(PageState state) {
        this.state = state;
        this.notes = new Notes(state.page);
        this.lines = new LineState[state.page.lines().size()];
    }

    /** Labels the page with all labellers, until nothing more is removed. */
    Labelling label(List<LineLabeller> labellers, Masthead masthead, Bylines bylines) {
        RulePack site = state.site();
        String language = state.language.code();
        List<String> siteMisses = state.explaining && site == null
                ? state.rules.sites().misses(state.left, state.known.host(), state.known.day())
                : List.of();
        boolean changed = true;
        // Stop when interrupted.
        for (int number = 0;
                changed && number < MAX_ROUNDS && !Thread.currentThread().isInterrupted();
                number++) {
            Round round = new Round(state, number);
            for (LineLabeller labeller : labellers) {
                List<Proposal> proposals = labeller.propose(round);
                if (state.explaining) {
                    notes.fitted(proposals);
                }
                round.add(proposals);
            }
            notes.add(round);
            changed = decide(round, round.resolved()) || round.isForSite() || state.changes();
        }
        Decisions decisions = decisions();
        return new Labelling(
                decisions,
                Captures.of(state, decisions, captures(), masthead, bylines),
                site,
                language,
                state.sureness(),
                notes.nearMisses(),
                notes.said(),
                notes.conflicts(),
                notes.warnings(),
                siteMisses);
    }

    /**
     * Labels the page with one rule alone, in one round. If the rule asks for the labels of neighbours, the other rules label
     * them first; their labels do not show in the result.
     */
    Labelling labelOnly(String rule) {
        Round round = new Round(state, 0);
        Resolver own = round.resolver();
        boolean amongOthers = state.rules.asksForNeighbours(rule);
        for (Phase phase : Phase.values()) {
            boolean unseen = amongOthers && phase != Phase.NEIGHBOURS;
            List<Proposal> proposals = unseen ? round.propose(phase) : round.propose(phase, rule);
            notes.fitted(proposals);
            round.add(proposals);
            if (!unseen) {
                own.add(proposals);
            }
        }
        notes.add(round);
        decide(round, own);
        return new Labelling(
                decisions(),
                captures(),
                state.site(),
                state.language.code(),
                state.sureness(),
                notes.nearMisses(),
                notes.said(),
                List.of(),
                notes.warnings(),
                List.of());
    }

    private Decisions decisions() {
        Decision[] named = new Decision[lines.length];
        for (int i = 0; i < lines.length; i++) {
            LineState line = lines[i];
            named[i] = line == null ? null : line.decision();
        }
        return new Decisions(state.page, named);
    }

    /** Returns the values found in lines, in document order. */
    private List<Capture> captures() {
        List<Capture> captures = new ArrayList<>();
        for (LineState line : lines) {
            if (line != null) {
                captures.addAll(line.captures());
            }
        }
        return captures;
    }

    /**
     * Applies the winning proposals and removes all lines that are no text of the article. Returns whether anything was removed.
     */
    private boolean decide(Round round, Resolver resolver) {
        int[] numbers = new int[resolver.proposalCount()];
        Arrays.fill(numbers, NOT_NUMBERED);
        BitSet gone = new BitSet(lines.length);
        List<Line> rests = new ArrayList<>();
        boolean changed = false;
        for (int i = resolver.nextTouched(0); i >= 0; i = resolver.nextTouched(i + 1)) {
            Line line = round.lines().line(i);
            LineState decided = stateOf(line);
            changed |= decide(decided, i, resolver, numbers, round.isFirst());
            Line rest = decided.rest();
            if (rest != null) {
                rests.add(rest);
            } else if (decided.isGone()) {
                gone.set(line.index());
            }
            if (rest != null || decided.isGone()) {
                state.language.went(line);
            }
        }
        state.left.replace(rests);
        state.left.remove(gone);
        return changed;
    }

    private boolean decide(LineState line, int at, Resolver resolver, int[] numbers, boolean first) {
        boolean changed = false;
        Resolver.Winner winner = resolver.line(at);
        if (winner != null) {
            int number = number(winner, numbers);
            changed = line.called(winner, number, first);
            capture(winner, number, at, line, false);
        }
        if (!line.isGone()) {
            for (Resolver.Winner stretch : resolver.stretches(at)) {
                int number = number(stretch, numbers);
                changed |= line.stretched(stretch);
                capture(stretch, number, at, line, true);
            }
        }
        return changed;
    }

    /** Returns the number of the match, which is the same for all lines of one proposal. */
    private int number(Resolver.Winner winner, int[] numbers) {
        if (numbers[winner.number()] == NOT_NUMBERED) {
            numbers[winner.number()] = matches++;
        }
        return numbers[winner.number()];
    }

    private LineState stateOf(Line line) {
        LineState known = lines[line.index()];
        if (known == null) {
            Line whole = state.page.lines().get(line.index());
            known = new LineState(whole, ByShape.of(state.page, line.index()).reason());
            lines[line.index()] = known;
        }
        return known;
    }

    /** Records the values that a match found in a line. */
    private void capture(Resolver.Winner winner, int match, int at, LineState line, boolean stretch) {
        Origin origin = winner.proposal().origin();
        for (Proposal.Captured captured : winner.proposal().captures()) {
            if (captured.line() == at) {
                line.capture(
                        new Capture(
                                captured.field(),
                                captured.text(),
                                new Provenance.Match(
                                        origin.id(),
                                        Provenance.Rank.of(origin.ofSite()),
                                        match,
                                        line.line().index()),
                                dates(origin)),
                        stretch);
            }
        }
    }

    /** Returns the date settings of the rule's pack, or else those of the site's pack. */
    private DateSettings dates(Origin origin) {
        DateSettings own = origin.dates();
        RulePack site = state.site();
        return own.equals(DateSettings.UNKNOWN) && site != null ? site.dates() : own;
    }
}
