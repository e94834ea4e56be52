package dev.winnow.model;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of the model: the lines of a page.
 *
 * @param lines in order
 * @param blocks the block of each line from the markup, null for a line without one; null for plain text
 * @param labels the label of each line from rules; a null entry where no rule named the line
 * @param title the page's title; null when unknown; then the first line is used instead
 */
public record Scene(
        List<Line> lines,
        @Nullable List<@Nullable Block> blocks,
        List<@Nullable Label> labels,
        @Nullable String title) {

    /** Whether rules have already removed the line from the text. */
    boolean isTaken(int line) {
        Label label = labels.get(line);
        return label != null && label.group() != Label.Group.TEXT;
    }

    /** Returns for each line whether rules left it in the text. */
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
