package dev.winnow.report;

import static dev.winnow.report.HtmlTable.Column.number;
import static dev.winnow.report.HtmlTable.Column.text;
import static dev.winnow.report.HtmlTable.count;
import static dev.winnow.report.HtmlTable.percentOf;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The report for people: one page that needs nothing else, neither files nor network. */
final class HtmlReport {

    /** Rows of one table at most; the report as JSON has all. */
    private static final int MOST_ROWS = 500;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Html html = new Html();
    private final RunReport report;
    private final RunFacts facts;
    private final RunStatistics statistics;

    private HtmlReport(RunReport report) {
        this.report = report;
        this.facts = report.facts();
        this.statistics = report.statistics();
    }

    static String of(RunReport report) throws IOException {
        return new HtmlReport(report).page();
    }

    private String page() throws IOException {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\"><title>Winnow run, ")
                .text(WHEN.format(facts.began()))
                .raw("</title><style>")
                .raw(resource("report.css"))
                .raw("</style></head><body><header><h1>Winnow run</h1><p>")
                .text(WHEN.format(facts.began()) + ", " + time(facts.seconds()))
                .raw("</p></header><main>");
        if (facts.before() > 0) {
            html.raw("<p class=\"note\">This run went on with an earlier one. The ")
                    .text(count(facts.before()) + " documents done before are not counted here.")
                    .raw("</p>");
        }
        tiles();
        labels();
        sites();
        rules();
        languages();
        dates();
        unusual();
        removedLines();
        keptLines();
        fields();
        warnings();
        rejected();
        silent();
        about();
        html.raw("</main><script>").raw(resource("report.js")).raw("</script></body></html>\n");
        return html.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/dev/winnow/report/" + name)) {
            if (in == null) {
                throw new IOException("the jar lacks " + name + "; build it again");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void tiles() {
        Amount all = statistics.all();
        long failed =
                statistics.causes().values().stream().mapToLong(Long::longValue).sum();
        html.raw("<div class=\"tiles\">");
        tile(
                count(statistics.documents()),
                "documents",
                count(statistics.sites().size()) + " sites");
        tile(
                percentOf(all.share()),
                "of the characters kept",
                count(all.kept()) + " of " + count(all.kept() + all.removed()));
        tile(count(failed), "set aside", failed == 0 ? "all could be read" : "see below");
        tile(
                count(Math.round(statistics.documents() / facts.seconds())),
                "documents a second",
                String.format(Locale.ROOT, "%.1f MB/s read", facts.bytesRead() / 1e6 / facts.seconds()));
        html.raw("</div>");
    }

    private void tile(String figure, String what, String more) {
        html.raw("<div class=\"tile\"><b>")
                .text(figure)
                .raw("</b><span>")
                .text(what)
                .raw("</span><small>")
                .text(more)
                .raw("</small></div>");
    }

    private void section(String id, String title, String lead) {
        html.raw("<section id=\"" + id + "\"><h2>")
                .text(title)
                .raw("</h2><p class=\"lead\">")
                .text(lead)
                .raw("</p>");
    }

    private void endSection() {
        html.raw("</section>");
    }

    private void labels() {
        List<Map.Entry<String, Amount>> labels = statistics.labels().entrySet().stream()
                .map(label -> Map.entry(label.getKey().key(), label.getValue()))
                .toList();
        section("labels", "What went", "Characters removed, by what the lines are.");
        amounts("Removed, by label", "Label", labels, Amount::removed, "removed");
        endSection();
        section("kept", "What stayed", "Characters kept, by what the lines are.");
        amounts("Kept, by label", "Label", labels, Amount::kept, "kept");
        endSection();
    }

    private void rules() {
        section("rules", "Rules", "What each rule or mechanism removed.");
        List<Map.Entry<String, Amount>> rules = List.copyOf(statistics.rules().entrySet());
        amounts("Rules", "Rule", rules, Amount::removed, "removed");
        endSection();
    }

    /** A table of those of which there are any, the largest first. */
    private void amounts(
            String caption,
            String what,
            List<Map.Entry<String, Amount>> amounts,
            ToLongFunction<Amount> characters,
            String happened) {
        List<Map.Entry<String, Amount>> some = amounts.stream()
                .filter(entry -> characters.applyAsLong(entry.getValue()) > 0)
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Amount> entry) -> -characters.applyAsLong(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_ROWS)
                .toList();
        if (some.isEmpty()) {
            none("Nothing.");
            return;
        }
        HtmlTable table = HtmlTable.open(
                html,
                caption,
                some.size(),
                text(what),
                number("Share"),
                number("characters " + happened),
                number("lines"),
                number("documents"));
        long most = characters.applyAsLong(some.get(0).getValue());
        for (Map.Entry<String, Amount> entry : some) {
            Amount amount = entry.getValue();
            long of = characters.applyAsLong(amount);
            table.row()
                    .code(entry.getKey())
                    .bars(happened.equals("kept") ? of : 0, happened.equals("kept") ? 0 : of, most)
                    .number(of)
                    .number(amount.lines())
                    .number(amount.documents());
        }
        table.close();
    }

