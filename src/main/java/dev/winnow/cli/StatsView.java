package dev.winnow.cli;

import dev.winnow.render.PlainJson;
import dev.winnow.stats.Recurring;
import dev.winnow.stats.SiteStatistics;
import dev.winnow.stats.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints statistics, as text for a person or as JSON for a program.
 *
 * @param site the only site to show; null for all
 * @param top maximum number of lines for each site
 * @param width width of the output in columns
 */
record StatsView(Statistics statistics, @Nullable String site, int top, int width) {

    private static final int SMALLEST_TEXT = 30;

    String show(boolean json) {
        return json ? PlainJson.of(plain()) + "\n" : table();
    }

    private List<SiteStatistics> sites() {
        List<SiteStatistics> sites = new ArrayList<>();
        for (String name : site == null ? statistics.sites() : List.of(site)) {
            SiteStatistics of = site == null ? statistics.ofSite(name) : statistics.ofHost(name);
            of = of == null ? statistics.ofSite(name) : of;
            if (of == null) {
                throw UserError.usage("there is no page of " + name + " in the statistics");
            }
            sites.add(of);
        }
        return sites;
    }

    private List<Recurring> shown(SiteStatistics of) {
        return of.recurring().stream()
                .filter(line -> of.isFrequent(line.pages()))
                .limit(top)
                .toList();
    }

    private String table() {
        StringBuilder out = new StringBuilder();
        for (SiteStatistics of : sites()) {
            out.append(out.length() == 0 ? "" : "\n").append(of.site()).append(": ");
            out.append(Standard.count(of.pages(), "page"));
            out.append(
                    of.estimate() > of.pages() ? String.format(Locale.ROOT, " of about %,d%n", of.estimate()) : "\n");
            for (Recurring line : shown(of)) {
                out.append(String.format(
                        Locale.ROOT,
                        "%6d  %3d %%  %-7s %s%n",
                        line.pages(),
                        Math.round(100.0 * line.pages() / of.pages()),
                        place(line),
                        line.text() == null
                                ? "(a sentence or a long line; its text is not kept)"
                                : Columns.cut(Console.flat(line.text()), Math.max(SMALLEST_TEXT, width - 23))));
            }
        }
        if (site == null && statistics.unknownPages() > 0) {
            out.append("\npages without a URL: ")
                    .append(statistics.unknownPages())
                    .append('\n');
        }
        return out.toString().replace("\r\n", "\n");
    }

    private static String place(Recurring line) {
        return 2 * line.head() > line.pages() ? "above" : 2 * line.tail() > line.pages() ? "below" : "within";
    }

    private Map<String, Object> plain() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sites", sites().stream().map(this::plain).toList());
        all.put("pages_without_address", statistics.unknownPages());
        all.put("kept_one_in", 1L << statistics.halvings());
        return all;
    }

    private Map<String, Object> plain(SiteStatistics of) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("site", of.site());
        plain.put("pages", of.pages());
        plain.put("estimated_pages", of.estimate());
        plain.put("lines", shown(of).stream().map(StatsView::plain).toList());
        return plain;
    }

    private static Map<String, @Nullable Object> plain(Recurring line) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("text", line.text());
        plain.put("template", line.template());
        plain.put("pages", line.pages());
        plain.put("above", line.head());
        plain.put("below", line.tail());
        plain.put("beside_others", line.beside());
        plain.put("above_prose", line.aboveProse());
        plain.put("links", line.links());
        plain.put("from_top", line.fromTop());
        plain.put("from_bottom", line.fromBottom());
        return plain;
    }
}
