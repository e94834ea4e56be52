package dev.winnow.evaluate;

import dev.winnow.Explanation.LineExplanation;
import dev.winnow.document.Article.LabelledLine;
import dev.winnow.document.SourceDocument;
import dev.winnow.report.Html;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the pages with the lowest scores and shows them in one self-contained HTML page. For each page it shows metadata and
 * lines, gold against found. Where Winnow was scored, each line has its label, rule and reason. Not thread-safe.
 */
public final class WorstPages {

    /** Maximum number of characters shown of one line. */
    private static final int LONGEST = 600;

    /** Maximum number of lines in one list. */
    private static final int MOST_LISTED = 100;

    /** Number of lines shown at each end of a run of rightly removed lines. */
    private static final int AROUND = 2;

    private final int most;
    private final TreeSet<Entry> worst =
            new TreeSet<>(Comparator.comparingDouble(Entry::score).thenComparingInt(Entry::number));
    private int number;

    /**
     * A page with its score.
     *
     * @param score from 0 to 1
     * @param number number of the page in the order of adding
     */
    private record Entry(double score, int number, Gold gold, Prediction found, Tally tally) {}

    /** The result for a line. */
    private enum Fate {
        FOUND("found", "right"),
        REMOVED("removed", "gone"),
        MISSED("missed", "wrong"),
        TOO_MUCH("too much", "wrong");

        private final String shown;
        private final String style;

        Fate(String shown, String style) {
            this.shown = shown;
            this.style = style;
        }

        static Fate of(boolean kept, boolean inGold) {
            return kept ? inGold ? FOUND : TOO_MUCH : inGold ? MISSED : REMOVED;
        }
    }

    private record Row(Fate fate, String text, @Nullable LabelledLine line) {}

    /** @param most maximum number of pages kept */
    public WorstPages(int most) {
        this.most = most;
    }

    /** Keeps a page if it is among the worst so far and has an error. */
    public void add(Gold gold, Prediction found, Tally tally) {
        double score = score(tally);
        // A page without errors is not shown. NaN is not below 1, either.
        if (score < 1) {
            worst.add(new Entry(score, number++, gold, found, tally));
            if (worst.size() > most) {
                worst.pollLast();
            }
        }
    }

    /**
     * Returns the score of a page: by text if there is gold text, else by fragments, else by metadata; NaN if there is none of
     * these.
     */
    private static double score(Tally tally) {
        if (tally.pages(Measure.HARM) > 0) {
            return 1 - tally.value(Measure.HARM);
        }
        if (tally.pages(Measure.F1_CHAR) > 0) {
            return tally.value(Measure.F1_CHAR);
        }
        double fragments = mean(tally, Measure.WITH, Measure.WITHOUT, Measure.PREFIX);
        return Double.isNaN(fragments) ? mean(tally, Measure.TITLE_NEAR, Measure.DATE, Measure.AUTHORS_F1) : fragments;
    }

    private static double mean(Tally tally, Measure... measures) {
        double sum = 0;
        int known = 0;
        for (Measure measure : measures) {
            if (tally.pages(measure) > 0) {
                sum += measure.lessIsBetter() ? 1 - tally.value(measure) : tally.value(measure);
                known++;
            }
        }
        return sum / known;
    }

    /**
     * Returns the HTML page, the worst pages first.
     *
     * @param run the run that found the results, to show reasons; null for predictions of other programs
     */
    public String html(@Nullable OwnRun run) throws IOException {
        Html html = Html.page(
                "Winnow evaluation",
                "Worst pages",
                "Gold against found. missed: in the gold, not in the text. too much: in the text, not in the gold.");
        for (Entry entry : worst) {
            page(entry, run, html);
        }
        return html.raw("</main></body></html>\n").toString();
    }

    private static void page(Entry entry, @Nullable OwnRun run, Html html) {
        Gold gold = entry.gold();
        html.raw("<section><h2>").text(gold.id()).raw("</h2><p class=\"lead\">");
        html.text(String.join(
                " · ", present(gold.collection(), gold.site(), gold.language(), gold.pageType(), gold.url())));
        html.raw("</p><p>");
        for (Measure measure : Measure.values()) {
            if (entry.tally().pages(measure) > 0) {
                html.raw("<span class=\"chip\">")
                        .text(measure.key()
                                + String.format(
                                        Locale.ROOT, " %.3f", entry.tally().value(measure)))
                        .raw("</span> ");
            }
        }
        html.raw("</p>");
        meta(gold.meta(), entry.found(), html);
        TextLines article = new TextLines(gold.text() == null ? "" : gold.text());
        List<Row> rows = rows(entry, gold.text() == null ? null : article, run);
        lines(rows, html);
        list("In the gold, but no line of the page", missing(article, rows), html);
        String found = Tokens.spaced(entry.found().text().toLowerCase(Locale.ROOT));
        list(
                "Wanted, but not found",
                gold.with().stream().filter(part -> !holds(found, part)).toList(),
                html);
        list(
                "Unwanted, but found",
                gold.without().stream().filter(part -> holds(found, part)).toList(),
                html);
        html.raw("</section>");
    }

