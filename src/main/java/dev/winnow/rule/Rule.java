package dev.winnow.rule;

import dev.winnow.document.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declarative entry of a pack: it puts a label on lines and may fill metadata from them.
 *
 * @param id {@code pack/rule}, stable for ever: people switch rules off by it
 * @param description one sentence for a person; empty when the author gave none
 * @param matcher how it finds its lines
 * @param label what the lines are; null when every part of a sequence names its own, or the rule protects
 * @param keep protects its lines from every other rule
 * @param exact whether case, white space and the style of quotes and dashes count
 * @param conditions when a match counts
 * @param budget how much a match may take
 * @param examples at least one hit and one miss
 * @param place where it stands
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
