package dev.winnow.rule.load;

import dev.winnow.rule.load.YamlNode.Position;
import dev.winnow.rule.load.YamlNode.Text;
import java.util.List;

/**
 * Finds the place in the file of a character of a text. Exact for texts on one line and for literal blocks. For folded texts
 * and for quoted texts on several lines, the place is the start of the text.
 */
final class TextPlaces {

    private TextPlaces() {}

    /**
     * Returns the place of a character.
     *
     * @param lines lines of the file
     * @param offset UTF-16 offset in the text's value, from 0 to its length
     */
    static Position at(Text text, List<String> lines, int offset) {
        if (text.style() == Text.Style.LITERAL) {
            return inBlock(text, lines, offset);
        }
        if (text.style() == Text.Style.FOLDED
                || text.start().line() != text.end().line()) {
            return text.start();
        }
        String line = lines.get(text.start().line() - 1);
        int start =
                line.offsetByCodePoints(0, Math.min(text.start().column() - 1, line.codePointCount(0, line.length())));
        int at = start;
        switch (text.style()) {
            case SINGLE_QUOTED -> {
                at++;
                for (int i = 0; i < offset; i++) {
                    at += line.startsWith("''", at) ? 2 : 1;
                }
            }
            case DOUBLE_QUOTED -> at = inDoubleQuotes(line, start + 1, offset);
            default -> at += offset;
        }
        at = Math.min(at, line.length());
        return new Position(text.start().line(), line.codePointCount(0, at) + 1);
    }

    private static int inDoubleQuotes(String line, int start, int offset) {
        int at = start;
        int value = 0;
        while (value < offset && at < line.length()) {
            if (line.charAt(at) != '\\' || at + 1 >= line.length()) {
                at++;
                value++;
                continue;
            }
            int digits = switch (line.charAt(at + 1)) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            boolean pair = digits == 8 && !line.startsWith("0000", at + 2);
            value += pair ? 2 : 1;
            at += 2 + digits;
        }
        return at;
    }

    private static Position inBlock(Text text, List<String> lines, int offset) {
        String before = text.value().substring(0, offset);
        int row = (int) before.chars().filter(c -> c == '\n').count();
        int inRow = before.length() - (before.lastIndexOf('\n') + 1);
        int line = text.start().line() + 1 + row;
        if (line > lines.size()) {
            return text.start();
        }
        // A row of the value is the end of the file's line; the part before it is indentation.
        int valueStart = before.lastIndexOf('\n') + 1;
        int valueEnd = text.value().indexOf('\n', valueStart);
        String valueRow =
                text.value().substring(valueStart, valueEnd < 0 ? text.value().length() : valueEnd);
        String written = lines.get(line - 1);
        int indent = written.length() - valueRow.length();
        if (indent < 0 || !written.endsWith(valueRow)) {
            return new Position(line, 1);
        }
        return new Position(line, written.codePointCount(0, Math.min(indent + inRow, written.length())) + 1);
    }
}
