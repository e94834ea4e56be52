package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.text.Characters;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Lines with what the index saw of them. Each is made when somebody asks for it: no rule asks for most lines of a page. Filled by
 * the index; belongs to one document, not thread-safe.
 */
final class ScannedLines extends AbstractList<ScannedLine> implements RandomAccess {

    private final List<Line> lines;
    /** What the index read for them. */
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
     * Notes what was seen of a line.
     *
     * @param opening its first character, folded
     */
    void saw(int index, char opening) {
        openings[index] = opening;
    }

    /** Puts what is left of a line, one of those of another scan, in its place. */
    void replace(int index, ScannedLines rests, int rest) {
        made[index] = rests.get(rest);
        openings[index] = rests.openings[rest];
    }

    /** Whether the first four letters or digits of two lines are the same; or all, where one has no more. */
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
