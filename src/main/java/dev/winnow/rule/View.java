package dev.winnow.rule;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import org.jspecify.annotations.Nullable;

/**
 * The input of a pass of the rules over a document.
 *
 * @param page the whole page
 * @param excerpt whether it is only a part of a page; then the share of a match is not checked
 * @param lines the lines that are left
 * @param site the site's pack; null when none applies
 * @param context language and known values
 * @param zones the zones of lines; null before they are known
 * @param labels for each line the label from earlier passes; null entries for none
 * @param recurrence number of pages of the site that have a line
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
