package dev.winnow.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values captured so far by the parts of a sequence, as a chain that grows at its end. Immutable; the empty chain is null.
 *
 * @param before what was bound earlier; null for nothing
 * @param field the field
 * @param text the value as it stands in the line
 * @param folded the value, folded
 * @param part number of the part that bound it
 * @param line index of the line it stands in
 */
record Bindings(@Nullable Bindings before, Field field, String text, String folded, int part, int line) {

    /** The folded value another part bound to the field; null when there is none. */
    static @Nullable String boundElsewhere(@Nullable Bindings chain, Field field, int part) {
        for (Bindings at = chain; at != null; at = at.before) {
            if (at.field == field && at.part != part) {
                return at.folded;
            }
        }
        return null;
    }

    /** The chain with the values of a match added. */
    static @Nullable Bindings extended(
            @Nullable Bindings chain, PatternMatch match, MatchText text, int part, int line) {
        Bindings extended = chain;
        for (PatternMatch.Value value : match.values()) {
            String folded = text.folded().substring(value.start(), value.end());
            extended = new Bindings(extended, value.field(), value.text(), folded, part, line);
        }
        return extended;
    }

    static List<Bindings> inOrder(@Nullable Bindings chain) {
        List<Bindings> list = new ArrayList<>();
        for (Bindings at = chain; at != null; at = at.before) {
            list.add(0, at);
        }
        return list;
    }
}
