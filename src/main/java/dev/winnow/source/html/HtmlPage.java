package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.HeadValue;
import dev.winnow.document.Markup;
import dev.winnow.document.TrackedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

    private HtmlPage(Document document, MetaNames names, Assembly assembly, int shift) {
        this.names = names;
        this.shift = shift;
        this.document = document;
        this.elements = elements(document);
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
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(new PageReader(source, shift), "");
        return new HtmlPage(document, names, new Assembly(source, new Walk(document, source, shift)), shift);
    }

    /** In the order of the tree. The library's own iteration looks every sibling up again, which took as long as finding the text. */
    private static List<Element> elements(Document document) {
        List<Element> elements = new ArrayList<>();
        Deque<Element> left = new ArrayDeque<>();
        left.push(document);
        while (!left.isEmpty()) {
            Element element = left.pop();
            elements.add(element);
            for (int i = element.childNodeSize() - 1; i >= 0; i--) {
                if (element.childNode(i) instanceof Element child) {
                    left.push(child);
                }
            }
        }
        return elements;
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
