package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.text.Characters;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Lines as the index read them. Each {@link ScannedLine} is made on first use, since rules use only a few lines of a page.
 * Filled by the index; belongs to one document, not thread-safe.
 */
final class ScannedLines extends AbstractList<ScannedLine> implements RandomAccess {

    private final List<Line> lines;
    /** The lines that the index read: the same without direction marks. */
    private final List<Line> read;

    private final char[] openings;
    private final @Nullable ScannedLine[] made;

    ScannedLines(List<Line> lines, List<Line> read) {
        this.lines = lines;
        this.read = read;
        this.openings = new char[lines.size()];
        this.made = new ScannedLine[lines.size()];
    }

    /**
     * Stores the first character of a line.
     *
     * @param opening its first character, folded
     */
    void saw(int index, char opening) {
        openings[index] = opening;
    }

    /** Replaces a line by its rest, which another scan has read. */
    void replace(int index, ScannedLines rests, int rest) {
        made[index] = rests.get(rest);
        openings[index] = rests.openings[rest];
    }

    /** Whether the first four letters or digits of two lines are the same; all of them when a line has fewer. */
    boolean beginAlike(int one, int other) {
        boolean otherFirst = openings[one] != openings[other]
                && Characters.isWord(openings[one])
                && Characters.isWord(openings[other]);
        return !otherFirst && get(one).openingLetters() == get(other).openingLetters();
    }

    Line line(int index) {
        ScannedLine line = made[index];
        return line == null ? lines.get(index) : line.line();
    }

    @Override
    public ScannedLine get(int index) {
        ScannedLine line = made[index];
        if (line == null) {
            line = new ScannedLine(lines.get(index), read.get(index));
            made[index] = line;
        }
        return line;
    }

    @Override
    public int size() {
        return made.length;
    }
}
