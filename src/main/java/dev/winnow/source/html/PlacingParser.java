package dev.winnow.source.html;

import org.jsoup.parser.NodePlacingTreeBuilder;
import org.jsoup.parser.Parser;

/** Makes parsers that note where elements and texts stand in the source. */
final class PlacingParser {

    /**
     * Whether the insides of jsoup are those that {@link NodePlacingTreeBuilder} needs. A program may have another version of jsoup, or load it with
     * another class loader. Then the library's own tracking does the same in more time.
     */
    private static final boolean FAST = isFast();

    private PlacingParser() {}

    /** A parser for one page at a time. */
    static Parser make() {
        return FAST ? fast() : Parser.htmlParser().setTrackPosition(true);
    }

    private static Parser fast() {
        return new Parser(new NodePlacingTreeBuilder(Tags.PREFORMATTED));
    }

    private static boolean isFast() {
        try {
            return fast().parseInput("<p>", "").body().child(0).sourceRange().isTracked();
        } catch (LinkageError e) {
            return false;
        }
    }
}
