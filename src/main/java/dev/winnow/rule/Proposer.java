package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries rules on the lines the index named and collects what they propose. For one pass over one document. */
final class Proposer {

    private final View view;
    private final boolean explaining;
    private final List<Proposal.NearMiss> nearMisses;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Guards guards;
    /** Matches found already: several triggers may lead to the same one. */
    private final Set<Long> taken = new HashSet<>();
    /** For each rule the last line its runs and sequences have taken: none begins inside another one. */
    private final Map<Integer, Integer> lastLine = new HashMap<>();
    /** For each range the lines between which it was found not to end: no start in there looks at them again. */
    private final Map<Integer, int[]> endless = new HashMap<>(0);
    /** Whether the pattern that is tried can never match the line. */
    private boolean hopeless;

    /**
     * Prepares a pass.
     *
     * @param explaining whether rules that fit but for a guard are asked for; those over their budget always are
     */
    Proposer(View view, boolean explaining, List<Proposal.NearMiss> nearMisses) {
        this.view = view;
        this.explaining = explaining;
        this.nearMisses = nearMisses;
        this.guards = new Guards(view);
    }

    List<Proposal> proposals() {
        return proposals;
    }

    /**
     * Tries a rule on a line.
     *
     * @return whether its pattern may fit the line, be it later: false tells never to try again
     */
    boolean attempt(CompiledRule rule, Trigger trigger, int line) {
        hopeless = false;
        boolean taken = rule.matcher().takesRuns() && line <= lastLine.getOrDefault(rule.index(), -1);
        if (!taken && (explaining || !guards.outOfReach(rule, line))) {
            rule.matcher().attempt(this, rule, trigger, line);
        }
        return !hopeless;
    }

    View view() {
        return view;
    }

    Guards guards() {
        return guards;
    }

    boolean isExplaining() {
        return explaining;
    }

    /** The rule will never fit the line. */
    void giveUp() {
        hopeless = true;
    }

    /** The pattern did not fit; one that asks for nothing but the line never will. */
    void forget(CompiledPattern pattern) {
        hopeless |= !pattern.needsKnown();
    }

    /** How a pattern fits a whole line; null when it does not. */
    @Nullable
    PatternMatch whole(CompiledPattern pattern, ScannedLine line) {
        if (!line.mayFit(pattern)) {
            return null;
        }
        PatternMatch[] found = new PatternMatch[1];
        pattern.match(line.text(), Mode.WHOLE, view.context(), null, 0, match -> {
            found[0] = match;
            return true;
        });
        return found[0];
    }

    /**
     * Notes, if somebody asks, that a value in a line is all that keeps a pattern from fitting.
     *
     * @param others the patterns of the rule, this one among them: where one of these fits there is nothing to note
     * @param text of the line, or of its end
     */
    void missedByLength(
            CompiledRule rule,
            int line,
            CompiledPattern pattern,
            List<CompiledPattern> others,
            Mode mode,
            MatchText text) {
        boolean whole = mode != Mode.WHOLE || !view.lines().get(line).isTooLong();
        String why = explaining && whole ? pattern.tooLong(text, mode, view.context()) : null;
        if (why != null
                && others.stream()
                        .noneMatch(other -> other.match(text, mode, view.context(), null, 0, match -> true))) {
            missed(rule, line, null, why);
        }
    }

    static void capture(PatternMatch match, int line, List<Proposal.Captured> captures) {
        for (PatternMatch.Value value : match.values()) {
            captures.add(new Proposal.Captured(value.field(), value.text(), line));
        }
    }

    /** A whole line. */
    Proposal.Piece piece(int line, Label label) {
        return Proposal.Piece.whole(view.lines(), line, label);
    }

    /** Whether a match of these lines is a new one, and stands where the rule asks. */
    boolean counts(CompiledRule rule, int first, int last) {
        if (!taken.add((long) rule.index() << 32 | first)) {
            return false;
        }
        if (guards.allows(rule, first, last, !explaining)) {
            return true;
        }
        if (explaining) {
            missed(rule, first, guards.objecting(rule, first, last), guards.objection(rule, first, last));
        }
        return false;
    }

    /** Proposes, unless the rule would take more than its budget. */
    void propose(CompiledRule rule, List<Proposal.Piece> pieces, List<Proposal.Captured> captures, String why) {
        if (!overBudget(rule, pieces.get(0).line(), guards.budget(rule, pieces))) {
            add(rule, pieces, captures, why);
        }
    }

    /**
     * Notes a match over budget.
     *
     * @param guard the budget's answer
     */
    boolean overBudget(CompiledRule rule, int first, @Nullable String guard) {
        if (guard != null) {
            nearMisses.add(new Proposal.NearMiss(rule.rule().id(), first, guard, true, 0, Condition.BUDGET));
        }
        return guard != null;
    }

    void add(CompiledRule rule, List<Proposal.Piece> pieces, List<Proposal.Captured> captures, String why) {
        if (rule.matcher().takesRuns()) {
            lastLine.put(rule.index(), pieces.get(pieces.size() - 1).line());
        }
        proposals.add(new Proposal(
                new Origin.OfRule(rule.rule(), rule.source()),
                new Standing(rule.tier(), 1, rule.matcher().isSweeping(), rule.literalLength()),
                pieces,
                captures,
                why));
    }

    /**
     * Notes what stopped a rule, if somebody asks.
     *
     * @param condition of the rule; null when it is none of its own
     */
    void missed(CompiledRule rule, int line, @Nullable Condition condition, String guard) {
        if (explaining) {
            nearMisses.add(new Proposal.NearMiss(rule.rule().id(), line, guard, false, 0, condition));
        }
    }

    /** Notes where a sequence stopped. */
    void stopped(CompiledRule rule, int line, SequenceSearch.Stop stop) {
        nearMisses.add(new Proposal.NearMiss(rule.rule().id(), line, stop.why(), false, stop.parts(), null));
    }

    /** The lines from one on, to another, between which a range is known not to end; to be moved on by whoever looks further. */
    int[] endless(CompiledRule rule, int from) {
        int[] known = endless.computeIfAbsent(rule.index(), index -> new int[] {from, from + 1});
        if (from < known[0] || from >= known[1]) {
            known[0] = from;
            known[1] = from + 1;
        }
        return known;
    }
}
