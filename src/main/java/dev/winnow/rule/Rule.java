package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declarative entry of a pack: it puts a label on lines and may fill metadata from them.
 *
 * @param id {@code pack/rule}; never changes, since people disable rules by id
 * @param description one sentence for people; empty when the author gave none
 * @param matcher finds the lines of the rule
 * @param label label of its lines; null when each part of a sequence has its own, or {@code keep} is set
 * @param keep whether it protects its lines from every other rule
 * @param exact whether case, white space and the style of quotes and dashes count
 * @param conditions when a match counts
 * @param budget how much a match may take
 * @param examples at least one hit and one miss
 * @param place position in the rule file
 */
public record Rule(
        String id,
        String description,
        Matcher matcher,
        @Nullable Label label,
        boolean keep,
        boolean exact,
        Conditions conditions,
        Budget budget,
        List<Example> examples,
        Place place) {

    public Rule {
        examples = List.copyOf(examples);
    }
}
