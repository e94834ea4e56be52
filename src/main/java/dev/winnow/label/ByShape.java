package dev.winnow.label;

import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Reason;
import dev.winnow.document.Shape;
import dev.winnow.document.Span;
import java.util.List;
import java.util.Map;

/**
 * Decides about lines that no rule names: the element of the line, or its shape and the line below, tell what kind of text it is.
 */
final class ByShape {

    private static final Decision LIST = decision(Label.LIST, "it begins with a bullet");
    private static final Decision HEADING = decision(Label.HEADING, "a heading-like line before prose");
    private static final Map<Block.Element, Decision> BY_ELEMENT = Map.of(
            Block.Element.HEADING, decision(Label.HEADING, "it stands in a heading element"),
            Block.Element.LIST_ITEM, decision(Label.LIST, "it stands in a list"),
            Block.Element.QUOTE, decision(Label.QUOTE, "it stands in a quotation element"));
    private static final Decision BODY = decision(Label.BODY, "no rule names it");
    private static final Decision SPEECH = decision(Label.BODY, "it is a line of a dialogue");
    private static final Decision PREFORMATTED = decision(Label.BODY, "its white space is shown as it is");
    private static final Decision INDENTED = decision(Label.BODY, "it stands among indented lines");

    private ByShape() {}

    private static Decision decision(Label label, String why) {
        return new Decision(new Reason(Decision.BY_SHAPE, label, why), -1, false, List.of());
    }

    static Decision of(Page page, int index) {
        List<Line> lines = page.lines();
        Line line = lines.get(index);
        Line next = index + 1 < lines.size() ? lines.get(index + 1) : null;
        Block block = page.block(line);
        Decision told = block == null ? null : BY_ELEMENT.get(block.element());
        if (told != null) {
            return told;
        }
        if (page.isPreformatted(index)) {
            return PREFORMATTED;
        }
        Span together = page.isSpaced() ? page.together(index) : new Span(index, index + 1);
        if (together.length() > 1
                && page.isIndented(index)
                && !lines.get(together.start()).beginsWithBullet()) {
            return INDENTED;
        }
        if (line.beginsWithBullet()) {
            return Dialogue.isSpeech(lines, index) ? SPEECH : LIST;
        }
        if (index > together.start()) {
            // A heading stands above its text. A later line of a stanza is text.
            return BODY;
        }
        // The quick check comes first: it avoids reading most lines of prose.
        boolean heading = next != null
                && line.mayBe(Shape.HEADING_LIKE)
                && next.is(Shape.SENTENCE_LIKE)
                && line.is(Shape.HEADING_LIKE);
        return heading ? HEADING : BODY;
    }
}
