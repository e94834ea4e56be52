package org.jsoup.parser;

import java.io.Reader;
import java.util.Set;
import org.jsoup.internal.LineMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Builds the tree of a page and notes where its elements and texts stand in the source. {@link Parser#setTrackPosition} also
 * notes every attribute and every line, which takes a quarter of the time that parsing takes without and serves nobody here.
 *
 * <p>The library has no switch for that, so this stands in its package, where the one field that tells is seen: hence Winnow
 * is to be put on the class path rather than the module path. For one page at a time; not thread-safe.
 */
public final class NodePlacingTreeBuilder extends HtmlTreeBuilder {

    private final Set<String> preformatted;
    private boolean preserving;

    /** @param preformatted names of the elements in which white space is shown as it is */
    public NodePlacingTreeBuilder(Set<String> preformatted) {
        this.preformatted = preformatted;
    }

    @Override
    protected void initialiseParse(Reader input, String baseUri, Parser parser) {
        super.initialiseParse(input, baseUri, parser);
        // Without an entry: all is on the first line.
        lineMap = new LineMap();
    }

    /**
     * Where nodes are placed, and only there, positions are tracked: where attributes are read it would be asked, too. Most
     * nodes are white space between tags; where it stands matters only where it is shown as it is.
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
