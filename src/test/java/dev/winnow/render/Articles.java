package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Edit;
import dev.winnow.document.Image;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.Metadata;
import dev.winnow.document.Presence;
import dev.winnow.document.Reason;
import dev.winnow.document.SourceDocument;
import dev.winnow.document.Span;
import dev.winnow.document.TrackedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Articles for tests. */
public final class Articles {

    public static final Metadata NOTHING_KNOWN = new Metadata(
            null, null, List.of(), null, null, null, List.of(), null, null, null, null, null, null, null, List.of(),
            List.of(), null, Map.of(), List.of());

    public static final Metadata MUCH_KNOWN = new Metadata(
            "Ferry \"resumes\"",
            "After the storm",
            List.of("Ada Moor", "Ben Hill"),
            "2019-06-02T08:49:00+04:00",
            null,
            "WORLD",
            List.of("ferries"),
            "en",
            "example.org",
            "Example",
            "https://example.org/a",
            "HARBOUR TOWN",
            "--06-02",
            "AP",
            List.of(new Image("The ferry", null)),
            List.of("AP"),
            3,
            Map.of("title", "example.org/header"),
            List.of(new dev.winnow.document.UndecidedDate(
                    "modified", "03/04/2019", List.of("2019-04-03", "2019-03-04"))));

    private Articles() {}

    static Article.Paragraph line(String text, Label label) {
        return new Article.Paragraph(text, label, new Span(0, 1));
    }

    /** Of lines with their labels, without a ledger. */
    static Article article(Metadata metadata, Article.Paragraph... lines) {
        return article(metadata, Map.of(), lines);
    }

    /** The same, with fields of the record that it was read from. */
    static Article article(Metadata metadata, Map<String, Object> extra, Article.Paragraph... lines) {
        String text = List.of(lines).stream().map(Article.Paragraph::text).collect(Collectors.joining("\n\n"));
        return new Article(
                "a",
                text,
                List.of(lines),
                List.of(),
                metadata,
                new Ledger(List.of()),
                Presence.of(769),
                1,
                "sha256:0",
                List.of(),
                null,
                List.of(),
                extra,
                null);
    }

    public static Article of(String id, String text) {
        return of(SourceDocument.of(id, text), TrackedText.of(text), NOTHING_KNOWN, 1);
    }

    public static Article of(SourceDocument source, TrackedText tracked, Metadata metadata, double kept) {
        List<Article.Paragraph> paragraphs = new ArrayList<>();
        List<Article.LabelledLine> lines = new ArrayList<>();
        for (String paragraph : tracked.text().split("\n\n")) {
            Span span = new Span(0, source.text().length());
            paragraphs.add(new Article.Paragraph(paragraph, Label.BODY, span));
            lines.add(new Article.LabelledLine(paragraph, Label.BODY, "shape", "sentence-like", true, span));
        }
        return new Article(
                source.id(),
                tracked.text(),
                paragraphs,
                lines,
                metadata,
                Ledger.of(tracked, source.charset() == null ? List.of() : source.warnings()),
                Presence.of(769),
                kept,
                "sha256:0",
                source.warnings(),
                source.charset(),
                source.undecodable(),
                source.extra(),
                source.crawl());
    }

    /** The text after a few rounds of random edits. */
    public static TrackedText edited(String text, Random random) {
        TrackedText tracked = TrackedText.of(text);
        for (int round = random.nextInt(4); round > 0; round--) {
            List<Edit> edits = new ArrayList<>();
            int at = 0;
            while (at < tracked.text().length() && random.nextInt(8) != 0) {
                int start = at + random.nextInt(Math.min(20, tracked.text().length() - at) + 1);
                int end = Math.min(tracked.text().length(), start + random.nextInt(12));
                String with = random.nextBoolean() ? "" : strange(random, 5);
                Label label = random.nextBoolean() ? Label.RELATED : null;
                edits.add(new Edit(start, end, with, new Reason("test/rule", label, "because \"so\"\n")));
                at = end + 1;
            }
            tracked = tracked.apply(edits);
        }
        return tracked;
    }

    /** Any UTF-16 units, lone surrogates among them. */
    public static String strange(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(64));
                case 3 -> text.append((char) random.nextInt(0x30));
                case 4 -> text.append("\u2028\u0085\"\\");
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
