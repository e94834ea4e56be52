package dev.winnow.document;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the lines of a page that belong together, such as code, verse or a postal address. Such lines stand directly below each
 * other; in HTML also in the same element. A long sentence is always a paragraph of its own. One instance serves one page.
 */
final class Layout {

    /** A sentence-like line longer than this, in UTF-16 units, is a paragraph of its own. */
    private static final int LONGEST_PROSE = 100;

    private final Lines lines;
    private final String text;
    /** For each line, the first and the last line of its group. */
    private final int[] first;

    private final int[] last;
    private final BitSet indented = new BitSet();
    private final boolean spaced;

    Layout(String text, Lines lines) {
        this.text = text;
        this.lines = lines;
        this.first = new int[lines.size()];
        this.last = new int[lines.size()];
        boolean anyBlank = false;
        int begin = 0;
        for (int i = 1; i < first.length; i++) {
            int feeds = feedsBefore(i);
            anyBlank |= feeds > 1;
            if (feeds != 1 || !isOneElement(i) || isParagraph(i) || isParagraph(i - 1)) {
                block(begin, i);
                begin = i;
            }
        }
        block(begin, first.length);
        this.spaced = anyBlank;
    }

    /**
     * Groups lines that stand directly below each other. If none is indented more than the first, each pair of neighbours
     * decides whether the group is split between them.
     */
    private void block(int begin, int end) {
        together(begin, end);
        if (end - begin < 2) {
            return;
        }
        if (isIndented(begin, end)) {
            indented.set(begin, end);
            return;
        }
        int from = begin;
        for (int i = begin + 1; i < end; i++) {
            if (isParted(lines.get(i - 1), lines.get(i))) {
                together(from, i);
                from = i;
            }
        }
        together(from, end);
    }

    /**
     * Whether two neighbouring lines are separate paragraphs: sentences, a heading and its text, list items. Only these two
     * lines are read, so the result stays the same when other lines are removed. A line that begins in lower case continues the
     * line above.
     */
    private static boolean isParted(Line above, Line below) {
        return below.is(Shape.SENTENCE_LIKE)
                        && (above.is(Shape.SENTENCE_LIKE) || above.is(Shape.HEADING_LIKE))
                        && !Character.isLowerCase(below.text().codePointAt(0))
                || above.beginsWithBullet()
                || below.beginsWithBullet();
    }

    private void together(int begin, int end) {
        Arrays.fill(first, begin, end, begin);
        Arrays.fill(last, begin, end, end - 1);
    }

    private int feedsBefore(int line) {
        int feeds = 0;
        for (int i = lines.get(line - 1).end(); i < lines.get(line).start() && feeds < 2; i++) {
            feeds += text.charAt(i) == '\n' ? 1 : 0;
        }
        return feeds;
    }

    @SuppressWarnings("ReferenceEquality") // Compares identity, because two elements may be equal.
    private boolean isOneElement(int line) {
        Block block = lines.block(line);
        Block above = lines.block(line - 1);
        if (block == null || above == null) {
            return block == above;
        }
        return block.frame() == above.frame()
                && block.element() == above.element()
                && switch (block.element()) {
                    case PARAGRAPH, QUOTE, PREFORMATTED, OTHER -> true;
                    case HEADING, LIST_ITEM, CAPTION, TABLE_ROW -> false;
                };
    }

    private boolean isParagraph(int line) {
        Line one = lines.get(line);
        return one.length() > LONGEST_PROSE && one.is(Shape.SENTENCE_LIKE);
    }

    /** Whether the page has blank lines between lines. Without any, lines directly below each other mean nothing. */
    boolean isSpaced() {
        return spaced;
    }

    /** First line of the group that a line belongs to. */
    int first(int line) {
        return first[line];
    }

    /** Last line of the group that a line belongs to. */
    int last(int line) {
        return last[line];
    }

    /** Whether a line belongs to a group in which some lines are indented more than the first. Prose is not set like this. */
    boolean isIndented(int line) {
        return indented.get(line);
    }

    private boolean isIndented(int begin, int end) {
        int margin = lines.get(begin).start() - lineStart(begin);
        int second = margin;
        for (int i = begin + 1; i < end; i++) {
            int start = lineStart(i);
            int indent = lines.get(i).start() - start;
            if (indent > margin + 1 || indent > margin && text.charAt(start) == '\t') {
                return true;
            }
            if (i == begin + 1) {
                second = Math.min(margin, indent);
            } else if (second < margin && indent + 1 < second) {
                // The indentation decreases step by step. In prose only the first line may be indented more than the
                // others.
                return true;
            }
        }
        return false;
    }

    private int lineStart(int line) {
        return text.lastIndexOf('\n', lines.get(line).start() - 1) + 1;
    }
}
