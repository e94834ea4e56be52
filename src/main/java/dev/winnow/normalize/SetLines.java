package dev.winnow.normalize;

import dev.winnow.normalize.WrappedLines.Line;
import java.util.BitSet;

/**
 * Finds lines that end on purpose, although each is as long as a wrapped line: verse, code, table rows.
 *
 * <p>Where a program breaks lines, one in five ends with a punctuation mark, and as few begin with a capital. In verse nearly
 * all do.
 */
final class SetLines {

    /** Minimum number of line ends. Fewer may look like verse by chance. */
    private static final int FEWEST_ENDS = 3;

    private static final double NEARLY_ALL = 0.75;

    /** Minimum share of symbols among the visible characters of a line of code. Prose with brackets and URLs has less. */
    private static final double SYMBOLS_OF_CODE = 0.07;

    private static final String SYMBOLS = "=<>{}[]()|\\/_*+#&$%@^~;";
    private static final String MARKS = ",;.:!?…—–،؛؟";

    /** Minimum number of spaces between table columns. A program that justifies lines seldom needs as many. */
    private static final int BETWEEN_COLUMNS = 3;

    private final String text;
    private final WrappedLines lines;
    private final BitSet set = new BitSet();

    private SetLines(String text, WrappedLines lines) {
        this.text = text;
        this.lines = lines;
    }

    /** Returns the indexes of the lines whose end stays. */
    static BitSet of(String text, WrappedLines lines) {
        SetLines found = new SetLines(text, lines);
        int begin = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.at(i).isBlank()) {
                found.look(begin, i);
                begin = i + 1;
            }
        }
        return found.set;
    }

    /** Checks a block of lines without blank lines. */
    private void look(int begin, int end) {
        int ends = 0;
        int marked = 0;
        int capital = 0;
        for (int i = begin; i + 1 < end; i++) {
            Line line = lines.at(i);
            Line next = lines.at(i + 1);
            if (!lines.isWrapBreak(i)) {
                continue;
            }
            ends++;
            marked += MARKS.indexOf(text.charAt(line.end() - 1)) >= 0 ? 1 : 0;
            capital += Character.isUpperCase(text.codePointAt(next.textStart())) ? 1 : 0;
            set.set(i, isCode(line) && isCode(next) || isRow(line, next));
        }
        if (ends >= FEWEST_ENDS && Math.max(marked, capital) >= NEARLY_ALL * ends) {
            set.set(begin, end);
        }
    }

    private boolean isCode(Line line) {
        int symbols = 0;
        int visible = 0;
        for (int i = line.textStart(); i < line.end(); i++) {
            char c = text.charAt(i);
            visible += c == ' ' ? 0 : 1;
            symbols += SYMBOLS.indexOf(c) >= 0 ? 1 : 0;
        }
        return symbols >= SYMBOLS_OF_CODE * visible;
    }

    /** Whether a table column begins at the same position of both lines. */
    private boolean isRow(Line line, Line next) {
        int spaces = 0;
        for (int i = line.textStart(); i < line.end(); i++) {
            if (text.charAt(i) == ' ') {
                spaces++;
            } else {
                if (spaces >= BETWEEN_COLUMNS && beginsColumn(next, i - line.start())) {
                    return true;
                }
                spaces = 0;
            }
        }
        return false;
    }

    private boolean beginsColumn(Line line, int column) {
        int at = line.start() + column;
        return at < line.end()
                && at - BETWEEN_COLUMNS > line.textStart()
                && text.charAt(at) != ' '
                && text.substring(at - BETWEEN_COLUMNS, at).isBlank();
    }
}
