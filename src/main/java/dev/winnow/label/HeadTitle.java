package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.rule.Field;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Standing;
import dev.winnow.rule.Titles;
import java.util.ArrayList;
import java.util.List;

/** Finds the headline of a page of HTML: a main heading with the same text as the title in the page's head. */
final class HeadTitle implements LineLabeller {

    private static final Origin ORIGIN = new Origin.OfMechanism("mechanism/head-title");

    /** Lowest heading level of a headline. Lower headings stand above teasers and parts of the text. */
    private static final int LOWEST_LEVEL = 2;

    @Override
    public List<Proposal> propose(Round round) {
        Page page = round.page();
        String title = round.known().title();
        if (title == null || page.markup() == null) {
            return List.of();
        }
        ScannedPage.Left lines = round.lines();
        List<Proposal.Piece> pieces = new ArrayList<>();
        String found = "";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.line(i);
            Block block = page.block(page.lines().get(line.index()));
            if (block != null
                    && block.element() == Block.Element.HEADING
                    && block.level() <= LOWEST_LEVEL
                    && Titles.same(line.text(), title)) {
                pieces.add(Proposal.Piece.whole(lines, i, Label.TITLE));
                found = pieces.size() == 1 ? line.text() : found;
            }
        }
        return pieces.isEmpty()
                ? List.of()
                : List.of(new Proposal(
                        ORIGIN,
                        Standing.MECHANISM,
                        pieces,
                        List.of(new Proposal.Captured(
                                Field.TITLE, found, pieces.get(0).line())),
                        "a main heading that says the title of the page's head"));
    }
}
