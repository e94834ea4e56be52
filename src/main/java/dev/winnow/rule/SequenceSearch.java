package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a sequence of lines around one that could be a part of it. It works like a regular expression over lines:
 * depth first, optional parts first taken, failed states remembered. A limit on steps bounds the time of every rule.
 */
final class SequenceSearch {

    /** Maximum number of steps for one start. A header of twenty optional parts needs a few hundred. */
    private static final int MAX_STEPS = 4_000;

    /** Maximum number of steps for all starts around one line. */
    private static final int MAX_STEPS_AROUND = 16 * MAX_STEPS;

    /** Maximum number of lines of a sequence. The search recurses for each line, so the stack sets the limit. */
    private static final int MAX_LINES = 250;

    private final CompiledRule rule;
    private final List<SequenceMatcher.Part> parts;
    private final List<Integer> kinds;
    private final View view;
    private final boolean sharesFields;
    private final int shortest;
    private final boolean explaining;
    private final Map<Integer, Boolean> named = new HashMap<>(0);
    private final List<Taken> path = new ArrayList<>();
    private final BitSet dead = new BitSet(0);
    private int first;
    private int steps;
    /** Where the longest attempt stopped; only set when explaining. */
    private @Nullable Stop stop;

    /** Parts that did not take a line because of their patterns; only set when explaining. */
    private final Set<Taken> refused;

    /** A part that took a line, or could not take it. */
    record Taken(int part, int line) {}

    /** A sequence that fits. */
    record Found(int first, List<Proposal.Piece> pieces, List<Proposal.Captured> captures) {}

    /**
     * Where a sequence stopped.
     *
     * @param parts number of parts that had taken a line
     * @param why the reason, for people
     */
    record Stop(int parts, String why) {}

    /** @param explaining whether to note where a sequence that does not fit stopped */
    SequenceSearch(CompiledRule rule, SequenceMatcher lines, View view, boolean explaining) {
        this.explaining = explaining;
        this.refused = explaining ? new LinkedHashSet<>() : Set.of();
        this.rule = rule;
        this.parts = lines.parts();
        this.kinds = lines.kinds();
        this.view = view;
        this.sharesFields = lines.sharesFields();
        this.shortest = lines.shortest();
    }

