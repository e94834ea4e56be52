package dev.winnow.rule;

import dev.winnow.rule.slot.SlotType;
import dev.winnow.text.Characters;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A line as patterns see it: with single spaces, without direction marks, and with a folded copy of the same length. Belongs
 * to one document; not thread-safe.
 */
public final class MatchText {

    private final String text;
    private final String folded;
    /** For each offset of {@code text} the offset in the line; null when both are the same. */
    private final int @Nullable [] offsets;

    /**
     * Cache for the slot type tried last at offset 0, and the ends that it found, since several patterns begin with the same
     * slot.
     */
    private @Nullable SlotType opening;

    private int[] openingEnds = {};

    private MatchText(String text, String folded, int @Nullable [] offsets) {
        this.text = text;
        this.folded = folded;
        this.offsets = offsets;
    }

    /**
     * Prepares a line.
     *
     * @param line without white space at its ends
     */
    public static MatchText of(String line) {
        int length = line.length();
        char[] folded = new char[length];
        boolean same = true;
        char before = 'x';
        for (int i = 0; i < length; i++) {
            char c = line.charAt(i);
            char f = Characters.fold(c);
            folded[i] = f;
            same &= f == ' ' ? c == ' ' && before != ' ' : !Characters.isDirectionMark(c);
            before = f;
        }
        return same ? new MatchText(line, new String(folded), null) : collapsed(line, folded);
    }

    private static MatchText collapsed(String line, char[] folded) {
        char[] text = new char[folded.length];
        int[] offsets = new int[folded.length + 1];
        int length = 0;
        boolean marked = false;
        for (int i = 0; i < folded.length; i++) {
            boolean space = folded[i] == ' ';
            boolean mark = Characters.isDirectionMark(line.charAt(i));
            marked |= mark;
            boolean again = space && (length == 0 ? marked : folded[length - 1] == ' ');
            if (again || mark) {
                continue;
            }
            text[length] = space ? ' ' : line.charAt(i);
            folded[length] = folded[i];
            offsets[length] = i;
            length++;
        }
        length -= marked && length > 0 && folded[length - 1] == ' ' ? 1 : 0;
        // Invisible characters at an end belong to the visible text there.
        offsets[0] = 0;
        offsets[length] = folded.length;
        return new MatchText(new String(text, 0, length), new String(folded, 0, length), offsets);
    }

    /** Returns the line with single spaces and without direction marks. */
    public String text() {
        return text;
    }

    /** Returns the same text, folded. */
    public String folded() {
        return folded;
    }

    public int length() {
        return text.length();
    }

    /** Returns the offsets where a slot that begins at an offset may end, ascending. */
    @SuppressWarnings("ReferenceEquality") // a type stands for itself
    int[] ends(SlotType type, int start) {
        if (start == 0 && type == opening) {
            return openingEnds;
        }
        Ends found = new Ends();
        type.ends(text, start, text.length(), found);
        int[] ends = Arrays.copyOf(found.offsets, found.count);
        Arrays.sort(ends);
        if (start == 0) {
            opening = type;
            openingEnds = ends;
        }
        return ends;
    }

    private static final class Ends implements IntConsumer {
        private int[] offsets = new int[8];
        private int count;

        @Override
        public void accept(int end) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            offsets[count++] = end;
        }
    }

    /** Returns the offset in the line for an offset in {@link #text()}. */
    public int lineOffset(int offset) {
        return offsets == null ? offset : offsets[offset];
    }
}
