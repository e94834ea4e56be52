package dev.winnow.label;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.rule.ScannedLine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where the article begins and ends: at the sentence-like lines that no rule has called something else than text. */
final class Zones {

    private Zones() {}

    /** The zone of each line; all body when there is no sentence-like line to go by. */
    static Zone[] of(List<ScannedLine> lines, @Nullable Label[] labels) {
        int first = 0;
        while (first < lines.size() && !isText(lines, labels, first)) {
            first++;
        }
        int last = lines.size() - 1;
        while (last > first && !isText(lines, labels, last)) {
            last--;
        }
        Zone[] zones = new Zone[lines.size()];
        Arrays.fill(zones, Zone.BODY);
        if (first < lines.size()) {
            Arrays.fill(zones, 0, first, Zone.HEAD);
            Arrays.fill(zones, last + 1, zones.length, Zone.TAIL);
        }
        return zones;
    }

    private static boolean isText(List<ScannedLine> lines, @Nullable Label[] labels, int line) {
        Label label = labels[line];
        return (label == null || label.group() == Label.Group.TEXT)
                && lines.get(line).line().is(Shape.SENTENCE_LIKE);
    }
}
