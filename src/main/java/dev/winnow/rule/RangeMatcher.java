package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** See {@link Matcher.OfRange}. */
record RangeMatcher(
        List<CompiledPattern> from,
        List<CompiledPattern> to,
        boolean toEnd,
        boolean toBlank,
        @Nullable Shape whileShape,
        boolean glued,
        List<CompiledPattern> before,
        List<Labelled> lines,
        int atLeast,
        int atMost)
        implements CompiledMatcher {

    /** See {@link Matcher.Labelled}. */
    record Labelled(List<CompiledPattern> patterns, Label label) {}

    @Override
    public List<CompiledPattern> patterns() {
        return Stream.concat(Stream.of(from, to, before), lines.stream().map(Labelled::patterns))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public int literalLength() {
        return CompiledPattern.shortestLiteral(
                Stream.of(from, to, before).flatMap(List::stream).toList());
    }

    @Override
    public List<Lookup> lookups() {
        return List.of(new Lookup(0, fromStart() ? ends() : from, Mode.WHOLE));
    }

    @Override
    public Reach reach() {
        // A range from the start is looked up by its last line; its first line is that of the page.
        return fromStart() ? Reach.ANYWHERE : Reach.FIRST;
    }

    /** Nothing follows a range to the end, so conditions look at what follows its first line. */
    @Override
    public int lastAsked(int first, int last) {
        return toEnd ? first : last;
    }

    @Override
    public boolean takesRuns() {
        return true;
    }

    @Override
    public boolean isSweeping() {
        return true;
    }

    private boolean fromStart() {
        return from.isEmpty();
    }

    private List<CompiledPattern> ends() {
        return to.isEmpty() ? before : to;
    }

    @Override
    public void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line) {
        List<Proposal.Captured> captures = new ArrayList<>();
        ScannedLine scanned = pass.view().lines().get(line);
        if (fromStart()) {
            PatternMatch match = pass.whole(ends().get(trigger.pattern()), scanned);
            int after = to.isEmpty() ? line : line + 1;
            if (match != null && fits(after - 1)) {
                captureUnless(to.isEmpty(), match, line, captures);
                sweep(pass, rule, 0, after, captures);
            } else if (match != null) {
                pass.missed(rule, line, tooLongOrShort(after - 1), lengths(after - 1));
            }
            return;
        }
        CompiledPattern first = from.get(trigger.pattern());
        PatternMatch start = pass.whole(first, scanned);
        String guard = start == null ? null : pass.guards().shape(rule, line);
        if (start == null) {
            pass.forget(first);
            return;
        }
        if (guard != null) {
            pass.missed(rule, line, Condition.SHAPE, guard);
            return;
        }
        Proposer.capture(start, line, captures);
        int after = end(pass, rule, line, captures);
        if (after > 0 && fits(after - line - 1)) {
            sweep(pass, rule, line, after, captures);
        } else if (pass.isExplaining()) {
            int following = after - line - 1;
            pass.missed(
                    rule,
                    line,
                    after > 0
                            ? tooLongOrShort(following)
                            : atMost < pass.view().lines().size() - line ? Condition.AT_MOST : null,
                    after > 0 ? lengths(following) : endless(pass, line));
        }
    }

    private Condition tooLongOrShort(int following) {
        return following < atLeast ? Condition.AT_LEAST : Condition.AT_MOST;
    }

    /** Returns why a range with this number of lines after its first line does not count. */
    private String lengths(int following) {
        String lines = following + (following == 1 ? " line of the range follows" : " lines of the range follow")
                + " the first, ";
        return following < atLeast ? lines + "at least " + atLeast + " must" : lines + "at most " + atMost + " may";
    }

    /** Returns why a range has no end. */
    private String endless(Proposer pass, int from) {
        String names =
                ends().stream().map(end -> "'" + end.written() + "'").distinct().collect(Collectors.joining(" or "));
        boolean limited = atMost < pass.view().lines().size() - from;
        return "it never ends: no line fits " + names
                + (limited ? " within the " + atMost + (atMost == 1 ? " line" : " lines") + " it may have" : "");
    }

    private boolean fits(int following) {
        return following >= atLeast && following <= atMost;
    }

    /** Returns the index of the first line after the range; 0 when it has no valid end. */
    private int end(Proposer pass, CompiledRule rule, int from, List<Proposal.Captured> captures) {
        int all = pass.view().lines().size();
        int limit = atMost >= all ? all : Math.min(all, from + 1 + atMost);
        Shape shape = whileShape;
        if (shape != null) {
            return firstEnd(
                    pass,
                    rule,
                    from,
                    limit,
                    at -> !goesOn(shape, pass.view().lines().line(at)));
        }
        if (toBlank) {
            return firstEnd(
                    pass, rule, from, limit, at -> !pass.view().lines().line(at).glued());
        }
        if (toEnd) {
            return all;
        }
        boolean inclusive = before.isEmpty();
        int most = Math.min(all, limit + 1);
        int at = firstEnd(pass, rule, from, most, line -> first(pass, ends(), line) != null);
        PatternMatch match = at < most ? first(pass, ends(), at) : null;
        if (match == null) {
            return 0;
        }
        captureUnless(!inclusive, match, at, captures);
        return inclusive ? at + 1 : at;
    }

    /** Returns the first line after the given one at which a range ends; the limit when there is none before it. */
    private int firstEnd(Proposer pass, CompiledRule rule, int from, int limit, IntPredicate ends) {
        int[] known = pass.endless(rule, from);
        while (known[1] < limit && !ends.test(known[1])) {
            known[1]++;
        }
        return Math.min(known[1], limit);
    }

    private boolean goesOn(Shape shape, Line line) {
        return line.is(shape) && (line.glued() || !glued);
    }

    private void sweep(Proposer pass, CompiledRule rule, int from, int after, List<Proposal.Captured> captures) {
        if (from == after || !pass.counts(rule, from, after - 1)) {
            return;
        }
        // Check the budget first: the pieces may be half of the page.
        if (pass.overBudget(
                rule,
                from,
                pass.guards().budget(rule, after - from, pass.guards().units(from, after)))) {
            return;
        }
        List<Proposal.Piece> pieces = new ArrayList<>(after - from);
        for (int at = from; at < after; at++) {
            pieces.add(pass.piece(at, label(pass, rule, at, captures)));
        }
        String why = fromStart()
                ? "from the start of the page, " + pieces.size() + " lines"
                : "from '" + shortened(pass.view().lines().line(from).text()) + "'"
                        + (toEnd ? " to the end" : "") + ", " + pieces.size()
                        + (pieces.size() == 1 ? " line" : " lines");
        pass.add(rule, pieces, captures, why);
    }

    /** Returns the label of a line in the range. */
    private Label label(Proposer pass, CompiledRule rule, int at, List<Proposal.Captured> captures) {
        for (Labelled line : lines) {
            PatternMatch match = first(pass, line.patterns(), at);
            if (match != null) {
                Proposer.capture(match, at, captures);
                return line.label();
            }
        }
        return rule.label();
    }

    private static String shortened(String line) {
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }

    private static @Nullable PatternMatch first(Proposer pass, List<CompiledPattern> patterns, int line) {
        for (CompiledPattern pattern : patterns) {
            PatternMatch match = pass.whole(pattern, pass.view().lines().get(line));
            if (match != null) {
                return match;
            }
        }
        return null;
    }

    /** Captures values, unless the line is outside of the range. */
    private static void captureUnless(boolean outside, PatternMatch match, int line, List<Proposal.Captured> captures) {
        if (!outside) {
            Proposer.capture(match, line, captures);
        }
    }
}
