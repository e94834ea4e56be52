package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * First and last line of the article of a page: sentence-like lines that no rule labels as something else than text. A
 * sentence in a box does not count: it stands between two lines with the same label of a box.
 *
 * <p>A standfirst belongs to the head: a sentence with a date or author line below it, before the next sentence.
 *
 * @param first the first such line; 0 when there is none, so that all lines are body
 * @param last the last such line; the number of lines when there is none
 */
public record Zones(int first, int last) {

    /**
     * Labels of boxes that contain sentences. Boxes with other labels are lists, and the article may continue between two of
     * them.
     */
    private static final Set<Label> BOXES =
            EnumSet.of(Label.NEWSLETTER, Label.APP_PROMO, Label.PAYWALL, Label.CONSENT, Label.ADVERT);

    /** Labels of lines between a standfirst and the text. */
    private static final Set<Label> HEAD = EnumSet.of(Label.BYLINE, Label.TIMESTAMP, Label.READING_TIME);

    private static final int HEAD_LINES = 10;

    /** Finds the zones of the lines that are left. */
    public static Zones of(ScannedPage.Left lines, @Nullable Label[] labels) {
        int first = 0;
        while (first < lines.size() && !isText(lines, labels, first)) {
            first++;
        }
        if (first == lines.size()) {
            return new Zones(0, lines.size());
        }
        first = belowStandfirst(lines, labels, first);
        int last = lines.size() - 1;
        while (last > first && !isText(lines, labels, last)) {
            last--;
        }
        return new Zones(first, last);
    }

    /** Returns the zone of a line, by its index among the lines that are left. */
    public Zone of(int line) {
        return line < first ? Zone.HEAD : line > last ? Zone.TAIL : Zone.BODY;
    }

    /** Returns the second sentence if a date or author line stands between it and the first; otherwise the first. */
    private static int belowStandfirst(ScannedPage.Left lines, @Nullable Label[] labels, int first) {
        boolean head = false;
        for (int i = first + 1; i < Math.min(lines.size(), first + HEAD_LINES); i++) {
            Label label = labels[i];
            head |= label != null && HEAD.contains(label);
            if (isText(lines, labels, i)) {
                return head ? i : first;
            }
        }
        return first;
    }

    private static boolean isText(ScannedPage.Left lines, @Nullable Label[] labels, int line) {
        return isSentence(lines, labels, line) && !isInBox(labels, line);
    }

    private static boolean isInBox(@Nullable Label[] labels, int line) {
        Label above = line > 0 ? labels[line - 1] : null;
        return above != null && BOXES.contains(above) && line + 1 < labels.length && labels[line + 1] == above;
    }

    private static boolean isSentence(ScannedPage.Left lines, @Nullable Label[] labels, int line) {
        Label label = labels[line];
        return (label == null || label.group() == Label.Group.TEXT)
                && lines.line(line).is(Shape.SENTENCE_LIKE);
    }
}
