package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries rules on the lines that the index found, and collects proposals. For one pass over one document; not thread-safe. */
final class Proposer {

    private final View view;
    private final boolean explaining;
    private final List<Proposal.NearMiss> nearMisses;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Guards guards;
    /** Rule and first line of the matches found so far, since several triggers may lead to the same match. */
    private final Set<Long> taken = new HashSet<>();
    /** By rule, the last line that its runs and sequences took. No match begins inside another match of the same rule. */
    private final Map<Integer, Integer> lastLine = new HashMap<>();
    /** By range rule, the lines among which no end was found. A later start among them need not look there again. */
    private final Map<Integer, int[]> endless = new HashMap<>(0);
    /** Whether the current pattern can never match the line. */
    private boolean hopeless;

    /**
     * Prepares a pass.
     *
     * @param explaining whether near misses are collected; those over budget always are
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
     * @return whether the pattern may fit the line, now or in a later pass; false means never try again
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

    /** Notes that the rule can never fit the line. */
    void giveUp() {
        hopeless = true;
    }

    /** Notes that a pattern did not fit. A pattern that depends on nothing but the line can never fit it. */
    void forget(CompiledPattern pattern) {
        hopeless |= !pattern.needsKnown();
    }

    /** Returns the match of a pattern with a whole line; null when it does not fit. */
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
     * When explaining, notes a pattern that fits except that a value is too long for its slot.
     *
     * @param others all patterns of the rule; where one of them fits, nothing is noted
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

    /**
     * Notes a pattern whose literal text fits a line but for a slot that does not take the text at its place. Only for
     * explanations: it takes longer than a match.
     *
     * @param others all patterns of the rule; where one of them fits, nothing is noted
     */
    void missedBySlot(CompiledRule rule, int line, CompiledPattern pattern, List<CompiledPattern> others) {
        ScannedLine scanned = view.lines().get(line);
        // A rule for all pages names many words that begin other lines, too.
        boolean tells = view.excerpt() || rule.source().ofSite() && pattern.hasText();
        String why = tells && !scanned.isTooLong() ? pattern.refusal(scanned.text(), view.context()) : null;
        if (why != null && others.stream().noneMatch(other -> whole(other, scanned) != null)) {
            missed(rule, line, null, why);
        }
    }

    static void capture(PatternMatch match, int line, List<Proposal.Captured> captures) {
        for (PatternMatch.Value value : match.values()) {
            captures.add(new Proposal.Captured(value.field(), value.text(), line));
        }
    }

    /** Returns a piece for a whole line. */
    Proposal.Piece piece(int line, Label label) {
        return Proposal.Piece.whole(view.lines(), line, label);
    }

    /** Whether a match of these lines is new, and its conditions hold. */
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

    /** Adds a proposal, unless the rule exceeds its budget. */
    void propose(CompiledRule rule, List<Proposal.Piece> pieces, List<Proposal.Captured> captures, String why) {
        if (!overBudget(rule, pieces.get(0).line(), guards.budget(rule, pieces))) {
            add(rule, pieces, captures, why);
        }
    }

    /**
     * Notes a match over budget.
     *
     * @param guard the message about the budget; null when it is not exceeded
     * @return whether the match is over budget
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
     * When explaining, notes what stopped a rule.
     *
     * @param condition the condition of the rule that stopped it; null when it is none of its own
     */
    void missed(CompiledRule rule, int line, @Nullable Condition condition, String guard) {
        if (explaining) {
            nearMisses.add(new Proposal.NearMiss(rule.rule().id(), line, guard, false, 0, condition));
        }
    }

    /** Notes where a sequence stopped to fit. */
    void stopped(CompiledRule rule, int line, SequenceSearch.Stop stop) {
        nearMisses.add(new Proposal.NearMiss(rule.rule().id(), line, stop.why(), false, stop.parts(), null));
    }

    /**
     * Returns a pair of lines: a range that begins between them does not end before the second. The caller advances the
     * second as it searches.
     */
    int[] endless(CompiledRule rule, int from) {
        int[] known = endless.computeIfAbsent(rule.index(), index -> new int[] {from, from + 1});
        if (from < known[0] || from >= known[1]) {
            known[0] = from;
            known[1] = from + 1;
        }
        return known;
    }
}
