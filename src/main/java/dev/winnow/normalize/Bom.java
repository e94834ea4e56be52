package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/** Removes a byte-order mark at the start of the text. */
final class Bom implements TriggeredStep {

    private static final char MARK = '\uFEFF';

    @Override
    public String name() {
        return "bom";
    }

    @Override
    public int triggers() {
        return Census.CONTROL;
    }

    @Override
    public List<Edit> edits(String text) {
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == MARK) {
            marks++;
        }
        if (marks == 0) {
            return List.of();
        }
        EditList edits = new EditList(text, this);
        edits.remove(0, marks, "byte-order mark");
        return edits.done();
    }
}
