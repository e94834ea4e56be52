package dev.winnow.fuzz;

import dev.winnow.document.SourceDocument;
import java.util.List;
import java.util.Map;

/** Any text as a page of HTML, cleaned with the built-in rules: the ledger restores it, tags and all. */
public final class HtmlFuzz {

    private HtmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Cleaning.withBuiltInRules(new SourceDocument(
                "-", SourceDocument.Form.HTML, Texts.of(bytes), null, null, null, List.of(), List.of(), Map.of()));
    }
}
