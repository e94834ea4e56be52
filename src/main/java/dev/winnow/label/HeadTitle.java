package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.rule.Field;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.ScannedPage;
import dev.winnow.rule.Titles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the headline of a page of HTML: a main heading that says what the page's head calls its title. */
final class HeadTitle {

    /** Full id, as evidence. */
    static final String ID = "mechanism/head-title";

    /** Sites give their headlines one of these; lower ones stand above teasers and parts of the text. */
    private static final int LOWEST_LEVEL = 2;

    private static final Mechanism MECHANISM =
            Mechanism.of(ID, "A main heading that says what the page's head calls its title.", Label.TITLE);

    private HeadTitle() {}

    /**
     * The proposal to call such headings titles; empty when there is none.
     *
     * @param page of which the lines are left
     * @param title from the page's head; null when unknown
     */
    static List<Proposal> propose(ScannedPage.Left lines, Page page, @Nullable String title) {
        if (title == null || page.markup() == null) {
            return List.of();
        }
        List<Proposal.Piece> pieces = new ArrayList<>();
        String found = "";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.line(i);
            Block block = page.block(page.lines().get(line.index()));
            if (block != null
                    && block.element() == Block.Element.HEADING
                    && block.level() <= LOWEST_LEVEL
                    && Titles.same(line.text(), title)) {
                pieces.add(new Proposal.Piece(i, 0, line.length(), true, Label.TITLE));
                found = pieces.size() == 1 ? line.text() : found;
            }
        }
        return pieces.isEmpty()
                ? List.of()
                : List.of(MECHANISM.proposal(
                        pieces,
                        List.of(new Proposal.Captured(
                                Field.TITLE, found, pieces.get(0).line())),
                        "a main heading that says the title of the page's head"));
    }
}
