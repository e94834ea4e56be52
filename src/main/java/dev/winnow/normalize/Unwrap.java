package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/** Joins hard-wrapped lines. */
final class Unwrap implements TriggeredStep {
    static final int FEWEST_BREAKS = 4;

    static boolean isWrapLength(int length) {
        return length >= 45 && length <= 92;
    }

    @Override
    public String name() {
        return "unwrap";
    }

    @Override
    public int triggers() {
        return Census.WRAPPED;
    }

    @Override
    public List<Edit> edits(String text) {
        return List.of();
    }
}
