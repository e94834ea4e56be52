package dev.winnow.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its source and all places where the two differ, so that every offset can be mapped back to the source. Immutable
 * and thread-safe; each step returns a new instance.
 *
 * <p>Changes are kept merged: always from the source to the current text, in source order, without overlap. Text between two
 * changes is the same in both. So the text and the changed spans are enough to rebuild the source.
 */
public final class TrackedText {

    private final String source;
    private final String text;
    private final Changes changes;
    /** Two threads may both build the index; the result is the same. */
    private @Nullable LineFeeds lineFeeds;

    private @Nullable LineFeeds sourceFeeds;

    private TrackedText(String source, String text, Changes changes) {
        this.source = source;
        this.text = text;
        this.changes = changes;
    }

    public static TrackedText of(String source) {
        return new TrackedText(source, source, Changes.NONE);
    }

    /** The original text, before the first change. */
    public String source() {
        return source;
    }

    /** The current text. */
    public String text() {
        return text;
    }

    /** Returns the line feeds of the current text. */
    public LineFeeds lineFeeds() {
        LineFeeds found = lineFeeds;
        if (found == null) {
            found = LineFeeds.of(text);
            lineFeeds = found;
        }
        return found;
    }

    /** Returns the line of the source, from 1, that holds an offset of the source. */
    public int sourceLine(int offset) {
        LineFeeds found = sourceFeeds;
        if (found == null) {
            found = LineFeeds.ofSource(source);
            sourceFeeds = found;
        }
        return found.at(offset) + 1;
    }

    /** Where text and source differ, in source order, without overlap. */
    public List<Change> changes() {
        return changes;
    }

    /** The changes in their packed form, for code of this package that needs no objects. */
    Changes packed() {
        return changes;
    }

    /**
     * Applies edits to the current text.
     *
     * @param edits in ascending order, without overlap, offsets in {@link #text()}
     * @return this object when there are no edits
     * @throws IllegalArgumentException if the edits overlap, are out of order or leave the text
     */
    public TrackedText apply(List<Edit> edits) {
        Edits packed = new Edits(text, edits.size());
        for (Edit edit : edits) {
            packed.add(edit.start(), edit.end(), edit.replacement(), edit.reason());
        }
        return apply(packed);
    }

    /**
     * Applies edits to the current text.
     *
     * @param edits edits of {@link #text()}; they must not be used again
     * @return this object when there are no edits
     * @throws IllegalArgumentException if the edits are for another text
     */
    public TrackedText apply(Edits edits) {
        if (!edits.text().equals(text)) {
            throw new IllegalArgumentException("the edits are for another text");
        }
        return edits.size() == 0
                ? this
                : new TrackedText(source, edits.applied(), new Composition(changes, edits).merged());
    }

    /** Maps a span of the text to the source. A span that begins or ends inside a change is widened to the whole change. */
    public Span toSource(Span span) {
        if (changes.isEmpty()) {
            return span;
        }
        int first = changes.firstEndingAfter(span.start());
        int start = span.start() - changes.growthBefore(first);
        if (first < changes.size() && changes.textStart(first) < span.start()) {
            start = changes.start(first);
        }
        if (span.isEmpty()) {
            return new Span(start, start);
        }
        int last = changes.firstEndingAfter(span.end() - 1);
        int end;
        if (last < changes.size() && changes.textStart(last) < span.end()) {
            end = changes.end(last);
        } else {
            end = span.end() - changes.growthBefore(last);
        }
        return new Span(start, Math.max(start, end));
    }
}
