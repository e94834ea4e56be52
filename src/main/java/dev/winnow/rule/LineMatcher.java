package dev.winnow.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * See {@link Matcher.OfLine}.
 *
 * @param evidence for each pattern the reason shown to people when it matches
 */
record LineMatcher(List<CompiledPattern> patterns, List<String> evidence) implements CompiledMatcher {

    static LineMatcher of(List<CompiledPattern> patterns) {
        return new LineMatcher(
                patterns,
                patterns.stream()
                        .map(pattern -> "matches '" + pattern.written() + "'")
                        .toList());
    }

    @Override
    public List<Lookup> lookups() {
        return List.of(new Lookup(0, patterns, Mode.WHOLE));
    }

    @Override
    public void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line) {
        ScannedLine scanned = pass.view().lines().get(line);
        String guard = pass.guards().shape(rule, line);
        if (guard != null && !pass.isExplaining()) {
            pass.giveUp();
            return;
        }
        CompiledPattern pattern = patterns.get(trigger.pattern());
        PatternMatch match = pass.whole(pattern, scanned);
        if (match == null) {
            pass.forget(pattern);
            pass.missedByLength(rule, line, pattern, patterns, Mode.WHOLE, scanned.text());
            if (pass.isExplaining() && guard == null && pass.guards().allows(rule, line, line, false)) {
                pass.missedBySlot(rule, line, pattern, patterns);
            }
        } else if (guard != null) {
            pass.missed(rule, line, Condition.SHAPE, guard);
        } else if (pass.counts(rule, line, line)) {
            List<Proposal.Captured> captures = new ArrayList<>(0);
            Proposer.capture(match, line, captures);
            pass.propose(rule, List.of(pass.piece(line, rule.label())), captures, evidence.get(trigger.pattern()));
        }
    }
}
