package dev.winnow.document;

/**
 * Merges edits of the current text into the earlier changes. Changes and edits that overlap in the current text become one
 * change. The borders of such a group lie in unchanged text, so the sum of growths maps them.
 */
final class Composition {

    private final Changes earlier;
    private final Edits edits;
    private final Changes merged;
    private int change;
    private int edit;
    private int changeGrowth;
    private int editGrowth;

    Composition(Changes earlier, Edits edits) {
        this.earlier = earlier;
        this.edits = edits;
        this.merged = new Changes(earlier.size() + edits.size());
    }

    Changes merged() {
        while (true) {
            editsBeforeNextChange();
            if (change == earlier.size() && edit == edits.size()) {
                return merged;
            }
            group();
        }
    }

    /** An edit that meets no earlier change becomes a change of its own. */
    private void editsBeforeNextChange() {
        int limit = change < earlier.size() ? earlier.textStart(change) : Integer.MAX_VALUE;
        while (edit < edits.size() && edits.end(edit) < limit) {
            int from = edits.start(edit);
            int to = edits.end(edit);
            int textStart = from + editGrowth;
            Reason reason = passEdit();
            merged.add(from - changeGrowth, to - changeGrowth, textStart, to + editGrowth, reason);
        }
    }

    private void group() {
        int changeGrowthBefore = changeGrowth;
        int editGrowthBefore = editGrowth;
        boolean changeFirst = changeComesFirst();
        int from = changeFirst ? earlier.textStart(change) : edits.start(edit);
        int to = changeFirst ? earlier.textEnd(change) : edits.end(edit);
        Reason reason = changeFirst ? passChange() : passEdit();
        while (true) {
            if (change < earlier.size() && earlier.textStart(change) < to) {
                to = Math.max(to, earlier.textEnd(change));
                passChange();
            } else if (edit < edits.size() && edits.start(edit) < to) {
                to = Math.max(to, edits.end(edit));
                reason = passEdit();
            } else {
                break;
            }
        }
        merged.add(from - changeGrowthBefore, to - changeGrowth, from + editGrowthBefore, to + editGrowth, reason);
    }

    private boolean changeComesFirst() {
        if (change == earlier.size() || edit == edits.size()) {
            return edit == edits.size();
        }
        return earlier.textStart(change) != edits.start(edit)
                ? earlier.textStart(change) < edits.start(edit)
                : earlier.textEnd(change) <= edits.end(edit);
    }

    private Reason passChange() {
        changeGrowth += earlier.growth(change);
        return earlier.reason(change++);
    }

    private Reason passEdit() {
        editGrowth += edits.replacement(edit).length() - (edits.end(edit) - edits.start(edit));
        return edits.reason(edit++);
    }
}
