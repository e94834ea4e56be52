package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.HeadValue;
import dev.winnow.document.Markup;
import dev.winnow.document.TrackedText;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.NodePlacingTreeBuilder;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page of HTML as text: its markup is edited away, so that every character keeps its place in the source. Belongs to one
 * document; not thread-safe.
 *
 * <pre>{@code
 * HtmlPage.parse("<p>caf&eacute;<p>bar", names).text().text() // "café\n\nbar"
 * }</pre>
 */
public final class HtmlPage implements Markup {

    private final Document document;
    private final MetaNames names;
    private final List<Element> elements;
    private final TrackedText text;
    private final List<Block> blocks;
    private final int[] starts;
    private final int shift;

    private HtmlPage(Document document, MetaNames names, Walk walk, Assembly assembly, int shift) {
        this.names = names;
        this.shift = shift;
        this.document = document;
        this.elements = walk.elements();
        this.text = assembly.text();
        this.blocks = assembly.blocks();
        this.starts = assembly.starts();
    }

    /**
     * Reads a page, however broken; any text is one.
     *
     * @param names of {@code <meta>} that are understood
     */
    public static HtmlPage parse(String source, MetaNames names) {
        // A byte-order mark would count as text, and put all that follows into the body.
        int shift = source.startsWith("\uFEFF") ? 1 : 0;
        Document document = new Parser(new NodePlacingTreeBuilder()).parseInput(source.substring(shift), "");
        Walk walk = new Walk(document, source, shift);
        return new HtmlPage(document, names, walk, new Assembly(source, walk), shift);
    }

    /** The visible text, a block a line, with the way back to the source. */
    public TrackedText text() {
        return text;
    }

    /** Finds what selectors select. */
    public Selection select(Selectors selectors) {
        return new Selection(selectors, selectors.select(document, elements), shift);
    }

    @Override
    public @Nullable Block blockAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int block = found >= 0 ? found : -found - 2;
        return block < 0 ? null : blocks.get(block);
    }

    @Override
    public List<HeadValue> head() {
        return HeadData.of(elements, names);
    }
}
