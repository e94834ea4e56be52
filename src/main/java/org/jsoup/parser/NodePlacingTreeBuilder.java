package org.jsoup.parser;

import java.io.Reader;
import java.util.Set;
import org.jsoup.internal.LineMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Builds the tree of a page and records the source offsets of its elements and texts. {@link Parser#setTrackPosition} also
 * records every attribute and every line. That adds a quarter to the parsing time, and Winnow does not need it.
 *
 * <p>The library has no option for this. So this class stands in the library's package, where the field that controls it is
 * visible. Hence Winnow must be on the class path, not on the module path. For one page at a time; not thread-safe.
 */
public final class NodePlacingTreeBuilder extends HtmlTreeBuilder {

    private final Set<String> preformatted;
    private boolean preserving;

    /**
     * @param preformatted names of the elements that show white space unchanged
     */
    public NodePlacingTreeBuilder(Set<String> preformatted) {
        this.preformatted = preformatted;
    }

    @Override
    protected void initialiseParse(Reader input, String baseUri, Parser parser) {
        super.initialiseParse(input, baseUri, parser);
        // Without an entry, everything is on the first line.
        lineMap = new LineMap();
    }

    /**
     * Turns position tracking on only while a node is placed, because it would also be done for attributes. Most nodes are
     * white space between tags; their position matters only in preformatted elements.
     */
    @Override
    void trackNodePosition(Node node, boolean start) {
        if (node instanceof Element element) {
            preserving |= preformatted.contains(element.normalName());
        } else if (!(node instanceof TextNode text) || !preserving && text.isBlank()) {
            return;
        }
        trackSourceRange = lineMap != null;
        super.trackNodePosition(node, start);
        trackSourceRange = false;
    }
}
