package dev.winnow.report;

import static dev.winnow.report.HtmlTable.Column.number;
import static dev.winnow.report.HtmlTable.Column.text;
import static dev.winnow.report.HtmlTable.count;
import static dev.winnow.report.HtmlTable.percentOf;

import dev.winnow.label.Labeller;
import dev.winnow.report.HtmlTable.Column;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Writes the report for people: one HTML page that needs no other files and no network. */
final class HtmlReport {

    /** Maximum number of rows of one table. The JSON report has all rows. */
    private static final int MOST_ROWS = 500;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Html html;
    private final RunReport report;
    private final RunFacts facts;
    private final RunStatistics statistics;

    private HtmlReport(RunReport report) throws IOException {
        this.report = report;
        this.facts = report.facts();
        this.statistics = report.statistics();
        String began = WHEN.format(facts.began());
        this.html = Html.page("Winnow run, " + began, "Winnow run", began + ", " + time(facts.seconds()));
    }

    static String of(RunReport report) throws IOException {
        return new HtmlReport(report).page();
    }

    private String page() throws IOException {
        if (facts.before() > 0) {
            html.raw("<p class=\"note\">This run continued an earlier one. The ")
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
        html.raw("</main><script>").raw(Html.resource("report.js")).raw("</script></body></html>\n");
        return html.toString();
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
        tile(count(failed), "rejected", failed == 0 ? "all could be read" : "see below");
        // Count by rule, not by label: lines removed by site statistics have the same label.
        Amount model = statistics.rules().get(Labeller.MODEL);
        tile(
                model == null ? "0" : count(model.documents()),
                "documents used the line model",
                model == null
                        ? "rules alone decided"
                        : percentOf((double) model.removed() / Math.max(1, all.removed())) + " of what was removed");
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
        Map<String, Amount> labels = new HashMap<>();
        statistics.labels().forEach((label, amount) -> labels.put(label.key(), amount));
        section("labels", "Removed", "Characters removed, by label.");
        amounts("Removed, by label", "Label", labels, Amount::removed, "removed");
        endSection();
        section("kept", "Kept", "Characters kept, by label.");
        amounts("Kept, by label", "Label", labels, Amount::kept, "kept");
        endSection();
    }

    private void rules() {
        section("rules", "Rules", "What each rule or mechanism removed.");
        amounts("Rules", "Rule", statistics.rules(), Amount::removed, "removed");
        endSection();
    }

    /** Returns the largest entries, largest first, at most {@value #MOST_ROWS}. */
    private static <T> List<Map.Entry<String, T>> largest(Map<String, T> all, ToLongFunction<T> size) {
        return all.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, T> entry) -> -size.applyAsLong(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_ROWS)
                .toList();
    }

    /** Writes a table of the entries that are not 0, largest first. */
    private void amounts(
            String caption,
            String what,
            Map<String, Amount> amounts,
            ToLongFunction<Amount> characters,
            String happened) {
        List<Map.Entry<String, Amount>> some = largest(amounts, characters).stream()
                .filter(entry -> characters.applyAsLong(entry.getValue()) > 0)
                .toList();
        if (some.isEmpty()) {
            none("Nothing.");
            return;
        }
        long most = characters.applyAsLong(some.get(0).getValue());
        boolean kept = happened.equals("kept");
        HtmlTable.write(
                html,
                caption,
                some,
                (row, entry) -> {
                    Amount amount = entry.getValue();
                    long of = characters.applyAsLong(amount);
                    row.code(entry.getKey())
                            .bars(kept ? of : 0, kept ? 0 : of, most)
                            .number(of)
                            .number(amount.lines())
                            .number(amount.documents());
                },
                text(what),
                number("Share"),
                number("characters " + happened),
                number("lines"),
                number("documents"));
    }

    private void sites() {
        section("sites", "Sites", "The usual share is the median of a sample of the site's documents.");
        html.raw("<p class=\"legend\"><i class=\"kept\"></i> kept <i class=\"removed\"></i> removed</p>");
        long most = statistics.sites().values().stream()
                .mapToLong(site -> site.amount().kept() + site.amount().removed())
                .max()
                .orElse(1);
        HtmlTable.write(
                html,
                "Sites",
                largest(statistics.sites(), site -> site.amount().documents()),
                (row, site) -> {
                    Amount amount = site.getValue().amount();
                    row.text(site.getKey())
                            .bars(amount.kept(), amount.removed(), most)
                            .number(amount.documents())
                            .percent(amount.share())
                            .percent(site.getValue().usual());
                },
                text("Site"),
                number("Characters"),
                number("documents"),
                number("kept"),
                number("usually kept"));
        endSection();
    }

    private void languages() {
        section("languages", "Languages", "Detected from each page's text.");
        List<Map.Entry<String, Long>> languages = largest(statistics.languages(), Long::longValue);
        long most = languages.isEmpty() ? 1 : languages.get(0).getValue();
        HtmlTable.write(
                html,
                "Languages",
                languages,
                (row, entry) ->
                        row.text(entry.getKey()).bars(entry.getValue(), 0, most).number(entry.getValue()),
                text("Language"),
                number("Share"),
                number("documents"));
        endSection();
    }

