package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a match counts. Everything given must hold; what is empty or null asks for nothing.
 *
 * @param zones the match's first line stands in one of these
 * @param first the match begins within this many first lines of the document; 0 for anywhere
 * @param last the match begins within this many last lines; 0 for anywhere
 * @param shapes shapes the first line must have one of, as bits, or {@link #ANY_SHAPE}, or {@link #NO_SHAPE} when the rule
 *     says nothing: then a sentence-like line is protected
 * @param languages the document's language is one of these, or unknown
 * @param after the match stands right after a line with one of these labels
 * @param before the match stands right before a line with one of these labels
 * @param beside the match stands right before or right after a line with one of these labels
 * @param amongProse where prose of the article stands above and below the match, some of it stands right beside it
 * @param following for shapes (as bits) how many such lines come after the match, at least
 * @param preceding for shapes (as bits) how many such lines come before the match, at least
 * @param repeated on so many pages of its site the match's first line stands, at least; 0 for any line
 * @param line patterns of which the match's first line fits one; only in an exception
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

    /** Whether it asks for a place outside of the prose of lines that are prose: then the match itself does not count as any. */
    boolean settlesZones() {
        return !zones.isEmpty()
                && !zones.contains(Zone.BODY)
                && (shapes == ANY_SHAPE || (shapes & Shape.SENTENCE_LIKE.bit()) != 0);
    }

    /** Whether every match that these allow is one that the others allow. May say no where it cannot tell. */
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
     * Whether an exception holds wherever these do. May say no where it cannot tell.
     *
     * @param lines patterns of which the match's first line fits one; empty when that is not known
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
                // Rules count where a page's language is unknown, exceptions do not.
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

    /** Whether both ask for the same; where patterns stand in a file does not count. */
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

    /** Whether a line with one of the shapes has one of the others; every line that is not sentence-like counts where none is named. */
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
