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

/** Knows the headline of a page of HTML: a main heading that says what the page's head calls its title. */
final class HeadTitle implements LineLabeller {

    private static final Origin ORIGIN = new Origin.OfMechanism("mechanism/head-title");

    /** Sites give their headlines one of these; lower ones stand above teasers and parts of the text. */
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
