package dev.winnow.fuzz;

import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import java.util.Objects;

/**
 * Any text, cleaned with the built-in rules: the ledger restores it, and cleaning again changes nothing. The second only while the
 * text is taken for the same language: rules belong to languages, and what is left of noise may look like another.
 */
public final class CleanFuzz {

    private CleanFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Article once = clean(Texts.of(bytes));
        Article twice = clean(once.text());
        if (Objects.equals(once.metadata().language(), twice.metadata().language())) {
            Promise.same(once.text(), twice.text(), "clean text stays as it is");
        }
    }

    private static Article clean(String text) {
        return Cleaning.withBuiltInRules(SourceDocument.of("-", text));
    }
}
