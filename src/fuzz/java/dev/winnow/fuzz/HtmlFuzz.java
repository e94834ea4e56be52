package dev.winnow.fuzz;

import dev.winnow.document.SourceDocument;
import dev.winnow.source.html.HtmlPage;
import dev.winnow.source.html.MetaNames;
import dev.winnow.source.html.Selectors;
import dev.winnow.source.html.Typography;
import java.util.List;
import java.util.Map;

/**
 * Any text as a page of HTML, cleaned with the built-in rules: the ledger restores it, tags and all. What is left out before it
 * is parsed changes none of its text.
 */
public final class HtmlFuzz {

    private static final MetaNames NO_NAMES = new MetaNames(Map.of());

    private static final Selectors NONE = new Selectors(List.of());

    /** May ask for any attribute, so that all stay. */
    private static final Selectors ANY = new Selectors(List.of("[^data-]"));

    private HtmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String page = Texts.of(bytes);
        Promise.same(text(page, ANY), text(page, NONE), "attributes are no text");
        Cleaning.withBuiltInRules(SourceDocument.html("-", page));
    }

    private static String text(String page, Selectors selectors) {
        return HtmlPage.parse(page, NO_NAMES, selectors, Typography.plain())
                .text()
                .text();
    }
}
