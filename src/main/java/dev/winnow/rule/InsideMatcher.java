package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * See {@link Matcher.Inside}.
 *
 * @param evidence for each pattern the reason shown to people when it matches
 */
record InsideMatcher(Mode mode, List<CompiledPattern> patterns, List<String> evidence) implements CompiledMatcher {

    static InsideMatcher of(Mode mode, List<CompiledPattern> patterns) {
        return new InsideMatcher(
                mode,
                patterns,
                patterns.stream()
                        .map(pattern -> "matches '" + pattern.written() + "'")
                        .toList());
    }

    @Override
    public List<Lookup> lookups() {
        return List.of(new Lookup(0, patterns, mode));
    }

    @Override
    public void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line) {
        ScannedLine scanned = pass.view().lines().get(line);
        Label label = rule.label();
        String guard = label.group() == Label.Group.TEXT ? null : pass.guards().shape(rule, line);
        if (guard != null && !pass.isExplaining()) {
            return;
        }
        boolean atEnd = mode == Mode.END;
        MatchText text = atEnd ? scanned.tail() : scanned.text();
        int shift = atEnd ? scanned.tailStart() : 0;
        List<Proposal.Piece> pieces = new ArrayList<>();
        List<Proposal.Captured> captures = new ArrayList<>();
        CompiledPattern pattern = patterns.get(trigger.pattern());
        pattern.match(text, mode, pass.view().context(), null, 0, match -> {
            int start = shift + text.lineOffset(match.start());
            int end = shift + text.lineOffset(match.end());
            if (!pieces.isEmpty() && start < pieces.get(pieces.size() - 1).end()) {
                return false;
            }
            boolean all = start == 0 && end == scanned.line().length();
            pieces.add(new Proposal.Piece(line, start, end, all, label));
            Proposer.capture(match, line, captures);
            return mode != Mode.ANYWHERE;
        });
        if (pieces.isEmpty()) {
            pass.forget(pattern);
            pass.missedByLength(rule, line, pattern, patterns, mode, text);
        } else if (guard != null) {
            pass.missed(rule, line, Condition.SHAPE, guard);
        } else if (pass.counts(rule, line, line)) {
            pass.propose(rule, pieces, captures, evidence.get(trigger.pattern()));
        }
    }
}
