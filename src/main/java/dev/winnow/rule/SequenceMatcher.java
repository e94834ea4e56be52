package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * See {@link Matcher.OfLines}.
 *
 * @param kinds numbers of parts that differ in the lines they take; of equal parts only the first
 * @param sharesFields whether a value that one part captures may decide how another part matches
 * @param shortest minimum number of lines
 * @param longest maximum number of lines
 */
record SequenceMatcher(List<Part> parts, List<Integer> kinds, boolean sharesFields, int shortest, int longest)
        implements CompiledMatcher {

    /** Limit for {@code longest}: more lines than any page has, and low enough that sums do not overflow. */
    private static final int MANY = 1 << 30;

    SequenceMatcher(List<Part> parts) {
        this(
                parts,
                kinds(parts),
                sharesFields(parts),
                (int) parts.stream().filter(part -> !part.optional()).count(),
                (int) Math.min(MANY, parts.stream().mapToLong(Part::repeat).sum()));
    }

    private static List<Integer> kinds(List<Part> parts) {
        return IntStream.range(0, parts.size())
                .filter(i -> parts.subList(0, i).stream().noneMatch(parts.get(i)::takesAlike))
                .boxed()
                .toList();
    }

    private static boolean sharesFields(List<Part> parts) {
        for (Field field : Field.values()) {
            long count = parts.stream()
                    .filter(part -> part.patterns().stream().anyMatch(pattern -> pattern.captures(field)))
                    .count();
            if (count > 1) {
                return true;
            }
        }
        return parts.stream().flatMap(part -> part.patterns().stream()).anyMatch(CompiledPattern::needsKnown);
    }

    /**
     * See {@link Matcher.Part}.
     *
     * @param free whether one of its patterns is only a free slot; then it takes no line that another part describes
     */
    record Part(
            List<CompiledPattern> patterns,
            @Nullable Label label,
            int shapes,
            boolean optional,
            int repeat,
            boolean glued,
            boolean toBlank,
            List<CompiledPattern> before,
            boolean free) {

        /** Whether both parts take the same lines when other parts are ignored. */
        private boolean takesAlike(Part other) {
            return patterns.equals(other.patterns) && shapes == other.shapes && free == other.free;
        }

        private int selectivity() {
            return patterns.stream()
                    .mapToInt(pattern -> pattern.selectivity(Mode.WHOLE))
                    .min()
                    .orElse(0);
        }
    }

    @Override
    public List<CompiledPattern> patterns() {
        return parts.stream()
                .flatMap(part -> Stream.of(part.patterns(), part.before()))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the parts to look up: the most selective one that is not optional, or else all that can be looked up. */
    @Override
    public List<Lookup> lookups() {
        List<Integer> indexed = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).selectivity() > 0)
                .boxed()
                .toList();
        return indexed.stream()
                .filter(i -> !parts.get(i).optional())
                .max(Comparator.comparingInt((Integer i) -> parts.get(i).selectivity()))
                .map(List::of)
                .orElse(indexed)
                .stream()
                .map(i -> new Lookup(i, parts.get(i).patterns(), Mode.WHOLE))
                .toList();
    }

    @Override
    public int literalLength() {
        return parts.stream()
                .filter(part -> !part.optional())
                .mapToInt(part -> CompiledPattern.shortestLiteral(part.patterns()))
                .sum();
    }

    /** False when a required part captures the title before a later part compares with it. */
    @Override
    public boolean needsKnown() {
        boolean captured = false;
        for (Part part : parts) {
            if (!captured && part.patterns().stream().anyMatch(CompiledPattern::needsKnown)) {
                return true;
            }
            captured |= !part.optional() && part.patterns().stream().allMatch(pattern -> pattern.captures(Field.TITLE));
        }
        return false;
    }

    @Override
    public Reach reach() {
        return Reach.AMONG;
    }

    @Override
    public int linesAbove() {
        return longest - 1;
    }

    @Override
    public boolean takesRuns() {
        return true;
    }

    @Override
    public void attempt(Proposer pass, CompiledRule rule, Trigger trigger, int line) {
        Part part = parts.get(trigger.part());
        CompiledPattern anchor = part.patterns().get(trigger.pattern());
        ScannedLine scanned = pass.view().lines().get(line);
        if (!anchor.needsKnown() && pass.whole(anchor, scanned) == null) {
            if (pass.isExplaining()
                    && Guards.fits(part.shapes(), scanned.line())
                    && !pass.guards().outOfReach(rule, line)) {
                pass.missedBySlot(rule, line, anchor, part.patterns());
            }
            pass.giveUp();
            return;
        }
        SequenceSearch search = new SequenceSearch(rule, this, pass.view(), pass.isExplaining());
        SequenceSearch.Found found = search.around(trigger.part(), line);
        SequenceSearch.Stop stop = search.stop();
        if (found == null && stop != null) {
            pass.stopped(rule, line, stop);
        }
        if (pass.isExplaining()) {
            explain(pass, rule, search.refused(found));
        }
        if (found != null) {
            int count = found.pieces().size();
            if (pass.counts(rule, found.first(), found.first() + count - 1)) {
                pass.propose(rule, found.pieces(), found.captures(), "a sequence of " + count + " lines fits");
            }
        }
    }

    private void explain(Proposer pass, CompiledRule rule, List<SequenceSearch.Taken> refused) {
        for (SequenceSearch.Taken miss : refused) {
            List<CompiledPattern> missed = parts.get(miss.part()).patterns();
            missed.stream()
                    .filter(CompiledPattern::hasText)
                    .forEach(pattern -> pass.missedBySlot(rule, miss.line(), pattern, missed));
        }
    }
}
