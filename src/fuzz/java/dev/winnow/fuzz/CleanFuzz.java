package dev.winnow.fuzz;

import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;

/** Any text, cleaned with the built-in rules: the ledger restores it, and cleaning again changes nothing. */
public final class CleanFuzz {

    private CleanFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Article once = clean(Texts.of(bytes));
        Article twice = clean(once.text());
        Promise.same(once.text(), twice.text(), "clean text stays as it is");
    }

    private static Article clean(String text) {
        return Cleaning.withBuiltInRules(SourceDocument.of("-", text));
    }
}
