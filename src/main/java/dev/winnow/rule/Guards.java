package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks that can stop a match. Methods that return a text return the reason for people, or null when nothing stops the
 * match. For one pass; not thread-safe.
 */
final class Guards {

    private static final String PROSE = "it is " + Shape.SENTENCE_LIKE + ", and the rule does not name that shape";

    private final View view;
    /** By set of shapes: for each line the number of earlier lines with one of them. */
    private final Map<Integer, int[]> counted = new HashMap<>(0);
    /** For each line the total length of earlier lines in UTF-16 units; empty until computed. */
    private int[] units = new int[0];

    Guards(View view) {
        this.view = view;
    }

    /** Returns why the shape of a line stops the rule. A sentence-like line needs a rule that names this shape. */
    @Nullable
    String shape(CompiledRule rule, int line) {
        return shape(rule.rule().conditions().shapes(), view.lines().line(line));
    }

    /** Returns why a rule that asks for these shapes does not take a line; null when it does. */
    static @Nullable String shape(int asked, Line line) {
        if (fits(asked, line)) {
            return null;
        }
        return asked == Conditions.NO_SHAPE ? PROSE : "not " + names(asked);
    }

    private static String names(int shapes) {
        return String.join(
                " or ",
                Arrays.stream(Shape.values())
                        .filter(shape -> (shapes & shape.bit()) != 0)
                        .map(Shape::key)
                        .toList());
    }

    /** Whether a rule that asks for these shapes may take a line. */
    static boolean fits(int asked, Line line) {
        if (asked == Conditions.ANY_SHAPE) {
            return true;
        }
        return asked == Conditions.NO_SHAPE ? !line.is(Shape.SENTENCE_LIKE) : line.isAny(asked);
    }

    /** Whether the place of the line that the index found rules the match out. Checked before any pattern is tried. */
    boolean outOfReach(CompiledRule rule, int line) {
        Conditions conditions = rule.rule().conditions();
        return switch (rule.matcher().reach()) {
            case LINE -> missing(conditions, line, line) != null;
            case FIRST -> !inZone(conditions, line);
            // The match may begin in another zone than its line stands in.
            case AMONG ->
                !inZone(conditions, line)
                        && zone(Math.max(0, line - rule.matcher().linesAbove())) == zone(line);
            case ANYWHERE -> false;
        };
    }

    private @Nullable Zone zone(int line) {
        Zones zones = view.zones();
        return zones == null ? null : zones.of(line);
    }

    private boolean inZone(Conditions conditions, int line) {
        Zone zone = zone(line);
        return conditions.zones().isEmpty()
                || zone != null && conditions.zones().contains(zone)
                || conditions.settlesZones() && view.lines().line(line).is(Shape.SENTENCE_LIKE);
    }

    /**
     * Whether the conditions on language, place and surroundings allow the match.
     *
     * @param inReach whether {@link #outOfReach} returned false for the line that the index found
     */
    boolean allows(CompiledRule rule, int first, int last, boolean inReach) {
        Conditions conditions = rule.rule().conditions();
        int after = rule.matcher().lastAsked(first, last);
        Conditions unless = conditions.unless();
        return !speaksOther(conditions)
                && (inReach && rule.matcher().reach() == Reach.LINE || missing(conditions, first, after) == null)
                && (unless == null || !holds(unless, rule.unlessLine(), first, after));
    }

    /** Returns the condition for which {@link #allows} returned false. */
    Condition objecting(CompiledRule rule, int first, int last) {
        Conditions conditions = rule.rule().conditions();
        if (speaksOther(conditions)) {
            return Condition.LANGUAGE;
        }
        Condition missing = missing(conditions, first, rule.matcher().lastAsked(first, last));
        return missing == null ? Condition.UNLESS : missing;
    }

    /** Returns the reason why {@link #allows} returned false, for people. */
    String objection(CompiledRule rule, int first, int last) {
        Conditions conditions = rule.rule().conditions();
        return switch (objecting(rule, first, last)) {
            case LANGUAGE -> "the document's language is " + view.context().language();
            case ZONE -> {
                Zone zone = zone(first);
                yield "it stands in the " + (zone == null ? "page" : zone.key()) + ", not in the "
                        + names(conditions.zones());
            }
            case FIRST ->
                conditions.first() == 1
                        ? "it is not the first line"
                        : "it is not among the first " + conditions.first() + " non-blank lines";
            case LAST ->
                conditions.last() == 1
                        ? "it is not the last line"
                        : "it is not among the last " + conditions.last() + " non-blank lines";
            case AFTER -> "it does not stand right after " + conditions.after();
            case BEFORE -> "it does not stand right before " + conditions.before();
            case BESIDE -> "it does not stand right beside " + conditions.beside();
            case FOLLOWED_BY -> "fewer than " + counts(conditions.following()) + " lines come after it";
            case PRECEDED_BY -> "fewer than " + counts(conditions.preceding()) + " lines come before it";
            case REPEATED ->
                "it stands on " + repeated(first) + " known pages of the site, fewer than " + conditions.repeated();
            default -> "an exception ('unless') holds";
        };
    }

