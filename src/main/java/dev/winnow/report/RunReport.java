package dev.winnow.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.output.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run did, for reading.
 *
 * @param statistics not to be added to any more
 * @param unusual documents far from their site's usual share
 * @param removedLines the most frequent ones
 * @param keptLines those that stay in several documents of a site, the most frequent first
 * @param silent the rules that never fired, by pack; packs of sites of which no document came are left out
 * @param idle packs of sites of which no document came
 */
public record RunReport(
        RunFacts facts,
        RunStatistics statistics,
        List<SiteStatistics.Unusual> unusual,
        List<FrequentLines.Frequent> removedLines,
        List<FrequentLines.Kept> keptLines,
        Map<String, List<String>> silent,
        List<String> idle) {

    private static final int MOST_LISTED = 100;

    /** Kept lines of one site, so that a large one leaves room for others; and of all. */
    private static final int MOST_OF_SITE = 20;

    private static final int MOST_KEPT = 300;

    public static RunReport of(RunFacts facts, RunStatistics statistics) {
        Map<String, List<String>> silent = new TreeMap<>();
        List<String> idle = new ArrayList<>();
        facts.packs().forEach((pack, rules) -> {
            List<String> quiet = statistics.silent(rules);
            if (quiet.size() == rules.size()
                    && pack.contains(".")
                    && !statistics.sites().containsKey(pack)) {
                idle.add(pack);
            } else if (!quiet.isEmpty()) {
                silent.put(pack, quiet);
            }
        });
        return new RunReport(
                facts,
                statistics,
                statistics.unusual(MOST_LISTED),
                statistics.removedLines(MOST_LISTED),
                statistics.keptLines(MOST_KEPT, MOST_OF_SITE),
                silent,
                idle);
    }

    /**
     * Writes the report, each file whole or not at all.
     *
     * @param target a file that ends with {@code .html} or {@code .json}; anything else is a folder for both
     */
    public void write(Path target) throws IOException {
        String name = String.valueOf(target.getFileName());
        if (name.endsWith(".json")) {
            write(target, JsonReport.of(this));
        } else if (name.endsWith(".html")) {
            write(target, HtmlReport.of(this));
        } else {
            write(target.resolve("report.json"), JsonReport.of(this));
            write(target.resolve("report.html"), HtmlReport.of(this));
        }
    }

    /** The report for programs, as {@code report.json} holds it. */
    public String json() throws IOException {
        return JsonReport.of(this);
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        WholeFile.write(file, text.getBytes(UTF_8));
    }
}
