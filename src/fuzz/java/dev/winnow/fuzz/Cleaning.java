package dev.winnow.fuzz;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument;
import java.util.stream.Collectors;

/** Cleans, and checks what must hold for any document and any rules. */
final class Cleaning {

    /** With the built-in rules; made once a process, when a harness first needs it. */
    private static final class BuiltIn {
        static final Winnow WINNOW = Winnow.builder().build();
    }

    private Cleaning() {}

    static Article withBuiltInRules(SourceDocument source) {
        return with(BuiltIn.WINNOW, source);
    }

    static Article with(Winnow winnow, SourceDocument source) {
        Article article = winnow.clean(source);
        Promise.same(source.text(), article.ledger().restore(article.text()), "the ledger restores the source exactly");
        int at = 0;
        for (Ledger.Entry entry : article.ledger().entries()) {
            Promise.holds(at <= entry.start() && entry.start() <= entry.end(), "the ledger's entries are in order");
            at = entry.end();
        }
        Promise.holds(at <= source.text().length(), "the ledger's entries lie inside the source");
        String paragraphs =
                article.paragraphs().stream().map(Article.Paragraph::text).collect(Collectors.joining("\n\n"));
        Promise.same(article.text(), paragraphs, "the text is its paragraphs");
        return article;
    }
}