    private boolean speaksOther(Conditions conditions) {
        String language = view.context().language();
        return !conditions.languages().isEmpty()
                && language != null
                && !conditions.languages().contains(language);
    }

    private boolean holds(Conditions exception, List<CompiledPattern> patterns, int first, int last) {
        ScannedLine line = view.lines().get(first);
        if (exception.shapes() != Conditions.NO_SHAPE && !fits(exception.shapes(), line.line())) {
            return false;
        }
        String language = view.context().language();
        if (!exception.languages().isEmpty()
                && (language == null || !exception.languages().contains(language))) {
            return false;
        }
        boolean fitsLine = patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern -> !line.isTooLong()
                                && pattern.match(line.text(), Mode.WHOLE, view.context(), null, 0, match -> true));
        return fitsLine && missing(exception, first, last) == null;
    }

    private static String counts(Map<Integer, Integer> wanted) {
        return String.join(
                " and ",
                wanted.entrySet().stream()
                        .map(want -> want.getValue() + " " + names(want.getKey()))
                        .sorted()
                        .toList());
    }

    /** Returns the first condition on place and surroundings that does not hold; null when all hold. */
    private @Nullable Condition missing(Conditions conditions, int first, int last) {
        int lines = view.lines().size();
        if (!inZone(conditions, first)) {
            return Condition.ZONE;
        }
        if (conditions.first() > 0 && first >= conditions.first()) {
            return Condition.FIRST;
        }
        if (conditions.last() > 0 && first < lines - conditions.last()) {
            return Condition.LAST;
        }
        if (!conditions.after().isEmpty() && (first == 0 || !labelled(first - 1, conditions.after()))) {
            return Condition.AFTER;
        }
        if (!conditions.before().isEmpty() && (last + 1 >= lines || !labelled(last + 1, conditions.before()))) {
            return Condition.BEFORE;
        }
        if (!conditions.beside().isEmpty() && !isBeside(conditions.beside(), first, last)) {
            return Condition.BESIDE;
        }
        if (!enough(conditions.following(), last + 1, lines)) {
            return Condition.FOLLOWED_BY;
        }
        if (!enough(conditions.preceding(), 0, first)) {
            return Condition.PRECEDED_BY;
        }
        return conditions.repeated() == 0 || repeated(first) >= conditions.repeated() ? null : Condition.REPEATED;
    }

    private int repeated(int line) {
        return view.recurrence().pages(view.lines().line(line));
    }

    private boolean isBeside(Set<Label> labels, int first, int last) {
        return first > 0 && labelled(first - 1, labels)
                || last + 1 < view.lines().size() && labelled(last + 1, labels);
    }

    private boolean labelled(int line, Set<Label> labels) {
        Label label = view.labels()[line];
        return label != null && labels.contains(label);
    }

    /** Whether a range of lines has the minimum number of lines of each shape. */
    private boolean enough(Map<Integer, Integer> wanted, int from, int to) {
        for (Map.Entry<Integer, Integer> want : wanted.entrySet()) {
            int[] before = counted.computeIfAbsent(want.getKey(), shapes -> sums(line -> line.isAny(shapes) ? 1 : 0));
            if (before[Math.max(from, to)] - before[from] < want.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Total length of the lines of a range, in UTF-16 units. */
    int units(int from, int to) {
        if (units.length == 0) {
            units = sums(Line::length);
        }
        return units[to] - units[from];
    }

    /** Returns prefix sums over the lines, since a page may ask for each of its lines. */
    private int[] sums(ToIntFunction<Line> of) {
        int[] sums = new int[view.lines().size() + 1];
        for (int i = 0; i < sums.length - 1; i++) {
            sums[i + 1] = sums[i] + of.applyAsInt(view.lines().line(i));
        }
        return sums;
    }

    private static String names(Set<Zone> zones) {
        return String.join(" or ", zones.stream().map(Zone::key).sorted().toList());
    }

    /** Returns why the match exceeds the budget of its rule; null when it does not. */
    @Nullable
    String budget(CompiledRule rule, List<Proposal.Piece> pieces) {
        int units = 0;
        for (Proposal.Piece piece : pieces) {
            units += piece.end() - piece.start();
        }
        return budget(rule, pieces.size(), units);
    }

    /**
     * Returns why a match exceeds the budget of its rule; null when it does not.
     *
     * @param lines number of lines that the match takes
     * @param units number of UTF-16 units that the match takes
     */
    @Nullable
    String budget(CompiledRule rule, int lines, int units) {
        Budget budget = rule.rule().budget();
        if (lines > budget.lines()) {
            return "over budget: " + lines + " lines, at most " + budget.lines();
        }
        if (budget.share() >= 1.0 || rule.rule().keep() || view.excerpt()) {
            return null;
        }
        int length = units(0, view.lines().size());
        double share = length == 0 ? 0 : (double) units / length;
        return share <= budget.share()
                ? null
                : "over budget: it would take " + percent(share) + " of the document, at most "
                        + percent(budget.share());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
