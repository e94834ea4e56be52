package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * Replaces typographic quotation marks and apostrophes by plain ones. Off by default. Guillemets stay, because they are not
 * variants of ".
 */
final class Quotes implements Step {

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public boolean countsInCode(Edit edit) {
        return false;
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '‘', '’', '‚', '‛' -> edits.replace(i, i + 1, "'", "typographic quote");
                case '“', '”', '„', '‟' -> edits.replace(i, i + 1, "\"", "typographic quote");
                default -> {
                    // Not a quote.
                }
            }
        }
        return edits.done();
    }
}
