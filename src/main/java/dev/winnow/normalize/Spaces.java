package dev.winnow.normalize;

import dev.winnow.document.Edit;
import java.util.List;

/**
 * Makes no-break, thin and other special spaces plain ones and removes white space at the end of lines. The ideographic
 * space stays between two wide characters, where it is what a Chinese or Japanese writer typed. Tabs inside a line stay.
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
                boolean wide = i > 0 && isWide(text.charAt(i - 1)) && isWide(text.charAt(end));
                plain(text, i, end, wide, edits);
            }
            i = end;
        }
        return edits.done();
    }

    private static void plain(String text, int start, int end, boolean wide, EditList edits) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && !(c == IDEOGRAPHIC && wide)) {
                edits.replace(i, i + 1, " ", "special space");
            }
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
