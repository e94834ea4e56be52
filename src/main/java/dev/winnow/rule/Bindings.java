package dev.winnow.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Linked list of the values that parts of a sequence have captured so far. Immutable; null is the empty list.
 *
 * @param before the values captured earlier; null for none
 * @param field the field
 * @param text the value as it stands in the line
 * @param folded the value, folded
 * @param part number of the part that captured it
 * @param line index of the line that holds it
 */
record Bindings(@Nullable Bindings before, Field field, String text, String folded, int part, int line) {

    /** Returns the folded value that another part captured for the field; null when there is none. */
    static @Nullable String boundElsewhere(@Nullable Bindings chain, Field field, int part) {
        for (Bindings at = chain; at != null; at = at.before) {
            if (at.field == field && at.part != part) {
                return at.folded;
            }
        }
        return null;
    }

    /** Returns the chain with the values of a match added. */
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
