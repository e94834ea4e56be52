package dev.winnow.learn;

import dev.winnow.document.Label;
import dev.winnow.learn.Sample.Item;
import dev.winnow.learn.Sample.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes rules from very few pages: lines around the article, for a person to choose from, since it is not known yet which of
 * them recur.
 */
final class Beginning {

    private static final int LONGEST = 40;
    private static final int MOST_LINES = 8;
    private static final int FEWEST_LETTERS = 3;
    private static final int ROOM = 10;

    private Beginning() {}

    static List<Draft> drafts(List<Sample> samples) {
        List<Draft> drafts = new ArrayList<>();
        draft(samples, Place.ABOVE, "above-lines", Label.NAVIGATION).ifPresent(drafts::add);
        draft(samples, Place.BELOW, "below-lines", Label.FOOTER).ifPresent(drafts::add);
        return drafts;
    }

    private static Optional<Draft> draft(List<Sample> samples, Place place, String id, Label label) {
        Map<String, Item> lines = new LinkedHashMap<>();
        int farthest = 0;
        for (Sample sample : samples) {
            for (Item line : sample.lines()) {
                if (line.index() > 0 && sample.place(line) == place && mayRecur(line) && lines.size() < MOST_LINES) {
                    lines.putIfAbsent(line.key(), line);
                    farthest = Math.max(
                            farthest,
                            place == Place.ABOVE
                                    ? line.index() + 1
                                    : sample.lines().size() - line.index());
                }
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = lines.values().stream().map(Item::text).toList();
        List<String> keys = new ArrayList<>(Yaml.oneOrMore(
                "line",
                lines.values().stream()
                        .map(line -> line.template().capturingNothing())
                        .toList()));
        keys.add((place == Place.ABOVE ? "first: " : "last: ") + (farthest + ROOM));
        return Optional.of(new Draft(
                id,
                place == Place.ABOVE ? "Lines above the headline." : "Lines below the article.",
                label,
                keys,
                List.of('⟦' + String.join("\n", texts) + '⟧'),
                List.of(texts.get(0) + ' ' + texts.get(texts.size() - 1)),
                "Take out what other pages do not have, and add what is missing."));
    }

    private static boolean mayRecur(Item line) {
        return !line.kept()
                && !line.common()
                && !line.sentence()
                && line.text().length() <= LONGEST
                && line.template().literalLetters() >= FEWEST_LETTERS
                && Lines.canBeWritten(line.text());
    }
}
