package dev.winnow.rule;

import java.util.List;

/**
 * One way in which a pattern fits a line; offsets are those of {@link MatchText#text()}.
 *
 * @param start offset of the first unit of the match
 * @param end offset after its last unit
 * @param values captured values, in the order of the template
 */
public record PatternMatch(int start, int end, List<Value> values) {

    /** A captured value, without white space at its ends. */
    public record Value(Field field, int start, int end, String text) {}

    public PatternMatch {
        values = List.copyOf(values);
    }
}
