package dev.winnow.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text together with the source it came from and every place where the two differ, so that no step of the way loses
 * the place. Immutable and thread-safe; each step returns a new instance.
 *
 * <p>Changes are kept composed: always from the source to the current text, in source order, without overlap. Text between
 * two changes is the same in both. So the source can be rebuilt from the text and the changed stretches alone.
 */
public final class TrackedText {

    private final String source;
    private final String text;
    private final List<Change> changes;

    private TrackedText(String source, String text, List<Change> changes) {
        this.source = source;
        this.text = text;
        this.changes = changes;
    }

    public static TrackedText of(String source) {
        return new TrackedText(source, source, List.of());
    }

    /** The text as it came, before the first change. */
    public String source() {
        return source;
    }

    /** The text as it is now. */
    public String text() {
        return text;
    }

    /** Where text and source differ, in source order, without overlap. */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Applies edits to the current text.
     *
     * @param edits in ascending order, without overlap, offsets in {@link #text()}
     * @return this object when there is nothing to do
     * @throws IllegalArgumentException if the edits overlap, are out of order or leave the text
     */
    public TrackedText apply(List<Edit> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        return new TrackedText(source, edited(edits), new Composition(changes).with(edits));
    }

    private String edited(List<Edit> edits) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        for (Edit edit : edits) {
            if (edit.start() < at || edit.end() > text.length()) {
                throw new IllegalArgumentException("edit " + edit + " overlaps the one before it or leaves the text of "
                        + text.length() + " units");
            }
            out.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /**
     * The stretch of the source that a stretch of the text came from. A stretch that begins or ends inside a change is
     * widened to the whole change.
     */
    public Span toSource(Span span) {
        if (changes.isEmpty()) {
            return span;
        }
        int first = firstEndingAfter(span.start());
        int start = span.start() - growthBefore(first);
        if (first < changes.size() && changes.get(first).textStart() < span.start()) {
            start = changes.get(first).start();
        }
        if (span.isEmpty()) {
            return new Span(start, start);
        }
        int last = firstEndingAfter(span.end() - 1);
        int end;
        if (last < changes.size() && changes.get(last).textStart() < span.end()) {
            end = changes.get(last).end();
        } else {
            end = span.end() - growthBefore(last);
        }
        return new Span(start, Math.max(start, end));
    }

    /** Index of the first change whose replacement ends after the offset. */
    private int firstEndingAfter(int textOffset) {
        int low = 0;
        int high = changes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changes.get(middle).textEnd() <= textOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int growthBefore(int index) {
        if (index == 0) {
            return 0;
        }
        Change before = changes.get(index - 1);
        return before.textEnd() - before.end();
    }

    /**
     * Merges edits of the current text into the changes made so far. Changes and edits that overlap in the current text
     * fall together into one change; a group's borders then lie in unchanged text, so they map by adding up growth.
     */
    private static final class Composition {
        private final List<Change> earlier;
        private final List<Change> merged;
        private int change;
        private int edit;
        private int changeGrowth;
        private int editGrowth;

        Composition(List<Change> earlier) {
            this.earlier = earlier;
            this.merged = new ArrayList<>(earlier.size() + 8);
        }

        List<Change> with(List<Edit> edits) {
            while (change < earlier.size() || edit < edits.size()) {
                group(edits);
            }
            return Collections.unmodifiableList(merged);
        }

        private void group(List<Edit> edits) {
            int changeGrowthBefore = changeGrowth;
            int editGrowthBefore = editGrowth;
            boolean changeFirst = changeComesFirst(edits);
            int from = changeFirst
                    ? earlier.get(change).textStart()
                    : edits.get(edit).start();
            int to = changeFirst
                    ? earlier.get(change).textEnd()
                    : edits.get(edit).end();
            Reason reason =
                    changeFirst ? passChange().reason() : passEdit(edits).reason();
            while (true) {
                if (change < earlier.size() && earlier.get(change).textStart() < to) {
                    to = Math.max(to, passChange().textEnd());
                } else if (edit < edits.size() && edits.get(edit).start() < to) {
                    Edit taken = passEdit(edits);
                    to = Math.max(to, taken.end());
                    reason = taken.reason();
                } else {
                    break;
                }
            }
            merged.add(new Change(
                    from - changeGrowthBefore, to - changeGrowth, from + editGrowthBefore, to + editGrowth, reason));
        }

        private boolean changeComesFirst(List<Edit> edits) {
            if (change == earlier.size() || edit == edits.size()) {
                return edit == edits.size();
            }
            Change nextChange = earlier.get(change);
            Edit nextEdit = edits.get(edit);
            return nextChange.textStart() != nextEdit.start()
                    ? nextChange.textStart() < nextEdit.start()
                    : nextChange.textEnd() <= nextEdit.end();
        }

        private Change passChange() {
            Change passed = earlier.get(change++);
            changeGrowth += passed.growth();
            return passed;
        }

        private Edit passEdit(List<Edit> edits) {
            Edit passed = edits.get(edit++);
            editGrowth += passed.replacement().length() - (passed.end() - passed.start());
            return passed;
        }
    }
}
