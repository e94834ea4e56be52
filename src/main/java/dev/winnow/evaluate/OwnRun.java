package dev.winnow.evaluate;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Article.LabelledLine;
import dev.winnow.document.Crawl;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs Winnow itself to be scored. Immutable and thread-safe.
 *
 * @param winnow cleans the pages
 * @param input the part of a gold page that it gets
 */
public record OwnRun(Winnow winnow, Source input) {

    /** Labels of lines that move from the text to the metadata, so they are not lost. */
    private static final Set<Label> SAVED = Set.of(Label.TITLE, Label.STANDFIRST);

    /** The part of a gold page to clean. */
    public enum Source {
        /** The page's HTML; its text without markup where there is none. */
        HTML,
        /** The page without markup; its HTML where there is none. */
        FLAT,
        /** The article alone, from which nothing should be removed. */
        ARTICLE
    }

    /** Returns the page to clean; null where the gold has none. */
    public @Nullable SourceDocument document(Gold gold) {
        return switch (input) {
            case HTML -> gold.html() == null ? plain(gold, gold.flatText()) : html(gold);
            case FLAT -> gold.flatText() == null ? html(gold) : plain(gold, gold.flatText());
            case ARTICLE -> plain(gold, gold.text());
        };
    }

    private static @Nullable SourceDocument html(Gold gold) {
        return gold.html() == null ? null : found(SourceDocument.html(gold.id(), gold.html()), gold);
    }

    private static @Nullable SourceDocument plain(Gold gold, @Nullable String text) {
        return text == null ? null : found(SourceDocument.of(gold.id(), text), gold);
    }

    private static SourceDocument found(SourceDocument page, Gold gold) {
        return page.toBuilder()
                .url(gold.url())
                .crawl(gold.crawled() == null ? null : new Crawl(gold.crawled(), null))
                .build();
    }

    /** Returns the result of Winnow for a page. */
    public Prediction predict(SourceDocument page, Gold gold) {
        Article article = winnow.clean(page);
        return new Prediction(
                article.text(),
                Meta.of(article.metadata()),
                page.form() == SourceDocument.Form.TEXT && input != Source.ARTICLE
                        ? labels(article, page.text())
                        : null,
                input == Source.ARTICLE ? harm(article, page) : null);
    }

    /** Returns for each line of the page that is not blank whether a part of it stays. */
    private static boolean[] labels(Article article, String page) {
        BitSet kept = new BitSet(page.length());
        for (LabelledLine line : article.lines()) {
            if (line.kept()) {
                kept.set(line.source().start(), line.source().end());
            }
        }
        BitSet labels = new BitSet();
        int lines = 0;
        int start = 0;
        while (start <= page.length()) {
            int feed = page.indexOf('\n', start);
            int end = feed < 0 ? page.length() : feed;
            if (!Tokens.lines(page.substring(start, end)).isEmpty()) {
                int next = kept.nextSetBit(start);
                labels.set(lines++, next >= 0 && next < end);
            }
            start = end + 1;
        }
        boolean[] each = new boolean[lines];
        labels.stream().forEach(line -> each[line] = true);
        return each;
    }

    private Prediction.Harm harm(Article article, SourceDocument page) {
        int removed = 0;
        for (Ledger.Entry entry : article.ledger().entries()) {
            if (entry.label() != null && !SAVED.contains(entry.label())) {
                removed += Tokens.letters(entry.text()).size()
                        - Tokens.letters(entry.with()).size();
            }
        }
        SourceDocument again = SourceDocument.of(page.id(), article.text()).toBuilder()
                .url(page.url())
                .crawl(page.crawl())
                .build();
        return new Prediction.Harm(
                Tokens.letters(page.text()).size(),
                Math.max(0, removed),
                !winnow.clean(again).text().equals(article.text()));
    }
}
