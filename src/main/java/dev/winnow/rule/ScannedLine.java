package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.text.Characters;
import org.jspecify.annotations.Nullable;

/** A line as rules see it. Belongs to one document; not thread-safe. */
public final class ScannedLine {

    /** Maximum length of a line that is matched as a whole, in UTF-16 units. No pattern describes longer ones. */
    static final int MAX_LENGTH = 20_000;
    /** Number of UTF-16 units read at the start and at the end of a longer line. */
    static final int WINDOW = 2_000;

    private static final int OPENING_LETTERS = 4;
    /** Marks a value not computed yet. No four letters give this number, since none is U+FFFF. */
    private static final long NOT_READ = -1;

    private final Line line;
    private final Line read;
    private long openingLetters = NOT_READ;
    private @Nullable MatchText text;
    private @Nullable MatchText tail;

    /** @param read the line that the index read: the same without direction marks */
    ScannedLine(Line line, Line read) {
        this.line = line;
        this.read = read;
    }

    public Line line() {
        return line;
    }

    /** Returns the first four letters or digits (or fewer when there are no more), folded and packed into one number. */
    long openingLetters() {
        if (openingLetters == NOT_READ) {
            long letters = 0;
            for (int i = 0, found = 0; i < line.length() && found < OPENING_LETTERS; i++) {
                if (Characters.isWord(line.charAt(i))) {
                    letters = letters << Character.SIZE | Characters.fold(line.charAt(i));
                    found++;
                }
            }
            openingLetters = letters;
        }
        return openingLetters;
    }

    /**
     * Quick check by length and first characters: false when the pattern cannot match the whole line. Runs of white space may
     * make the line up to twice as long as the match.
     */
    boolean mayFit(CompiledPattern pattern) {
        return read.length() <= Math.min(MAX_LENGTH, 2L * pattern.maxLength()) && pattern.mayBegin(read.text());
    }

    boolean isTooLong() {
        return line.length() > MAX_LENGTH;
    }

    /** Returns the line, or its start when it is too long. */
    MatchText text() {
        if (text == null) {
            text = MatchText.of(isTooLong() ? line.text().substring(0, WINDOW).stripTrailing() : line.text());
        }
        return text;
    }

    /** Returns the line, or its end when it is too long. */
    MatchText tail() {
        if (!isTooLong()) {
            return text();
        }
        if (tail == null) {
            tail = MatchText.of(line.text().substring(line.length() - WINDOW).stripLeading());
        }
        return tail;
    }

    /** Returns the offset of {@link #tail()} in the line. */
    int tailStart() {
        return isTooLong() ? line.length() - tail().lineOffset(tail().length()) : 0;
    }
}
