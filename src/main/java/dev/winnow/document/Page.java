package dev.winnow.document;

import dev.winnow.text.Characters;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A normalised text, cut into lines.
 *
 * @param text the text, with the mapping to its source
 * @param lines its non-blank lines, in order
 * @param markup what the markup of the source says about them; null for plain text
 */
public record Page(
        TrackedText text, List<Line> lines, @Nullable Markup markup) {

    public Page {
        lines = Lines.copyOf(lines);
    }

    /** Cuts a text at line feeds. White space around a line does not belong to the line. */
    public static Page of(TrackedText tracked) {
        return new Page(tracked, lines(tracked), null);
    }

    /** Cuts a text that had markup. The markup also tells links from prose. */
    public static Page of(TrackedText tracked, Markup markup) {
        Lines lines = lines(tracked);
        Page page = new Page(tracked, lines, markup);
        int[] offsets = new int[lines.size()];
        Block[] blocks = new Block[offsets.length];
        for (Line line : lines) {
            offsets[line.index()] = page.sourceOffset(line);
            blocks[line.index()] = markup.blockAt(offsets[line.index()]);
        }
        lines.standIn(offsets, blocks);
        return page;
    }

    /** Returns the block that holds a line of this page; null for plain text and where no block is known. */
    public @Nullable Block block(Line line) {
        return lines instanceof Lines own ? own.block(line.index()) : null;
    }

    /**
     * Returns the lines that belong together with a line, such as code, verse or a postal address. The span counts lines: first
     * line, and the line after the last.
     */
    public Span together(int line) {
        Layout layout = layout();
        return layout == null ? new Span(line, line + 1) : new Span(layout.first(line), layout.last(line) + 1);
    }

    /**
     * Whether the page has blank lines between lines. Only then does the absence of a blank line show that lines belong
     * together.
     */
    public boolean isSpaced() {
        Layout layout = layout();
        return layout != null && layout.isSpaced();
    }

    /** Whether a line belongs to a group in which indentation has a meaning: some lines are indented more than the first. */
    public boolean isIndented(int line) {
        Layout layout = layout();
        return layout != null && layout.isIndented(line);
    }

    /** Whether a line stands in an element that shows white space unchanged. */
    public boolean isPreformatted(int line) {
        Block block = block(lines.get(line));
        return block != null && block.element() == Block.Element.PREFORMATTED;
    }

    /** Offset in the text of the beginning of a line, white space before it included. */
    public int indentedStart(int line) {
        return text.text().lastIndexOf('\n', lines.get(line).start() - 1) + 1;
    }

    private @Nullable Layout layout() {
        return lines instanceof Lines own ? own.layout(text.text()) : null;
    }

    /**
     * Source offset of the beginning of a line. A change there may also cover source text before the line; then the offset is
     * that of the last unit of the change.
     */
    public int sourceOffset(Line line) {
        Span first = text.toSource(new Span(line.start(), line.start() + 1));
        return Math.max(first.start(), first.end() - 1);
    }

    /**
     * Returns the line of the source, from 1, on which a line of this page begins. People see this number. Lines that HTML has
     * on one line of its source share it.
     */
    public int sourceLine(int line) {
        return text.sourceLine(sourceOffset(lines.get(line)));
    }

    /** Returns the indices of the lines that lie completely in a span of the source; none for plain text. */
    public BitSet linesIn(Span stretch) {
        BitSet inside = new BitSet();
        if (lines instanceof Lines own && markup != null) {
            int i = own.firstFrom(stretch.start());
            while (i < own.size() && endsIn(own, i, stretch.end())) {
                inside.set(i++);
            }
        }
        return inside;
    }

    private boolean endsIn(Lines own, int line, int end) {
        boolean nextBegins = line + 1 < own.size() && own.offset(line + 1) <= end;
        return nextBegins || sourceEnd(own.get(line)) <= end;
    }

    /**
     * Source offset of the end of a line. A change there may also cover source text after the line; then only the first unit of
     * the change counts.
     */
    private int sourceEnd(Line line) {
        Span last = text.toSource(new Span(line.end() - 1, line.end()));
        return Math.min(last.end(), last.start() + 1);
    }

    private static Lines lines(TrackedText tracked) {
        String text = tracked.text();
        LineFeeds feeds = tracked.lineFeeds();
        Lines lines = new Lines(feeds.lines());
        boolean blank = true;
        boolean spaced = false;
        for (int line = 0; line < feeds.lines(); line++) {
            int from = feeds.start(line);
            int to = feeds.end(line);
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                if (blank && !spaced && !lines.isEmpty()) {
                    // The first blank line between lines. From here on the absence of a blank line has a meaning.
                    spaced = true;
                    lines.glue();
                }
                lines.append(new Line(text, lines.size(), from, to, spaced && !blank));
            }
            blank = from == to;
        }
        return lines;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c > '~' && Characters.isSpace(c);
    }
}
