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
 * The report about a run, for people and programs.
 *
 * @param statistics statistics of the run; they must not change any more
 * @param unusual documents far from their site's usual share
 * @param removedLines the most frequent removed lines, most frequent first
 * @param keptLines lines that are kept in several documents of a site, most frequent first
 * @param silent rules that never fired, by pack, without packs of sites that have no documents
 * @param idle packs of sites that have no documents
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

    /**
     * Maximum number of kept lines of one site, so that a large site leaves room for others; {@code MOST_KEPT} is that of all
     * sites.
     */
    private static final int MOST_OF_SITE = 20;

    private static final int MOST_KEPT = 300;

    /** Returns the report about a run, with its silent rules and its lists of unusual documents and frequent lines. */
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
     * Writes the report. Each file is written completely or not at all.
     *
     * @param target a file that ends with {@code .html} or {@code .json}; any other path is a folder for both files
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

    /** Returns the report for programs, the content of {@code report.json}. */
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
