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
        int first = -1;
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Label label = labels[i];
            boolean textual = label == null || label.group() == Label.Group.TEXT;
            if (textual && lines.get(i).line().is(Shape.SENTENCE_LIKE)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        Zone[] zones = new Zone[lines.size()];
        Arrays.fill(zones, Zone.BODY);
        if (first >= 0) {
            Arrays.fill(zones, 0, first, Zone.HEAD);
            Arrays.fill(zones, last + 1, zones.length, Zone.TAIL);
        }
        return zones;
    }
}
