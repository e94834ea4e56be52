package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/** Replaces hyphens, dashes and the minus sign by the hyphen-minus. Off by default. */
final class Dashes implements Step {

    @Override
    public String name() {
        return "dashes";
    }

    @Override
    public boolean countsInCode(Edit edit) {
        return false;
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u2010' && c <= '\u2015' || c == '\u2212') {
                edits.replace(i, i + 1, "-", "dash");
            }
        }
        return edits.done();
    }
}
