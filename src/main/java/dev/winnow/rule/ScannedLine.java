package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.text.Characters;
import org.jspecify.annotations.Nullable;

/** A line as rules see it. Belongs to one document; not thread-safe. */
public final class ScannedLine {

    /** Whole lines longer than this are prose or noise that no pattern describes. */
    static final int MAX_LENGTH = 20_000;
    /** How much of a longer line is seen at its start and its end. */
    static final int WINDOW = 2_000;

    private static final int OPENING_LETTERS = 4;
    /** No four letters make this number: the character -1 is none. */
    private static final long NOT_READ = -1;

    private final Line line;
    private final Line read;
    private long openingLetters = NOT_READ;
    private @Nullable MatchText text;
    private @Nullable MatchText tail;

    /** @param read what the index read for it: the same without marks of the writing direction */
    ScannedLine(Line line, Line read) {
        this.line = line;
        this.read = read;
    }

    public Line line() {
        return line;
    }

    /** The first four letters or digits, or all where there are no more, folded, as a number. */
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
     * Whether the pattern may match the line as a whole, to judge by length and beginning. Runs of white space may make the line
     * somewhat longer than what is matched.
     */
    boolean mayFit(CompiledPattern pattern) {
        return read.length() <= Math.min(MAX_LENGTH, 2L * pattern.maxLength()) && pattern.mayBegin(read.text());
    }

    boolean isTooLong() {
        return line.length() > MAX_LENGTH;
    }

    /** The line, or its beginning when it is too long. */
    MatchText text() {
        if (text == null) {
            text = MatchText.of(isTooLong() ? line.text().substring(0, WINDOW).stripTrailing() : line.text());
        }
        return text;
    }

    /** The line, or its end when it is too long. */
    MatchText tail() {
        if (!isTooLong()) {
            return text();
        }
        if (tail == null) {
            tail = MatchText.of(line.text().substring(line.length() - WINDOW).stripLeading());
        }
        return tail;
    }

    /** Where {@link #tail()} begins in the line. */
    int tailStart() {
        return isTooLong() ? line.length() - tail().lineOffset(tail().length()) : 0;
    }
}
