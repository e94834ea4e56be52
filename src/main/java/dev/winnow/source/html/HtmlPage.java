package dev.winnow.source.html;

import dev.winnow.document.Block;
import dev.winnow.document.HeadValue;
import dev.winnow.document.Markup;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page of HTML as text. Its markup is removed by edits, so that every character keeps its offset in the source. Belongs to
 * one document; not thread-safe.
 * <pre>{@code
 * HtmlPage.parse("<p>caf&eacute;<p>bar", names, selectors, typography).text().text() // "café\n\nbar"
 * }</pre>
 */
public final class HtmlPage implements Markup {

    private final String source;
    private final Document document;
    private final MetaNames names;
    private final Selectors selectors;
    private final List<Element> elements;
    private final TrackedText text;
    private final List<Block> blocks;
    private final int[] starts;
    private final boolean lines;
    private final List<Span> code;
    private final List<String> warnings;
    private @Nullable Selection selection;

    private HtmlPage(
            String source, Document document, MetaNames names, Selectors selectors, Walk walk, Assembly assembly) {
        this.source = source;
        this.document = document;
        this.names = names;
        this.selectors = selectors;
        this.elements = walk.elements();
        this.text = assembly.text();
        this.blocks = assembly.blocks();
        this.starts = assembly.starts();
        this.lines = walk.hasLines();
        this.code = walk.code();
        this.warnings = walk.warnings();
    }

    /**
     * Parses a page. Any text is accepted, however broken its HTML.
     *
     * @param names known names of {@code <meta>} elements
     * @param selectors the selectors for {@link #select()}
     * @param typography conventions of languages
     */
    public static HtmlPage parse(String source, MetaNames names, Selectors selectors, Typography typography) {
        // A byte-order mark would count as text and put everything after it into the body. So a space replaces it.
        String page = source.startsWith("\uFEFF") ? " " + source.substring(1) : source;
        Parser parser = PlacingParser.make();
        Xhtml.prepare(parser, page);
        Document document = parser.parseInput(page, "");
        Walk walk = new Walk(document, source, typography);
        return new HtmlPage(source, document, names, selectors, walk, new Assembly(source, walk));
    }

    /** Returns the visible text, one block per line, with the mapping to the source. */
    public TrackedText text() {
        return text;
    }

    /** Whether the page breaks lines inside blocks. Its text may then be wrapped. */
    public boolean hasLines() {
        return lines;
    }

    /** Spans of the source that hold code and similar text, in order. */
    public List<Span> code() {
        return code;
    }

    /** Warnings about the parsing for the user. */
    public List<String> warnings() {
        return warnings;
    }

    /** Returns what the selectors select. */
    public Selection select() {
        Selection made = selection;
        if (made == null) {
            made = new Selection(selectors, selectors.select(document, elements), elements);
            selection = made;
        }
        return made;
    }

    @Override
    public @Nullable Block blockAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int block = found >= 0 ? found : -found - 2;
        return block < 0 ? null : blocks.get(block);
    }

    @Override
    public @Nullable String linkedHost(int offset) {
        return LinkTarget.host(source, offset);
    }

    @Override
    public List<HeadValue> head() {
        return HeadData.of(elements, names, select().besides());
    }
}
