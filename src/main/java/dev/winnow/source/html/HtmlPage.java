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
import org.jsoup.parser.NodePlacingTreeBuilder;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page of HTML as text: its markup is edited away, so that every character keeps its place in the source. Belongs to one
 * document; not thread-safe.
 *
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
     * Reads a page, however broken; any text is one.
     *
     * @param names of {@code <meta>} that are understood
     * @param selectors what else will be asked for
     * @param typography of languages
     */
    public static HtmlPage parse(String source, MetaNames names, Selectors selectors, Typography typography) {
        // A byte-order mark would count as text, and put all that follows into the body; a space in its place does not.
        String page = source.startsWith("\uFEFF") ? " " + source.substring(1) : source;
        Parser parser = new Parser(new NodePlacingTreeBuilder(Tags.PREFORMATTED));
        Xhtml.prepare(parser, page);
        Document document = parser.parseInput(page, "");
        Walk walk = new Walk(document, source, typography);
        return new HtmlPage(source, document, names, selectors, walk, new Assembly(source, walk));
    }

    /** The visible text, a block a line, with the way back to the source. */
    public TrackedText text() {
        return text;
    }

    /** Whether lines of it end where the page says so rather than with a block: its text may be wrapped. */
    public boolean hasLines() {
        return lines;
    }

    /** Stretches of the source that show characters for their own sake, such as code, in order. */
    public List<Span> code() {
        return code;
    }

    /** What a person should know about the reading. */
    public List<String> warnings() {
        return warnings;
    }

    /** What the selectors select. */
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
