package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Standing;
import dev.winnow.rule.Zones;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines of HTML that are only links. Above and below the article they are menus and teasers; within it several in a row
 * are. A single link between paragraphs stays, and so does a heading above the article.
 */
final class LinkLines implements LineLabeller {

    private static final Origin ORIGIN = new Origin.OfMechanism("mechanism/link-lines");

    /** This many links in a row are a list of other pages, wherever they stand. */
    private static final int LIST = 3;

    @Override
    public List<Proposal> propose(Round round) {
        if (!round.knowsLinks()) {
            return List.of();
        }
        ScannedPage.Left lines = round.lines();
        Zones zones = round.zones();
        WrittenLists written = new WrittenLists(round);
        List<Proposal.Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && round.label(to) == null && isLink(lines, to, zones.of(to))) {
                to++;
            }
            boolean list = to - from >= LIST;
            int i = from;
            while (i < to) {
                int end = list || zones.of(i) != Zone.BODY ? written.end(i, to) : i + 1;
                if (end == i) {
                    pieces.add(Proposal.Piece.whole(lines, i, Label.NAVIGATION));
                    end++;
                }
                i = end;
            }
            from = Math.max(to, from + 1);
        }
        return pieces.isEmpty()
                ? List.of()
                : List.of(new Proposal(
                        ORIGIN, Standing.MECHANISM, pieces, List.of(), "it is nothing but a link to another page"));
    }

    private static boolean isLink(ScannedPage.Left lines, int line, Zone zone) {
        Block block = lines.block(line);
        return block != null
                && block.isLink()
                && !lines.line(line).is(Shape.SENTENCE_LIKE)
                && !(block.element() == Block.Element.HEADING && zone == Zone.HEAD);
    }
}