    private void dates() {
        long undated = statistics.months().getOrDefault(RunStatistics.UNKNOWN, 0L);
        section(
                "dates",
                "Dates of publication",
                undated == 0 ? "Every document has a date." : count(undated) + " documents have no certain date.");
        DateChart.draw(statistics.months(), html);
        endSection();
    }

    private void unusual() {
        section(
                "unusual",
                "Documents far from their site's usual share",
                "Look at these: the layout may be new, or there is no article. Distance is in standard deviations, from"
                        + " median and median absolute deviation.");
        table(
                "Unusual documents",
                report.unusual(),
                "None, among the sites with twenty documents or more.",
                (row, document) -> row.text(document.id())
                        .text(document.site())
                        .percent(document.kept())
                        .percent(document.usual())
                        .decimal(document.distance()),
                text("Document"),
                text("Site"),
                number("kept"),
                number("usual"),
                number("distance"));
        endSection();
    }

    /** Writes a table, or a sentence if there are no rows. */
    private <T> void table(
            String caption, Collection<T> rows, String ifNone, BiConsumer<HtmlTable, T> row, Column... columns) {
        if (rows.isEmpty()) {
            none(ifNone);
        } else {
            HtmlTable.write(html, caption, rows, row, columns);
        }
    }

    private void removedLines() {
        section("removed", "Most frequent removed lines", counted(statistics.countedForRemovedLines()));
        table(
                "Most frequent removed lines",
                report.removedLines(),
                "None of these documents shares a removed line with another.",
                (row, line) -> row.number(line.documents())
                        .text(line.text())
                        .code(line.label().key())
                        .code(line.rule()),
                number("documents"),
                text("Line"),
                text("Label"),
                text("Rule"));
        endSection();
    }

    /** Tells which documents the counts of lines are about. */
    private String counted(long documents) {
        return documents == statistics.documents()
                ? "How many documents have the line. The counts are exact."
                : "How many documents have the line, among " + count(documents) + " of the "
                        + count(statistics.documents())
                        + ". These counts are exact. The other documents are not counted, since their lines are too many:"
                        + " chance chose them, or they have more than "
                        + count(FrequentLines.MOST_OF_DOCUMENT) + " different lines each.";
    }

    private void keptLines() {
        section(
                "kept-lines",
                "Lines that stay on several pages of a site",
                "Candidates for a new rule of the site. " + counted(statistics.countedForKeptLines()));
        table(
                "Lines that stay on several pages of a site",
                report.keptLines(),
                "No line stays in more than one of these documents of a site.",
                (row, line) -> row.text(line.site())
                        .number(line.documents())
                        .text(line.text())
                        .code(line.label().key()),
                text("Site"),
                number("documents"),
                text("Line"),
                text("Label"));
        endSection();
    }

    private void fields() {
        section("fields", "Metadata", "How many documents have each field, and where the values come from.");
        HtmlTable.write(
                html,
                "Metadata",
                statistics.coverage().entrySet(),
                (row, field) -> {
                    Coverage coverage = Coverage.of(field.getValue());
                    row.code(field.getKey())
                            .percent(coverage.share())
                            .number(coverage.with())
                            .number(coverage.without())
                            .text(largest(coverage.evidence(), Long::longValue).stream()
                                    .map(kind -> kind.getKey() + " " + count(kind.getValue()))
                                    .collect(Collectors.joining(", ")));
                },
                text("Field"),
                number("Share"),
                number("with"),
                number("without"),
                text("Evidence"));
        endSection();
    }

    private void warnings() {
        section("warnings", "Warnings", "Warnings for a person, by kind; N stands for a number.");
        table(
                "Warnings",
                largest(statistics.warnings(), WarningCounts.Count::documents),
                "None.",
                (row, kind) -> row.number(kind.getValue().documents())
                        .text(kind.getKey())
                        .text(String.join(", ", kind.getValue().ids())),
                number("documents"),
                text("Warning"),
                text("For example"));
        endSection();
    }

    private void rejected() {
        section("rejected", "Rejected documents", "They could not be read or cleaned. The others are complete.");
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
            HtmlTable.write(
                    html,
                    "Rejected documents",
                    statistics.rejected(),
                    (row, document) ->
                            row.text(document.origin()).code(document.cause()).text(document.reason()),
                    text("Where"),
                    text("Cause"),
                    text("Reason"));
        }
        endSection();
    }

    private void silent() {
        section(
                "silent",
                "Rules that never fired",
                "Only common rules, and rules of sites that have documents. A site's rule that no longer fires may be out of date.");
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
            none("Sites without a document: " + String.join(", ", report.idle()) + ".");
        }
        endSection();
    }

    private void none(String text) {
        html.raw("<p class=\"none\">").text(text).raw("</p>");
    }

    private void about() {
        section("about", "About this run", "What is needed to repeat the run.");
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
