package dev.winnow.document;

import java.util.Arrays;

/**
 * Collects the edits of one text for {@link TrackedText#apply(Edits)}, in ascending order and without overlap. They are stored
 * in parallel arrays: a page may have one edit per line, too many for one object each. Not thread-safe.
 */
public final class Edits {

    /** Size of the buffer that each thread keeps, in UTF-16 units. A longer text gets a buffer of its own each time. */
    private static final int BUFFERED = 1 << 16;

    private static final ThreadLocal<char[]> BUFFERS = ThreadLocal.withInitial(() -> new char[BUFFERED]);

    private final String text;
    private int[] places;
    private String[] replacements;
    private Reason[] reasons;
    private int size;
    private int growth;

    /**
     * Creates an empty list of edits for a text.
     *
     * @param text the text to edit
     * @param expected approximate number of edits
     */
    public Edits(String text, int expected) {
        this.text = text;
        places = new int[2 * expected];
        replacements = new String[expected];
        reasons = new Reason[expected];
    }

    /**
     * Adds an edit.
     *
     * @throws IllegalArgumentException if it begins before the end of the one before it, or leaves the text
     */
    public void add(int start, int end, String replacement, Reason reason) {
        if (start < (size == 0 ? 0 : end(size - 1)) || end < start || end > text.length()) {
            throw new IllegalArgumentException("edit [" + start + ", " + end
                    + ") overlaps the one before it or leaves the text of " + text.length() + " units");
        }
        if (size == reasons.length) {
            grow(Math.max(16, 2 * size));
        }
        places[2 * size] = start;
        places[2 * size + 1] = end;
        replacements[size] = replacement;
        reasons[size++] = reason;
        growth += replacement.length() - (end - start);
    }

    private void grow(int room) {
        places = Arrays.copyOf(places, 2 * room);
        replacements = Arrays.copyOf(replacements, room);
        reasons = Arrays.copyOf(reasons, room);
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int index) {
        return places[2 * index];
    }

    int end(int index) {
        return places[2 * index + 1];
    }

    String replacement(int index) {
        return replacements[index];
    }

    Reason reason(int index) {
        return reasons[index];
    }

    /** Returns the text with all edits applied. */
    String applied() {
        int length = text.length() + growth;
        char[] edited = length <= BUFFERED ? BUFFERS.get() : new char[length];
        int from = 0;
        int to = 0;
        for (int i = 0; i < size; i++) {
            int start = start(i);
            text.getChars(from, start, edited, to);
            to += start - from;
            String replacement = replacements[i];
            replacement.getChars(0, replacement.length(), edited, to);
            to += replacement.length();
            from = end(i);
        }
        text.getChars(from, text.length(), edited, to);
        return new String(edited, 0, length);
    }
}
