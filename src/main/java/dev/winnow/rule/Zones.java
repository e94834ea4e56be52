package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Where the article of a page begins and ends: at the sentence-like lines that no rule has called something else than text.
 *
 * @param first the first such line; 0 when there is none, so that all lines are body
 * @param last the last such line
 */
public record Zones(int first, int last) {

    /** Finds them among the lines that are left. */
    public static Zones of(ScannedPage.Left lines, @Nullable Label[] labels) {
        int first = 0;
        while (first < lines.size() && !isText(lines, labels, first)) {
            first++;
        }
        if (first == lines.size()) {
            return new Zones(0, lines.size());
        }
        int last = lines.size() - 1;
        while (last > first && !isText(lines, labels, last)) {
            last--;
        }
        return new Zones(first, last);
    }

    /** The zone of a line, by its place among those that are left. */
    public Zone of(int line) {
        return line < first ? Zone.HEAD : line > last ? Zone.TAIL : Zone.BODY;
    }

    private static boolean isText(ScannedPage.Left lines, @Nullable Label[] labels, int line) {
        Label label = labels[line];
        return (label == null || label.group() == Label.Group.TEXT)
                && lines.line(line).is(Shape.SENTENCE_LIKE);
    }
}
