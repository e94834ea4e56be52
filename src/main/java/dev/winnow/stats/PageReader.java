package dev.winnow.stats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Shape;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.text.Characters;
import dev.winnow.text.Hosts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a page into the facts that {@link StatisticsCollector} counts. Immutable and thread-safe. */
public final class PageReader {

    /**
     * Maximum number of lines read of a page. Of a longer page the first half of this number and the last half are read, because
     * boilerplate stands there.
     */
    static final int MOST_LINES = 400;

    /** Maximum length of a template whose text is kept. */
    private static final int LONGEST_TEXT = 80;

    private final LineGeneralizer general;

    /** Makes a reader that uses the words of these lexicons. */
    public PageReader(Lexicons lexicons) {
        this.general = new LineGeneralizer(lexicons);
    }

    /**
     * Reads a page.
     *
     * @param source gives the page's URL; otherwise the page's head gives it
     * @param page the document's lines, before anything is removed
     */
    public CountedPage read(SourceDocument source, Page page) {
        String url = address(source, page);
        String site = Statistics.site(url);
        Fingerprints prints = new Fingerprints();
        PageLines lines = lines(page, prints);
        String place = place(url);
        // The front page of a site has another text each day, and some corpora give only the URL of the site. So the
        // key of a front page comes from its lines.
        long key = prints.page(place == null ? Arrays.toString(lines.lines()) : place);
        return new CountedPage(
                site == null ? Statistics.UNKNOWN : site,
                key,
                site == null ? new PageLines(new long[0], new long[0], null) : lines);
    }

    private static @Nullable String address(SourceDocument source, Page page) {
        if (source.url() != null || page.markup() == null) {
            return source.url();
        }
        return page.markup().head().stream()
                .filter(value -> value.field().equals(Field.URL.key()))
                .map(value -> value.text())
                .findFirst()
                .orElse(null);
    }

    /** Returns host and path of a URL, which identify the page; null for a site's front page. */
    private static @Nullable String place(@Nullable String url) {
        String host = Hosts.ofSite(url);
        if (url == null || host == null) {
            return null;
        }
        int fragment = url.indexOf('#');
        String whole = (fragment < 0 ? url : url.substring(0, fragment)).strip();
        int scheme = whole.indexOf("//");
        int path = whole.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        return path < 0 || path == whole.length() - 1 ? null : host + whole.substring(path);
    }

    private PageLines lines(Page page, Fingerprints prints) {
        List<Line> all = page.lines();
        int count = Math.min(all.size(), MOST_LINES);
        long[] lines = new long[count];
        long[] templates = new long[count];
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            Line line = all.get(i < MOST_LINES / 2 ? i : all.size() - count + i);
            boolean prose = line.is(Shape.SENTENCE_LIKE);
            LineTemplate template = general.template(line.text());
            lines[i] = Fingerprints.withFacts(
                    prints.line(Characters.fold(line.text())),
                    (line.isLink() ? Fingerprints.LINK : 0) | (prose ? Fingerprints.SENTENCE : 0));
            templates[i] = template.hasSlots() ? prints.template(template.key()) : 0;
            texts[i] = prose || template.text().length() > LONGEST_TEXT ? null : writable(template.text());
        }
        return new PageLines(lines, templates, texts);
    }

    /** Replaces unpaired surrogates, which UTF-8 cannot hold. */
    private static String writable(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
