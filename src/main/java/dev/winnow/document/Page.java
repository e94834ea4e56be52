package dev.winnow.document;

import dev.winnow.text.Characters;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A normalised text, cut into lines.
 *
 * @param text the text with the way back to its source
 * @param lines its non-blank lines, in order
 * @param markup what the source's markup says of them; null for plain text
 */
public record Page(
        TrackedText text, List<Line> lines, @Nullable Markup markup) {

    public Page {
        lines = Lines.copyOf(lines);
    }

    /** Cuts at line feeds; white space around a line is not part of it. */
    public static Page of(TrackedText tracked) {
        return new Page(tracked, lines(tracked), null);
    }

    /** The same for text that had markup, which also tells links from prose. */
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

    /** The block a line of this page stands in, or what is left of one; null for plain text. */
    public @Nullable Block block(Line line) {
        return lines instanceof Lines own ? own.block(line.index()) : null;
    }

    /** The lines that belong together with a line as a writer set them: code, verse, an address; from the first to behind the last. */
    public Span together(int line) {
        Layout layout = layout();
        return layout == null ? new Span(line, line + 1) : new Span(layout.first(line), layout.last(line) + 1);
    }

    /** Whether lines that belong together are told from others by a blank line somewhere on the page. */
    public boolean isSpaced() {
        Layout layout = layout();
        return layout != null && layout.isSpaced();
    }

    /** Whether a line is one of several of which some are further in than the first: their indentation says something. */
    public boolean isIndented(int line) {
        Layout layout = layout();
        return layout != null && layout.isIndented(line);
    }

    /** Whether a line stands in an element that shows white space as it is. */
    public boolean isPreformatted(int line) {
        Block block = block(lines.get(line));
        return block != null && block.element() == Block.Element.PREFORMATTED;
    }

    /** Where in the text a line begins with the white space before it. */
    public int indentedStart(int line) {
        return text.text().lastIndexOf('\n', lines.get(line).start() - 1) + 1;
    }

    private @Nullable Layout layout() {
        return lines instanceof Lines own ? own.layout(text.text()) : null;
    }

    /** Where in the source a line begins. A change there may reach back beyond it, but not over its first character. */
    public int sourceOffset(Line line) {
        Span first = text.toSource(new Span(line.start(), line.start() + 1));
        return Math.max(first.start(), first.end() - 1);
    }

    /** The lines that stand in a stretch of the source as a whole, by index; none for plain text. */
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

    /** Where in the source a line ends, at the latest: a change there may reach on beyond it, but not over its last character. */
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
                    // The first blank line between others; from here on it says something that there is none.
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
