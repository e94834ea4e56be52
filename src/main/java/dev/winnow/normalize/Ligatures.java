package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * Splits the Latin ligatures U+FB00–U+FB06 into letters: {@code ﬁ} becomes {@code fi}. They are presentation forms, not
 * letters.
 */
final class Ligatures implements TriggeredStep {

    private static final char FIRST = '\uFB00';
    private static final String[] LETTERS = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    @Override
    public String name() {
        return "ligatures";
    }

    @Override
    public int triggers() {
        return Census.LIGATURE;
    }

    @Override
    public boolean countsInCode(Edit edit) {
        return false;
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        for (int i = 0; i < text.length(); i++) {
            int index = text.charAt(i) - FIRST;
            if (index >= 0 && index < LETTERS.length) {
                edits.replace(i, i + 1, LETTERS[index], "ligature");
            }
        }
        return edits.done();
    }
}
