package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * Replaces no-break, thin and other special spaces and tabs by plain spaces. A run of white space with one of them becomes a
 * single space; white space at the end of lines is removed. The ideographic space stays between two wide characters, because
 * Chinese and Japanese writers type it there. Plain spaces and indentation by plain spaces and tabs stay.
 */
final class Spaces implements TriggeredStep {

    private static final char IDEOGRAPHIC = '\u3000';

    @Override
    public String name() {
        return "spaces";
    }

    @Override
    public int triggers() {
        return Census.SPACE;
    }

    /** In code only invisible white space is removed. */
    @Override
    public boolean countsInCode(Edit edit) {
        return edit.replacement().isEmpty();
    }

    @Override
    public List<Edit> edits(String text) {
        EditList edits = new EditList(text, this);
        int i = 0;
        while (i < text.length()) {
            if (!isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && isSpace(text.charAt(end))) {
                end++;
            }
            if (end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r') {
                edits.remove(i, end, "white space at the end of a line");
            } else {
                inside(text, i, end, edits);
            }
            i = end;
        }
        return edits.done();
    }

    private static void inside(String text, int start, int end, EditList edits) {
        boolean lineStart = start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
        boolean special = false;
        boolean tab = false;
        boolean ideographic = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            special |= isSpecial(c);
            tab |= c == '\t';
            ideographic &= c == IDEOGRAPHIC;
        }
        if (lineStart) {
            if (special) {
                edits.remove(start, end, "special space at the start of a line");
            }
        } else if (ideographic && isWide(text.charAt(start - 1)) && isWide(text.charAt(end))) {
            // A Chinese or Japanese writer typed it.
            return;
        } else if (special || tab) {
            edits.replace(start, end, " ", special ? "special space" : "tab");
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c >= '\u00A0' && isSpecial(c);
    }

    static boolean isSpecial(char c) {
        return c == '\u00A0' || c >= '\u2000' && c <= '\u200A' || c == '\u202F' || c == '\u205F' || c == IDEOGRAPHIC;
    }

    /** East Asian wide characters of the basic plane, roughly: radicals to Hangul, compatibility and full-width forms. */
    private static boolean isWide(char c) {
        return c >= '\u2E80' && c <= '\uD7FF' && c != IDEOGRAPHIC
                || c >= '\uF900' && c <= '\uFAFF'
                || c >= '\uFE30' && c <= '\uFE4F'
                || c >= '\uFF00' && c <= '\uFF60';
    }
}