    /** Returns the sequence in which the part takes the line and which begins earliest; null when there is none. */
    @Nullable
    Found around(int part, int line) {
        int most = 0;
        int least = 0;
        for (int i = 0; i < part; i++) {
            most = Math.min(line, most + parts.get(i).repeat());
            least += parts.get(i).optional() ? 0 : 1;
        }
        most = Math.min(Math.min(line, MAX_LINES), most + parts.get(part).repeat() - 1);
        int earliest = earliest(part, line, most);
        if (!explaining && !hasLines(earliest, line)) {
            return null;
        }
        int left = MAX_STEPS_AROUND;
        for (int start = earliest; start <= line - least && left > 0; start++) {
            path.clear();
            dead.clear();
            left -= steps;
            steps = 0;
            first = start;
            Found found = from(0, 0, start, null, line);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns where the longest attempt stopped; null when fewer than half of the required parts fit. */
    @Nullable
    Stop stop() {
        return stop != null && 2 * stop.parts() >= shortest ? stop : null;
    }

    /**
     * When explaining, returns parts whose patterns do not fit a line that is not in the found sequence. Where {@link #stop}
     * tells of required parts, only optional ones.
     */
    List<Taken> refused(@Nullable Found found) {
        boolean told = found == null && stop() != null;
        return refused.stream()
                .filter(miss -> !told || parts.get(miss.part()).optional())
                .filter(miss ->
                        found == null || found.pieces().stream().noneMatch(piece -> piece.line() == miss.line()))
                .toList();
    }

    /** Returns the first of the consecutive lines before this one that the parts up to this one could all take. */
    private int earliest(int part, int line, int most) {
        int earliest = line;
        while (earliest > 0 && line - earliest < most && couldBeTaken(earliest - 1, part)) {
            earliest--;
        }
        return earliest;
    }

    /** Whether the parts could take enough lines in a row. Fails for most lines, which stand alone. */
    private boolean hasLines(int from, int line) {
        int after = line + 1;
        while (after - from < shortest) {
            if (after == view.lines().size() || !couldBeTaken(after, parts.size() - 1)) {
                return false;
            }
            after++;
        }
        return true;
    }

    private boolean couldBeTaken(int line, int lastPart) {
        ScannedLine scanned = view.lines().get(line);
        for (int i : kinds) {
            SequenceMatcher.Part part = parts.get(i);
            if (i > lastPart) {
                return false;
            }
            if (part.free() || Guards.fits(part.shapes(), scanned.line()) && couldFit(part, scanned)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pattern of the part fits the line, ignoring captured values. */
    private boolean couldFit(SequenceMatcher.Part part, ScannedLine line) {
        for (CompiledPattern pattern : part.patterns()) {
            if (pattern.needsKnown() || fits(pattern, line)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Found from(int part, int times, int line, @Nullable Bindings bound, int needed) {
        if (part == parts.size()) {
            return complete(bound, needed);
        }
        int state = (line - first) * (parts.size() + 1) * 2 + part * 2 + (times > 0 ? 1 : 0);
        if (++steps > MAX_STEPS || !sharesFields && parts.get(part).repeat() == 1 && dead.get(state)) {
            return null;
        }
        SequenceMatcher.Part here = parts.get(part);
        Found found = take(here, part, times, line, bound, needed);
        if (found == null && (times > 0 ? mayEnd(here, line) : here.optional())) {
            found = from(part + 1, 0, line, bound, needed);
        }
        if (found == null) {
            dead.set(state);
        }
        return found;
    }

    private @Nullable Found take(
            SequenceMatcher.Part here, int part, int times, int line, @Nullable Bindings bound, int needed) {
        if (times >= here.repeat()) {
            return null;
        }
        if (path.size() == MAX_LINES) {
            note(part, times, line, "a sequence has at most " + MAX_LINES + " lines");
            return null;
        }
        if (line >= view.lines().size()) {
            note(part, times, line, "the page ends there");
            return null;
        }
        String objection = objection(here, part, times, line, bound);
        if (objection != null) {
            note(part, times, line, objection);
            return null;
        }
        ScannedLine scanned = view.lines().get(line);
        Found[] found = new Found[1];
        MatchContext context = context(bound);
        for (CompiledPattern pattern : here.patterns()) {
            if (!scanned.mayFit(pattern)) {
                continue;
            }
            pattern.match(scanned.text(), Mode.WHOLE, context, bound, part, match -> {
                Bindings chain = Bindings.extended(bound, match, scanned.text(), part, line);
                path.add(new Taken(part, line));
                found[0] = from(part, times + 1, line + 1, chain, needed);
                path.remove(path.size() - 1);
                return found[0] != null || !sharesFields || steps > MAX_STEPS;
            });
            if (found[0] != null) {
                return found[0];
            }
        }
        if (explaining) {
            refused.add(new Taken(part, line));
        }
        if (isLongest(part, times)) {
            note(part, times, line, "it does not fit " + written(part) + byValue(here, scanned, context));
        }
        return null;
    }

    /** Returns a message when only a value keeps a pattern from fitting; otherwise the empty text. */
    private static String byValue(SequenceMatcher.Part part, ScannedLine line, MatchContext context) {
        return part.patterns().stream()
                .flatMap(pattern -> Stream.of(
                        pattern.tooLong(line.text(), Mode.WHOLE, context), pattern.refusal(line.text(), context)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(why -> ": " + why)
                .orElse("");
    }

    /** Whether a part that took the previous line may end before this one. */
    private boolean mayEnd(SequenceMatcher.Part part, int line) {
        boolean atEnd = line == view.lines().size();
        return (!part.toBlank() || atEnd || !view.lines().line(line).glued())
                && (part.before().isEmpty() || !atEnd && fits(part.before(), line));
    }

    private boolean fits(List<CompiledPattern> patterns, int line) {
        ScannedLine scanned = view.lines().get(line);
        return patterns.stream().anyMatch(pattern -> fits(pattern, scanned));
    }

    /** Whether a pattern fits a line, ignoring captured values. */
    private boolean fits(CompiledPattern pattern, ScannedLine line) {
        return line.mayFit(pattern) && pattern.match(line.text(), Mode.WHOLE, view.context(), null, 0, match -> true);
    }

    /** Returns why a part cannot take a line, before its patterns are tried; null when nothing stops it. */
    private @Nullable String objection(
            SequenceMatcher.Part here, int part, int times, int line, @Nullable Bindings bound) {
        ScannedLine scanned = view.lines().get(line);
        if (scanned.isTooLong()) {
            return "it is too long";
        }
        String shape = Guards.shape(here.shapes(), scanned.line());
        if (shape != null) {
            return shape;
        }
        if (here.glued() && !endsItsBlock(line)) {
            return "it does not stand right below the line before it, with a blank line behind it";
        }
        if (here.toBlank() && times > 0 && !view.lines().line(line).glued()) {
            return "a blank line stands before it";
        }
        if (fits(here.before(), line)) {
            return "it fits 'before', where the part must end";
        }
        return here.free() && isNamed(line, part, bound) ? "another part names it" : null;
    }

    /** Whether an attempt that stops here is worth a note: the longest so far, at a required part. */
    private boolean isLongest(int part, int times) {
        if (!explaining || times > 0 || parts.get(part).optional()) {
            return false;
        }
        int taken = partsTaken();
        return taken > 0 && (stop == null || taken > stop.parts());
    }

    private int partsTaken() {
        return (int) path.stream().map(Taken::part).distinct().count();
    }

    /** Notes where an attempt stopped at a required part, if it is the longest so far. */
    private void note(int part, int times, int line, String why) {
        if (isLongest(part, times)) {
            int taken = partsTaken();
            String place =
                    line < view.lines().size() ? "at line " + view.lines().number(line) : "behind the last line";
            stop = new Stop(
                    taken,
                    taken + " of " + parts.size() + " parts fit; part " + (part + 1) + " stopped " + place + ": "
                            + why);
        }
    }

    private String written(int part) {
        return parts.get(part).patterns().stream()
                .map(pattern -> "'" + pattern.written() + "'")
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** Whether a line stands right below another and has a blank line, or the end of the page, after it. */
    private boolean endsItsBlock(int line) {
        return view.lines().line(line).glued()
                && (line + 1 == view.lines().size()
                        || !view.lines().line(line + 1).glued());
    }

    private @Nullable Found complete(@Nullable Bindings bound, int needed) {
        boolean literal = false;
        boolean covers = false;
        for (Taken taken : path) {
            literal |= !parts.get(taken.part()).free();
            covers |= taken.line() == needed && !parts.get(taken.part()).free();
        }
        if (!literal || !covers) {
            return null;
        }
        List<Proposal.Piece> pieces = new ArrayList<>();
        for (Taken taken : path) {
            Label label = parts.get(taken.part()).label();
            int length = view.lines().line(taken.line()).length();
            pieces.add(new Proposal.Piece(taken.line(), 0, length, true, label == null ? rule.label() : label));
        }
        List<Proposal.Captured> captures = new ArrayList<>();
        for (Bindings value : Bindings.inOrder(bound)) {
            captures.add(new Proposal.Captured(value.field(), value.text(), value.line()));
        }
        return new Found(first, pieces, captures);
    }

    /** Returns the context with the values captured by earlier parts, which go before known ones. */
    private MatchContext context(@Nullable Bindings bound) {
        if (bound == null) {
            return view.context();
        }
        Map<Field, String> known = new EnumMap<>(Field.class);
        known.putAll(view.context().known());
        for (Bindings value : Bindings.inOrder(bound)) {
            known.put(value.field(), value.text());
        }
        return new MatchContext(view.context().language(), known);
    }

    /** Whether another part describes the line, so that a free slot must not take it. */
    private boolean isNamed(int line, int part, @Nullable Bindings bound) {
        if (named.computeIfAbsent(line, this::fitsNamingPart)) {
            return true;
        }
        String folded = view.lines().get(line).text().folded();
        for (Bindings value = bound; value != null; value = value.before()) {
            if (value.folded().equals(folded) && !names(part, value.field()) && isOnlyTextLater(value.field(), part)) {
                return true;
            }
        }
        return false;
    }

    private boolean names(int part, Field field) {
        return parts.get(part).patterns().stream().anyMatch(pattern -> pattern.isOnly(field));
    }

    private boolean isOnlyTextLater(Field field, int part) {
        for (int i = part + 1; i < parts.size(); i++) {
            if (names(i, field)) {
                return true;
            }
        }
        return false;
    }

    private boolean fitsNamingPart(int line) {
        ScannedLine scanned = view.lines().get(line);
        for (SequenceMatcher.Part part : parts) {
            if (part.free() || !Guards.fits(part.shapes(), scanned.line())) {
                continue;
            }
            for (CompiledPattern pattern : part.patterns()) {
                if (!pattern.needsKnown() && !fitsNearlyEverything(pattern) && fits(pattern, scanned)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a pattern fits nearly every line: free slots with only spaces between them. */
    private static boolean fitsNearlyEverything(CompiledPattern pattern) {
        return pattern.maxLength() == Integer.MAX_VALUE
                && pattern.keys(Mode.WHOLE).isEmpty();
    }
}
