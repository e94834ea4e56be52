package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/** Straightens typographic quotation marks and apostrophes. Off unless asked for. Guillemets stay: they are no variant of ". */
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
