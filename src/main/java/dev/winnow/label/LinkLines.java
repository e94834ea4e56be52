package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.document.Zone;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Zones;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows lines of HTML that are nothing but links: above and below the article they are menus and teasers, within it several in a
 * row are. One alone between paragraphs stays, and so does a heading above the article.
 */
final class LinkLines {

    /** Full id, as evidence. */
    static final String ID = "mechanism/link-lines";

    /** So many links in a row are a list of other pages wherever they stand. */
    private static final int LIST = 3;

    private static final Mechanism MECHANISM =
            Mechanism.of(ID, "Lines that are nothing but links to other pages.", Label.NAVIGATION);

    private LinkLines() {}

    /**
     * The proposal to call such lines navigation; empty when there is none.
     *
     * @param host of the page; null when unknown
     */
    static List<Proposal> propose(
            ScannedPage.Left lines, Page page, Zones zones, @Nullable Label[] labels, @Nullable String host) {
        if (page.markup() == null) {
            return List.of();
        }
        WrittenLists written = new WrittenLists(lines, page, labels, host);
        List<Proposal.Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && labels[to] == null && isLink(lines, to, zones.of(to))) {
                to++;
            }
            boolean list = to - from >= LIST;
            int i = from;
            while (i < to) {
                int end = list || zones.of(i) != Zone.BODY ? written.end(i, to) : i + 1;
                if (end == i) {
                    pieces.add(new Proposal.Piece(i, 0, lines.line(i).length(), true, Label.NAVIGATION));
                    end++;
                }
                i = end;
            }
            from = Math.max(to, from + 1);
        }
        return pieces.isEmpty()
                ? List.of()
                : List.of(MECHANISM.proposal(pieces, List.of(), "it is nothing but a link to another page"));
    }

    private static boolean isLink(ScannedPage.Left lines, int line, Zone zone) {
        Block block = lines.block(line);
        return block != null
                && block.isLink()
                && !lines.line(line).is(Shape.SENTENCE_LIKE)
                && !(block.element() == Block.Element.HEADING && zone == Zone.HEAD);
    }
}
