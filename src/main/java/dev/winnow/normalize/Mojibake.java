package dev.winnow.normalize;

import dev.winnow.document.Change;
import dev.winnow.document.Edit;
import dev.winnow.document.TrackedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Repairs UTF-8 that was read in a legacy charset, also several times over.
 *
 * <p>The unit of work is short, so a document may be damaged in one place and correct in the next. Characters that would form
 * valid UTF-8 in one charset make a chain ({@link MojibakeChain}). A chain is repaired when it is odd as correct text and its
 * decoded form is plausible. Chains that could be correct text are repaired only in texts that also hold sure chains.
 */
final class Mojibake implements TriggeredStep {

    /** Maximum number of layers of damage that are undone. Further layers stay. */
    private static final int MOST_LAYERS = 6;

    @Override
    public String name() {
        return "mojibake";
    }

    @Override
    public int triggers() {
        return Census.MOJIBAKE;
    }

    @Override
    public boolean countsInCode(Edit edit) {
        return false;
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> first = new MojibakeScan(text, this, false).edits();
        if (first.isEmpty()) {
            return first;
        }
        TrackedText repaired = TrackedText.of(text).apply(first);
        for (int layer = 1; layer < MOST_LAYERS; layer++) {
            TrackedText next = repaired.apply(new MojibakeScan(repaired.text(), this, true).edits());
            if (next == repaired) {
                break;
            }
            repaired = next;
        }
        List<Edit> edits = new ArrayList<>(repaired.changes().size());
        for (Change change : repaired.changes()) {
            edits.add(new Edit(
                    change.start(),
                    change.end(),
                    repaired.text().substring(change.textStart(), change.textEnd()),
                    change.reason()));
        }
        return edits;
    }
}
