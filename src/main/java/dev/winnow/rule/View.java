package dev.winnow.rule;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a pass of the rules sees of a document.
 *
 * @param page the whole page
 * @param excerpt whether it is a part of one, so that the share of it that a match takes tells nothing
 * @param lines the lines of it still there
 * @param site the site's pack; null when none applies
 * @param context language and known values
 * @param zones for each line where it stands; null before they are known
 * @param labels for each line what earlier passes said; null entries for nothing
 * @param recurrence on how many pages of its site a line stands
 */
public record View(
        Page page,
        boolean excerpt,
        ScannedPage.Left lines,
        @Nullable RulePack site,
        MatchContext context,
        @Nullable Zones zones,
        @Nullable Label[] labels,
        Recurrence recurrence) {

    /** Whether a line stands in a heading element. */
    boolean isHeading(int line) {
        Block block = page.block(page.lines().get(lines.line(line).index()));
        return block != null && block.element() == Block.Element.HEADING;
    }
}
