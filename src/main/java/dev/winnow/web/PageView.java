package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.render.Format;
import dev.winnow.restore.Restore;
import dev.winnow.restore.RestoreException;
import dev.winnow.restore.Restored;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import dev.winnow.source.html.SafeView;
import dev.winnow.text.Hosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the list of loaded pages, and single pages with the label of each line. */
final class PageView {

    /** Maximum number of cached sheets, from which tabs fetch more lines. */
    private static final int MOST_SHEETS = 24;

    /** Maximum number of characters in all cached sheets. The newest sheet always stays. */
    private static final long MOST_CHARACTERS = 60_000_000;

    private static final int TEXT_AT_ONCE = 500_000;
    private static final int MOST_ROWS = 1000;

    private final Bench bench;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>(16, 0.75f, true);
    private int last;

    PageView(Bench bench, Server server) {
        this.bench = bench;
        server.on("GET api/pages", this::rows)
                .on("POST api/pages", this::paste)
                .on("POST api/upload", this::upload)
                .on("POST api/site", this::site)
                .on("POST api/explain", this::explain)
                .on("GET api/lines", this::lines)
                .on(
                        "GET api/article",
                        request -> Answer.json(Map.of(
                                "text",
                                sheet(request.needed("key"))
                                        .explanation()
                                        .article()
                                        .text())))
                .on("GET api/restored", this::restored)
                .on("GET page/", this::frame);
    }

    private Answer rows(Request request) {
        return Answer.json(bench.pages()
                .rows(
                        request.parameter("site"),
                        request.parameter("find"),
                        request.number("from", 0),
                        Math.min(MOST_ROWS, request.number("count", MOST_ROWS))));
    }

    private Answer paste(Request request) {
        String name = request.text("name") == null ? "pasted" : request.neededText("name");
        SourceDocument document = "html".equals(request.text("form"))
                ? SourceDocument.html(name, request.neededText("text"))
                : SourceDocument.of(name, request.neededText("text"));
        String url = request.text("url");
        if (url != null && !url.isBlank()) {
            document = document.withUrl(url.strip());
        }
        return added(List.of(new Input.Document(name, document)));
    }

    private Answer upload(Request request) throws IOException {
        List<Input> read = new ArrayList<>();
        try (Inputs inputs =
                Inputs.of(new ByteArrayInputStream(request.body()), request.needed("name"), bench.limits())) {
            inputs.forEachRemaining(read::add);
        }
        return added(read);
    }

    private Answer added(List<Input> inputs) {
        List<Integer> added = new ArrayList<>();
        List<Map<String, Object>> failures = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Input.Failure failure) {
                failures.add(Pages.plain(failure));
            } else if (bench.pages().isFull()) {
                throw new Refusal(Answer.UNFIT, "no memory for more pages; start winnow serve again");
            } else {
                added.add(bench.pages().add(input));
            }
        }
        return Answer.json(Map.of("added", added, "failures", failures));
    }

    /** Sets the site of pages without a URL. */
    private Answer site(Request request) {
        String host = host(request.neededText("site"));
        List<Integer> page = request.numbers("pages");
        int changed = page.isEmpty()
                ? bench.pages().setSite(null, host)
                : page.stream()
                        .mapToInt(one -> bench.pages().setSite(one, host))
                        .sum();
        return Answer.json(Map.of("site", host, "pages", changed));
    }

    /**
     * Returns the host of a site that a user named by domain or URL.
     *
     * @throws Refusal if the text is not a domain or URL
     */
    static String host(String site) {
        String host = Hosts.ofSite(site.contains("//") ? site : "https://" + site);
        if (host == null || host.indexOf('.') < 0) {
            throw new Refusal(Answer.UNFIT, "'" + site + "' is not a site; write its domain, for example example.com");
        }
        return host;
    }

    private Answer explain(Request request) throws IOException {
        int page = request.neededNumber("page");
        SourceDocument source = bench.pages().document(page);
        Sheet sheet =
                new Sheet(page, source, bench.cleaners().of(request.draft()).explain(source));
        return Answer.json(sheet.plain(keep(sheet), bench.pages().row(page)));
    }

    private synchronized String keep(Sheet sheet) {
        String key = "s" + ++last;
        sheets.put(key, sheet);
        long characters = sheets.values().stream()
                .mapToLong(kept -> kept.source().text().length())
                .sum();
        while (sheets.size() > 1 && (sheets.size() > MOST_SHEETS || characters > MOST_CHARACTERS)) {
            String oldest = sheets.keySet().iterator().next();
            Sheet gone = sheets.remove(oldest);
            characters -= gone == null ? 0 : gone.source().text().length();
        }
        return key;
    }

    private synchronized Sheet sheet(String key) {
        Sheet sheet = sheets.get(key);
        if (sheet == null) {
            throw new Refusal(Answer.GONE, "this view of the page has expired; it is made again");
        }
        return sheet;
    }

    private Answer lines(Request request) {
        Sheet sheet = sheet(request.needed("key"));
        return Answer.json(Map.of(
                "lines",
                sheet.lines(
                        request.number("from", 0), Math.min(MOST_ROWS, request.number("count", Sheet.LINES_AT_ONCE)))));
    }

    /** Returns the source, restored from the article and its ledger. */
    private Answer restored(Request request) throws IOException {
        Sheet sheet = sheet(request.needed("key"));
        Article article = sheet.explanation().article();
        String record = Format.JSONL.render(article, Format.Detail.LEDGER);
        try (Restore restore = Restore.of(new ByteArrayInputStream(record.getBytes(UTF_8)), article.id())) {
            Restored source = restore.next();
            String text = source == null ? "" : source.text();
            int from = Math.min(request.number("from", 0), text.length());
            return Answer.json(Map.of(
                    "same",
                    text.equals(sheet.source().text()),
                    "total",
                    text.length(),
                    "text",
                    text.substring(from, Math.min(text.length(), from + TEXT_AT_ONCE))));
        } catch (RestoreException e) {
            throw new Refusal(Answer.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Answer frame(Request request) {
        Sheet sheet = sheet(request.path().substring(request.path().indexOf('/') + 1));
        List<Integer> offsets = sheet.explanation().lines().stream()
                .map(line -> line.line().source().start())
                .toList();
        String text = sheet.source().text();
        String shown = sheet.source().form() == SourceDocument.Form.HTML
                ? SafeView.ofHtml(text, offsets)
                : SafeView.ofText(text, offsets);
        return new Answer(Answer.OK, "text/html; charset=utf-8", Answer.OF_PAGES, shown.getBytes(UTF_8));
    }

    /** Returns the site of a page by the pack that applies, else by its URL; null if neither is known. */
    @Nullable
    static String siteOf(SourceDocument page, @Nullable String pack) {
        String site = pack == null ? Hosts.ofSite(page.url()) : pack;
        return site == null || site.isEmpty() ? null : site;
    }
}