    private static boolean holds(String found, String fragment) {
        return found.contains(Tokens.spaced(fragment.toLowerCase(Locale.ROOT)));
    }

    private static List<String> present(@Nullable String... values) {
        List<String> present = new ArrayList<>();
        for (String value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private static void meta(Meta gold, Prediction prediction, Html html) {
        if (prediction.harm() != null || gold.equals(Meta.NONE)) {
            return;
        }
        Meta found = prediction.meta();
        Days day = Days.of(gold.date());
        Days given = Days.of(found.date());
        head(html, "", "field", "gold", "found");
        field("title", gold.title(), found.title(), Names.near(gold.title(), found.title()), html);
        field("date", gold.date(), found.date(), day != null && given != null && day.isSame(given), html);
        field(
                "authors",
                joined(gold.authors()),
                joined(found.authors()),
                Names.people(gold.authors()).equals(Names.people(found.authors())),
                html);
        field("site name", gold.siteName(), found.siteName(), Names.near(gold.siteName(), found.siteName()), html);
        field("language", gold.language(), found.language(), Scorer.sameLanguage(gold, found), html);
        html.raw("</tbody></table>");
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static void field(String name, @Nullable String gold, @Nullable String found, boolean right, Html html) {
        if (gold != null) {
            row(right ? "right" : "wrong", html, right ? "right" : found == null ? "missing" : "wrong", name);
            cell(gold, html);
            cell(found == null ? "" : found, html);
            html.raw("</tr>");
        }
    }

    private static void head(Html html, String... columns) {
        html.raw("<table><thead><tr>");
        for (String column : columns) {
            html.raw("<th scope=\"col\">").text(column).raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
    }

    private static void row(String style, Html html, String... cells) {
        html.raw("<tr class=\"" + style + "\">");
        for (String cell : cells) {
            html.raw("<td>").text(cell).raw("</td>");
        }
    }

    private static void cell(String text, Html html) {
        html.raw("<td><span dir=\"auto\">").text(cut(text)).raw("</span></td>");
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** @param article null if there is no gold text; then no line is right or wrong */
    private static List<Row> rows(Entry entry, @Nullable TextLines article, @Nullable OwnRun run) {
        List<Row> rows = new ArrayList<>();
        SourceDocument page = run == null ? null : run.document(entry.gold());
        if (run == null || page == null) {
            for (String line : Tokens.lines(entry.found().text())) {
                rows.add(new Row(Fate.of(true, article == null || article.holds(line)), line, null));
            }
            return rows;
        }
        for (LineExplanation explained : run.winnow().explain(page).lines()) {
            LabelledLine line = explained.line();
            boolean right = article == null ? line.kept() : article.holds(line.text());
            rows.add(new Row(Fate.of(line.kept(), right), line.text(), line));
        }
        return rows;
    }

    private static void lines(List<Row> rows, Html html) {
        if (rows.isEmpty()) {
            html.raw("<p class=\"none\">Nothing was found.</p>");
            return;
        }
        head(html, "", "line", "label", "rule and reason");
        int i = 0;
        while (i < rows.size()) {
            int end = i;
            while (end < rows.size() && rows.get(end).fate() == Fate.REMOVED) {
                end++;
            }
            if (end - i > 2 * AROUND + 1) {
                rows.subList(i, i + AROUND).forEach(row -> line(row, html));
                html.raw("<tr class=\"gone\"><td></td><td>")
                        .text("… " + (end - i - 2 * AROUND) + " more lines, removed")
                        .raw("</td><td></td><td></td></tr>");
                rows.subList(end - AROUND, end).forEach(row -> line(row, html));
                i = end;
            } else {
                line(rows.get(i++), html);
            }
        }
        html.raw("</tbody></table>");
    }

    private static void line(Row row, Html html) {
        row(row.fate().style, html, row.fate().shown);
        cell(row.text(), html);
        LabelledLine line = row.line();
        html.raw("<td>").text(line == null ? "" : line.label().key()).raw("</td><td>");
        if (line != null) {
            html.raw("<code>").text(line.rule()).raw("</code> ").text(line.why());
        }
        html.raw("</td></tr>");
    }

    private static List<String> missing(TextLines article, List<Row> rows) {
        TextLines page = new TextLines(rows.stream().map(Row::text).collect(Collectors.joining("\n")));
        return article.lines().stream().filter(line -> !page.holds(line)).toList();
    }

    private static void list(String title, List<String> lines, Html html) {
        if (lines.isEmpty()) {
            return;
        }
        html.raw("<p class=\"note\">").text(title + ":").raw("</p><ul>");
        for (String line : lines.subList(0, Math.min(MOST_LISTED, lines.size()))) {
            html.raw("<li><span dir=\"auto\">").text(cut(line)).raw("</span></li>");
        }
        if (lines.size() > MOST_LISTED) {
            html.raw("<li>").text("… " + (lines.size() - MOST_LISTED) + " more").raw("</li>");
        }
        html.raw("</ul>");
    }
}
