package dev.winnow.normalize;

import dev.winnow.document.Change;
import dev.winnow.document.Edit;
import dev.winnow.document.TrackedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Repairs UTF-8 that was read in a legacy charset, also several times over.
 *
 * <p>Works on short stretches, so a document may be damaged in one place and sound in the next: characters that would form
 * valid UTF-8 in one charset make a chain ({@link MojibakeChain}); it is repaired when, as it stands, it is odd and, as it
 * would be, it is plausible. Chains that could be correct text are repaired only in texts with others that are sure.
 */
final class Mojibake implements TriggeredStep {

    /** Text damaged more often than this is left with the layers that remain. */
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