    private void sites() {
        section("sites", "Sites", "The usual share is the median of a sample of the site's documents.");
        html.raw("<p class=\"legend\"><i class=\"kept\"></i> kept <i class=\"removed\"></i> removed</p>");
        HtmlTable table = HtmlTable.open(
                html,
                "Sites",
                Math.min(MOST_ROWS, statistics.sites().size()),
                text("Site"),
                number("Characters"),
                number("documents"),
                number("kept"),
                number("usually kept"));
        long most = statistics.sites().values().stream()
                .mapToLong(site -> site.amount().kept() + site.amount().removed())
                .max()
                .orElse(1);
        statistics.sites().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, SiteStatistics> site) ->
                                -site.getValue().amount().documents())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_ROWS)
                .forEach(site -> {
                    Amount amount = site.getValue().amount();
                    table.row()
                            .text(site.getKey())
                            .bars(amount.kept(), amount.removed(), most)
                            .number(amount.documents())
                            .percent(amount.share())
                            .percent(site.getValue().usual());
                });
        table.close();
        endSection();
    }

    private void languages() {
        section("languages", "Languages", "Told from each page's text.");
        counts("Languages", "Language", statistics.languages());
        endSection();
    }

    private void counts(String caption, String what, Map<String, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        HtmlTable table =
                HtmlTable.open(html, caption, counts.size(), text(what), number("Share"), number("documents"));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_ROWS)
                .forEach(entry -> table.row()
                        .text(entry.getKey())
                        .bars(entry.getValue(), 0, most)
                        .number(entry.getValue()));
        table.close();
    }

    private void dates() {
        long undated = statistics.months().getOrDefault(RunStatistics.UNKNOWN, 0L);
        section(
                "dates",
                "Dates of publication",
                undated == 0 ? "Every document has one." : count(undated) + " documents have none that is certain.");
        DateChart.draw(statistics.months(), html);
        endSection();
    }

    private void unusual() {
        section(
                "unusual",
                "Documents far from their site's usual share",
                "Worth a look: a new layout, or no article. Distance is in standard deviations, from median and median"
                        + " absolute deviation.");
        if (report.unusual().isEmpty()) {
            none("None, among the sites with twenty documents or more.");
        } else {
            HtmlTable table = HtmlTable.open(
                    html,
                    "Unusual documents",
                    report.unusual().size(),
                    text("Document"),
                    text("Site"),
                    number("kept"),
                    number("usual"),
                    number("distance"));
            for (SiteStatistics.Unusual document : report.unusual()) {
                table.row()
                        .text(document.id())
                        .text(document.site())
                        .percent(document.kept())
                        .percent(document.usual())
                        .decimal(document.distance());
            }
            table.close();
        }
        endSection();
    }

    private void removedLines() {
        long error = report.removedLines().isEmpty()
                ? 0
                : report.removedLines().get(0).error();
        section(
                "removed",
                "Most frequent removed lines",
                error == 0 ? "Counted exactly." : "Each may stand up to " + count(error) + " times more often.");
        if (report.removedLines().isEmpty()) {
            none("No line was removed more than once.");
        } else {
            HtmlTable table = HtmlTable.open(
                    html,
                    "Most frequent removed lines",
                    report.removedLines().size(),
                    number("Times"),
                    text("Line"),
                    text("Label"),
                    text("Rule"));
            for (FrequentLines.Frequent line : report.removedLines()) {
                table.row()
                        .number(line.times())
                        .text(line.text())
                        .code(line.label().key())
                        .code(line.rule());
            }
            table.close();
        }
        endSection();
    }

    private void keptLines() {
        long error =
                report.keptLines().isEmpty() ? 0 : report.keptLines().get(0).error();
        section(
                "kept-lines",
                "Lines that stay on several pages of a site",
                "What a rule for the site could take next. "
                        + (error == 0
                                ? "Counted exactly."
                                : "Each may stand on up to " + count(error) + " more pages."));
        if (report.keptLines().isEmpty()) {
            none("No line stays in more than one document of a site.");
        } else {
            HtmlTable table = HtmlTable.open(
                    html,
                    "Lines that stay on several pages of a site",
                    report.keptLines().size(),
                    text("Site"),
                    number("documents"),
                    text("Line"),
                    text("Label"));
            for (FrequentLines.Kept line : report.keptLines()) {
                table.row()
                        .text(line.site())
                        .number(line.times())
                        .text(line.text())
                        .code(line.label().key());
            }
            table.close();
        }
        endSection();
    }

    private void fields() {
        section("fields", "Metadata", "How many documents have each field, and what the values rest on.");
        HtmlTable table = HtmlTable.open(
                html,
                "Metadata",
                statistics.coverage().size(),
                text("Field"),
                number("Share"),
                number("with"),
                number("without"),
                text("Evidence"));
        statistics.coverage().forEach((field, kinds) -> {
            Coverage coverage = Coverage.of(kinds);
            String evidence = String.join(
                    ", ",
                    coverage.evidence().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(kind -> kind.getKey() + " " + count(kind.getValue()))
                            .toList());
            table.row()
                    .code(field)
                    .percent(coverage.share())
                    .number(coverage.with())
                    .number(coverage.without())
                    .text(evidence);
        });
        table.close();
        endSection();
    }

    private void warnings() {
        section("warnings", "Warnings", "What a person should look at, by kind; N stands for a number.");
        if (statistics.warnings().isEmpty()) {
            none("None.");
        } else {
            HtmlTable table = HtmlTable.open(
                    html,
                    "Warnings",
                    statistics.warnings().size(),
                    number("documents"),
                    text("Warning"),
                    text("For example"));
            statistics.warnings().entrySet().stream()
                    .sorted(Comparator.comparingLong((Map.Entry<String, WarningCounts.Count> kind) ->
                                    -kind.getValue().documents())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(kind -> table.row()
                            .number(kind.getValue().documents())
                            .text(kind.getKey())
                            .text(String.join(", ", kind.getValue().ids())));
            table.close();
        }
        endSection();
    }

    private void rejected() {
        section("rejected", "Documents set aside", "They could not be read or cleaned. The others are complete.");
        if (statistics.causes().isEmpty()) {
            none("None.");
        } else {
            html.raw("<p>");
            statistics
                    .causes()
                    .forEach((cause, number) -> html.raw("<span class=\"chip\">")
                            .text(cause + " " + count(number))
                            .raw("</span> "));
            html.raw("</p>");
            HtmlTable table = HtmlTable.open(
                    html,
                    "Documents set aside",
                    statistics.rejected().size(),
                    text("Where"),
                    text("Cause"),
                    text("Reason"));
            for (RunStatistics.Rejected document : statistics.rejected()) {
                table.row().text(document.origin()).code(document.cause()).text(document.reason());
            }
            table.close();
        }
        endSection();
    }

    private void silent() {
        section(
                "silent",
                "Rules that never fired",
                "Of the common rules and of sites that were met. A site's rule that fires no more may have rotted.");
        if (report.silent().isEmpty()) {
            none("Every rule fired.");
        }
        report.silent().forEach((pack, rules) -> {
            html.raw("<details><summary>")
                    .text(pack + " (" + rules.size() + ")")
                    .raw("</summary><p class=\"codes\">");
            rules.forEach(rule -> html.raw("<code>").text(rule).raw("</code> "));
            html.raw("</p></details>");
        });
        if (!report.idle().isEmpty()) {
            none("No document came of: " + String.join(", ", report.idle()) + ".");
        }
        endSection();
    }

    private void none(String text) {
        html.raw("<p class=\"none\">").text(text).raw("</p>");
    }

    private void about() {
        section("about", "About this run", "What it takes to make it again.");
        html.raw("<dl>");
        fact("Winnow", facts.version());
        fact("Rules", facts.rules());
        facts.settings().forEach(this::fact);
        fact("Threads", String.valueOf(facts.threads()));
        fact("Time", time(facts.seconds()));
        fact("Bytes read", count(facts.bytesRead()));
        fact("Articles with warnings", count(statistics.warned()));
        html.raw("</dl>");
        endSection();
    }

    private void fact(String name, String value) {
        html.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>");
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return String.format(Locale.ROOT, "%.1f seconds", seconds);
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
