package dev.winnow.model;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model sees of a page.
 *
 * @param lines in order
 * @param blocks what markup says of each line; null for plain text
 * @param labels what rules said of each line; a null entry where they said nothing
 * @param title the page's title; null when unknown, then its first line stands for it
 */
public record Scene(
        List<Line> lines,
        @Nullable List<@Nullable Block> blocks,
        List<@Nullable Label> labels,
        @Nullable String title) {

    /** Whether rules have taken the line out of the text already. */
    boolean isTaken(int line) {
        Label label = labels.get(line);
        return label != null && label.group() != Label.Group.TEXT;
    }

    /** For each line whether rules have left it in the text. */
    boolean[] left() {
        boolean[] left = new boolean[size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = !isTaken(i);
        }
        return left;
    }

    int size() {
        return lines.size();
    }
}
