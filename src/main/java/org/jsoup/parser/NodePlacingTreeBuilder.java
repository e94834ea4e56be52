package org.jsoup.parser;

import java.io.Reader;
import org.jsoup.internal.LineMap;
import org.jsoup.nodes.Node;

/**
 * Builds the tree of a page and notes where its nodes stand in the source. {@link Parser#setTrackPosition} also notes every
 * attribute and every line, which takes a quarter of the time that parsing takes without and serves nobody here.
 *
 * <p>The library has no switch for that, so this stands in its package, where the one field that tells is seen: hence Winnow
 * is to be put on the class path rather than the module path. For one page at a time; not thread-safe.
 */
public final class NodePlacingTreeBuilder extends HtmlTreeBuilder {

    @Override
    protected void initialiseParse(Reader input, String baseUri, Parser parser) {
        super.initialiseParse(input, baseUri, parser);
        // Without an entry: all is on the first line.
        lineMap = new LineMap();
    }

    /** Where nodes are placed, and only there, positions are tracked: where attributes are read it would be asked, too. */
    @Override
    void trackNodePosition(Node node, boolean start) {
        trackSourceRange = lineMap != null;
        super.trackNodePosition(node, start);
        trackSourceRange = false;
    }
}
