package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a match counts. All conditions must hold; an empty, zero or null one asks for nothing.
 *
 * @param zones the match's first line stands in one of these
 * @param first the match begins within this number of first lines of the document; 0 for anywhere
 * @param last the match begins within this number of last lines; 0 for anywhere
 * @param shapes shapes as bits; the first line must have one of them. {@link #ANY_SHAPE} takes any line. {@link #NO_SHAPE}
 *     stands for a rule that names none: sentence-like lines are protected then
 * @param languages the document's language is one of these, or unknown
 * @param after the match stands right after a line with one of these labels
 * @param before the match stands right before a line with one of these labels
 * @param beside the match stands right before or right after a line with one of these labels
 * @param amongProse a match between prose of the article stands right beside some of it, or near other noise
 * @param following by shapes (as bits): minimum number of such lines after the match
 * @param preceding by shapes (as bits): minimum number of such lines before the match
 * @param repeated minimum number of pages of the site that have the match's first line; 0 for any line
 * @param line patterns, one of which fits the match's first line; only in an exception
 * @param unless an exception: when all of it holds, the match does not count
 */
public record Conditions(
        Set<Zone> zones,
        int first,
        int last,
        int shapes,
        Set<String> languages,
        Set<Label> after,
        Set<Label> before,
        Set<Label> beside,
        boolean amongProse,
        Map<Integer, Integer> following,
        Map<Integer, Integer> preceding,
        int repeated,
        List<Pattern> line,
        @Nullable Conditions unless) {

    /** The rule names no shape. */
    public static final int NO_SHAPE = 0;
    /** The rule takes lines of any shape, sentence-like ones too. */
    public static final int ANY_SHAPE = -1;

    public static final Conditions NONE = new Conditions(
            Set.of(), 0, 0, NO_SHAPE, Set.of(), Set.of(), Set.of(), Set.of(), false, Map.of(), Map.of(), 0, List.of(),
            null);

    public Conditions {
        zones = Set.copyOf(zones);
        languages = Set.copyOf(languages);
        after = Set.copyOf(after);
        before = Set.copyOf(before);
        beside = Set.copyOf(beside);
        following = Map.copyOf(following);
        preceding = Map.copyOf(preceding);
        line = List.copyOf(line);
    }

    /**
     * Whether the rule takes sentence-like lines, and only in head or tail. Then the match itself does not count as prose
     * when its zone is found.
     */
    boolean settlesZones() {
        return !zones.isEmpty()
                && !zones.contains(Zone.BODY)
                && (shapes == ANY_SHAPE || (shapes & Shape.SENTENCE_LIKE.bit()) != 0);
    }

    /** Whether the other conditions allow every match that these allow. May return false when that cannot be decided. */
    boolean asksAsMuchAs(Conditions other) {
        return within(zones, other.zones)
                && (!other.settlesZones() && !settlesZones() || zones.equals(other.zones))
                && (other.first == 0 || first > 0 && first <= other.first)
                && (other.last == 0 || last > 0 && last <= other.last)
                && withinShapes(other.shapes)
                && within(languages, other.languages)
                && within(after, other.after)
                && within(before, other.before)
                && within(beside, other.beside)
                && (amongProse || !other.amongProse)
                && atLeast(following, other.following)
                && atLeast(preceding, other.preceding)
                && repeated >= other.repeated
                && (other.unless == null || other.unless.alike(unless));
    }

    /**
     * Whether an exception holds wherever these conditions hold. May return false when that cannot be decided.
     *
     * @param lines patterns, one of which fits the match's first line; empty when that is not known
     */
    public boolean implies(Conditions exception, List<Pattern> lines) {
        boolean placed = exception.zones.isEmpty() || !zones.isEmpty() && exception.zones.containsAll(zones);
        boolean shaped = exception.shapes == NO_SHAPE
                || exception.shapes == ANY_SHAPE
                || shapes != NO_SHAPE && shapes != ANY_SHAPE && (shapes & ~exception.shapes) == 0;
        boolean worded = exception.line.isEmpty()
                || !lines.isEmpty() && written(exception.line).containsAll(written(lines));
        return placed
                && shaped
                && worded
                // A condition on language holds when the page's language is unknown; an exception does not.
                && exception.languages.isEmpty()
                && !settlesZones()
                && (exception.first == 0 || first > 0 && first <= exception.first)
                && (exception.last == 0 || last > 0 && last <= exception.last)
                && within(after, exception.after)
                && within(before, exception.before)
                && (exception.beside.isEmpty()
                        || within(after, exception.beside)
                        || within(before, exception.beside)
                        || within(beside, exception.beside))
                && !exception.amongProse
                && atLeast(following, exception.following)
                && atLeast(preceding, exception.preceding)
                && repeated >= exception.repeated;
    }

    /** Whether both are equal, apart from the places of their patterns in a file. */
    private boolean alike(@Nullable Conditions other) {
        return other != null
                && written(line).equals(written(other.line))
                && without(List.of()).equals(other.without(List.of()));
    }

    private static List<String> written(List<Pattern> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.language() + " " + pattern.written())
                .toList();
    }

    private Conditions without(List<Pattern> lines) {
        return new Conditions(
                zones,
                first,
                last,
                shapes,
                languages,
                after,
                before,
                beside,
                amongProse,
                following,
                preceding,
                repeated,
                lines,
                null);
    }

    /** Whether the other shapes take every line that these take. {@link #NO_SHAPE} takes all lines that are not sentence-like. */
    private boolean withinShapes(int others) {
        boolean named = shapes != NO_SHAPE && shapes != ANY_SHAPE;
        return others == ANY_SHAPE
                || others == shapes
                || named && others != NO_SHAPE && (shapes & ~others) == 0
                || others == NO_SHAPE && shapes == Shape.SHORT.bit();
    }

    private static <T> boolean within(Set<T> some, Set<T> others) {
        return others.isEmpty() || !some.isEmpty() && others.containsAll(some);
    }

    private static boolean atLeast(Map<Integer, Integer> counts, Map<Integer, Integer> others) {
        return others.entrySet().stream().allMatch(other -> counts.getOrDefault(other.getKey(), 0) >= other.getValue());
    }
}
