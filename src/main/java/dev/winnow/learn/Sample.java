package dev.winnow.learn;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.Block;
import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Metadata;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.document.SourceDocument;
import dev.winnow.stats.LineGeneralizer;
import dev.winnow.stats.LineTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, cleaned without rules of its site. The bounds of its article are set by {@link #bound}, once it is known which lines
 * recur on other pages.
 */
final class Sample {

    /** Prefix of the ids of common rules. */
    private static final String COMMON = "common/";

    /**
     * Maximum number of lines from the headline to the first sentence: date, byline, standfirst, picture, buttons. More are rare.
     */
    private static final int HEAD_LINES = 8;

    private final SourceDocument source;
    private final Metadata metadata;
    private final List<Item> lines = new ArrayList<>();
    private int begin;
    private int first = -1;
    private int end = -1;
    private boolean titled;

    /**
     * A line of the page.
     *
     * @param key of its template
     * @param kept whether it stays without rules of the site
     * @param common whether a common rule takes it
     * @param sentence whether it has the shape of a sentence
     * @param block its block in the markup; null for plain text
     */
    record Item(
            int index,
            LineTemplate template,
            String key,
            String text,
            Label label,
            boolean kept,
            boolean common,
            boolean sentence,
            @Nullable Block block) {}

    Sample(SourceDocument source, Winnow winnow, LineGeneralizer general) {
        this.source = source;
        Page page = winnow.page(source);
        Article article = winnow.clean(source);
        this.metadata = article.metadata();
        for (int i = 0; i < page.lines().size(); i++) {
            Line line = page.lines().get(i);
            Article.LabelledLine labelled = article.lines().get(i);
            LineTemplate template = general.template(line.text());
            lines.add(new Item(
                    i,
                    template,
                    template.key(),
                    line.text(),
                    labelled.label(),
                    labelled.kept(),
                    labelled.rule().startsWith(COMMON),
                    line.is(Shape.SENTENCE_LIKE),
                    page.block(line)));
        }
    }

    /** Finds the bounds of the article: it begins at its headline, or its first sentence, and ends at its last sentence. */
    void bound(RepeatedLines recurring) {
        for (Item line : lines) {
            if (isText(line, recurring)) {
                first = first < 0 ? line.index() : first;
                end = line.index();
            }
        }
        begin = Math.max(0, first);
        for (int i = 1; i < first; i++) {
            if (lines.get(i).label() == Label.TITLE) {
                begin = i;
                titled = true;
            }
        }
        // Lines right above the first sentence may belong to the article: a date, a byline, a standfirst.
        while (!titled && begin > 1 && lines.get(begin - 1).label().group() == Label.Group.ABOUT) {
            begin--;
        }
    }

    /** Whether a line is kept prose that only this page has. */
    boolean isText(Item line, RepeatedLines recurring) {
        return line.kept()
                && line.sentence()
                && line.label().group() == Label.Group.TEXT
                && !recurring.isOften(line.key());
    }

    /** Whether the article has any text. */
    boolean hasText() {
        return end >= 0;
    }

    /** Whether the headline was found below the page's first line. */
    boolean isTitled() {
        return titled;
    }

    Place place(Item line) {
        return line.index() < begin ? Place.ABOVE : line.index() > end ? Place.BELOW : Place.WITHIN;
    }

    /** Whether a line stands right above the first sentence, in the place of date and byline. */
    boolean isInHead(Item line) {
        return line.index() < first && line.index() >= first - HEAD_LINES;
    }

    /** The place of a line relative to the article. */
    enum Place {
        ABOVE,
        WITHIN,
        BELOW
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    List<Item> lines() {
        return lines;
    }

    SourceDocument source() {
        return source;
    }

    Metadata metadata() {
        return metadata;
    }

    boolean isHtml() {
        return source.form() == SourceDocument.Form.HTML;
    }
}
