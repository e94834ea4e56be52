package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the article of a page begins and ends: at the sentence-like lines that no rule has called something else than text. A sentence
 * inside of a box, between two lines that rules give the same of some labels, is none of them.
 *
 * <p>A standfirst is of the head: a sentence with the line of the date or of the authors below it, before the next sentence.
 *
 * @param first the first such line; 0 when there is none, so that all lines are body
 * @param last the last such line
 */
public record Zones(int first, int last) {

    /** Boxes of these speak in sentences; those of other labels are lists, and the article may go on between two of them. */
    private static final Set<Label> BOXES =
            EnumSet.of(Label.NEWSLETTER, Label.APP_PROMO, Label.PAYWALL, Label.CONSENT, Label.ADVERT);

    /** Between a standfirst and the text there are lines of these. */
    private static final Set<Label> HEAD = EnumSet.of(Label.BYLINE, Label.TIMESTAMP, Label.READING_TIME);

    private static final int HEAD_LINES = 10;

    /** Finds them among the lines that are left. */
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

    /** The zone of a line, by its place among those that are left. */
    public Zone of(int line) {
        return line < first ? Zone.HEAD : line > last ? Zone.TAIL : Zone.BODY;
    }

    /** The sentence after the first one where the line of the date or of the authors stands between the two, or else the first. */
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
