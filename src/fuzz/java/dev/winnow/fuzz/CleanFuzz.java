package dev.winnow.fuzz;

import dev.winnow.document.SourceDocument;

/** Any text, cleaned with the built-in rules: the ledger restores it, and cleaning again changes nothing. */
public final class CleanFuzz {

    private CleanFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String once = clean(Texts.of(bytes));
        Promise.same(once, clean(once), "clean text stays as it is");
    }

    private static String clean(String text) {
        return Cleaning.withBuiltInRules(SourceDocument.of("-", text)).text();
    }
}
