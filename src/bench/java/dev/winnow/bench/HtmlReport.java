package dev.winnow.bench;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;

/**
 * Cleans pages of HTML. Reads JSON Lines with the fields {@code id}, {@code url} and {@code html}; each file is a collection of
 * its own. Writes {@code NAME.html.predictions.jsonl} for a scorer, and says whether every page came back from its ledger, of which
 * pages cleaning the text again changes it, which
 * evidence the metadata rest on, and how long cleaning took beside jsoup's plain parse of the same bytes.
 */
public final class HtmlReport {

    private static final String USAGE = "arguments: FOLDER-OR-FILE OUTPUT-FOLDER [--speed]";

    private static final int ROUNDS = 40;

    /** The last ones count: those before are for the compiler, and single ones are noisy. */
    private static final int COUNTED = 20;

    /** Bytes that are timed at most. */
    private static final long MOST_TIMED = 30_000_000;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Winnow winnow = Winnow.builder().build();
    private final Path output;
    private final Map<String, Integer> evidence = new TreeMap<>();
    private int sink;

    private HtmlReport(Path output) {
        this.output = output;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3 || args.length == 3 && !args[2].equals("--speed")) {
            throw new IllegalArgumentException(USAGE);
        }
        HtmlReport report = new HtmlReport(Files.createDirectories(Path.of(args[1])));
        for (Path file : Corpus.files(Path.of(args[0]))) {
            if (Corpus.isJsonLines(file)) {
                if (args.length == 3) {
                    report.speed(file);
                } else {
                    report.collection(file);
                }
            }
        }
        report.evidence.forEach((what, pages) -> System.out.printf("%6d %s%n", pages, what));
    }

    private void collection(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".jsonl", "");
        int[] counts = new int[2];
        List<String> changed = new ArrayList<>();
        try (PrintWriter predictions = new PrintWriter(
                Files.newBufferedWriter(output.resolve(name + ".html.predictions.jsonl"), StandardCharsets.UTF_8))) {
            Corpus.forEachRecord(file, fields -> {
                String html = fields.getOrDefault("html", "");
                if (!html.isBlank()) {
                    String id = Corpus.id(fields, counts[0]);
                    Article article = winnow.clean(document(id, html, fields));
                    predictions.println(Prediction.of(id, article));
                    counts[0]++;
                    counts[1] += article.ledger().restore(article.text()).equals(html) ? 0 : 1;
                    if (!winnow.clean(article.text()).text().equals(article.text())) {
                        changed.add(id);
                    }
                    article.metadata()
                            .evidence()
                            .forEach((field, rule) -> evidence.merge(name + " " + field + " " + rule, 1, Integer::sum));
                }
            });
        }
        System.out.printf(
                "%s: %d pages, %d not restored, %d changed by cleaning again%n",
                name, counts[0], counts[1], changed.size());
        changed.forEach(id -> System.out.println("  changed by cleaning again: " + id));
    }

    private static SourceDocument document(String id, String html, Map<String, String> fields) {
        String url = fields.getOrDefault("url", "");
        return SourceDocument.builder(id, SourceDocument.Form.HTML, html)
                .url(url.isBlank() ? null : url)
                .build();
    }

    /** A page in UTF-8, which both are told. */
    private record Bytes(byte[] html, Map<String, String> fields) {}

    /** Page by page, jsoup alone and then all of Winnow, in CPU time of the thread: other programs do not count. */
    private void speed(Path file) throws IOException {
        List<Bytes> pages = new ArrayList<>();
        long[] size = new long[1];
        Corpus.forEachRecord(file, fields -> {
            String html = fields.getOrDefault("html", "");
            if (size[0] < MOST_TIMED && !html.isBlank()) {
                byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
                size[0] += bytes.length;
                pages.add(new Bytes(bytes, Map.of("url", fields.getOrDefault("url", ""))));
            }
        });
        double[] ofRounds = new double[ROUNDS];
        for (int round = 1; round <= ROUNDS; round++) {
            long parsing = 0;
            long cleaning = 0;
            double[] ratios = new double[pages.size()];
            for (int i = 0; i < ratios.length; i++) {
                Bytes page = pages.get(i);
                long begin = clock.getCurrentThreadCpuTime();
                sink += Jsoup.parse(new ByteArrayInputStream(page.html), "UTF-8", "")
                        .childNodeSize();
                long between = clock.getCurrentThreadCpuTime();
                String html = Decoder.decode(page.html, "UTF-8").text();
                sink += winnow.clean(document("-", html, page.fields))
                        .ledger()
                        .entries()
                        .size();
                long end = clock.getCurrentThreadCpuTime();
                parsing += between - begin;
                cleaning += end - between;
                ratios[i] = (double) (end - between) / Math.max(1, between - begin);
            }
            Arrays.sort(ratios);
            ofRounds[round - 1] = (double) cleaning / parsing;
            System.out.printf(
                    Locale.ROOT,
                    "%s round %d: jsoup %.1f MB/s, Winnow %.1f MB/s, ratio %.2f, median of pages %.2f (%d)%n",
                    file.getFileName(),
                    round,
                    size[0] * 1e3 / parsing,
                    size[0] * 1e3 / cleaning,
                    ofRounds[round - 1],
                    ratios[ratios.length / 2],
                    sink & 1);
        }
        double[] counted = Arrays.copyOfRange(ofRounds, ROUNDS - COUNTED, ROUNDS);
        Arrays.sort(counted);
        System.out.printf(
                Locale.ROOT,
                "%s: ratio %.2f, median of the last %d rounds (%.2f to %.2f)%n",
                file.getFileName(),
                counted[COUNTED / 2],
                COUNTED,
                counted[0],
                counted[COUNTED - 1]);
    }
}
