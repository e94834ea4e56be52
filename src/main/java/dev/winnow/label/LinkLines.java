package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Zone;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedLine;
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

    /** The proposal to call such lines navigation; empty when there is none. */
    static List<Proposal> propose(ScannedPage.Left lines, Page page, Zones zones, @Nullable Label[] labels) {
        if (page.markup() == null) {
            return List.of();
        }
        List<Proposal.Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && labels[to] == null && isLink(page, lines.get(to), zones.of(to))) {
                to++;
            }
            boolean list = to - from >= LIST;
            for (int i = from; i < to; i++) {
                if (list || zones.of(i) != Zone.BODY) {
                    pieces.add(new Proposal.Piece(i, 0, lines.line(i).length(), true, Label.NAVIGATION));
                }
            }
            from = Math.max(to, from + 1);
        }
        return pieces.isEmpty()
                ? List.of()
                : List.of(MECHANISM.proposal(pieces, List.of(), "it is nothing but a link to another page"));
    }

    private static boolean isLink(Page page, ScannedLine scanned, Zone zone) {
        Line line = page.lines().get(scanned.line().index());
        Block block = page.block(line);
        return block != null && block.isLink() && !(block.kind() == Block.Kind.HEADING && zone == Zone.HEAD);
    }
}
