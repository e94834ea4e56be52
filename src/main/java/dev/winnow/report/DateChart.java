package dev.winnow.report;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws a column chart of documents over time: by month for at most 72 months, otherwise by year. */
final class DateChart {

    private static final int MOST_MONTHS = 72;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 180;
    private static final int LABELS = 22;

    /** Maximum number of labels under the columns. */
    private static final int MOST_LABELS = 12;

    private DateChart() {}

    /** @param months counts by {@code yyyy-MM} or {@code yyyy}; other keys are left out */
    static void draw(Map<String, Long> months, Html html) {
        Map<String, Long> columns = columns(months);
        if (columns.isEmpty()) {
            html.raw("<p class=\"none\">No document has a date with a year.</p>");
            return;
        }
        long most = columns.values().stream().mapToLong(Long::longValue).max().orElse(1);
        double step = (double) WIDTH / columns.size();
        int every = (columns.size() + MOST_LABELS - 1) / MOST_LABELS;
        html.raw("<svg class=\"chart\" viewBox=\"0 0 " + WIDTH + " " + (HEIGHT + LABELS)
                        + "\" role=\"img\" aria-label=\"")
                .text("Documents by date, at most " + HtmlTable.count(Math.max(1, most)))
                .raw("\">");
        int index = 0;
        for (Map.Entry<String, Long> column : columns.entrySet()) {
            double height =
                    column.getValue() == 0 ? 0 : Math.max(1.5, (double) HEIGHT * column.getValue() / Math.max(1, most));
            html.raw(String.format(
                            Locale.ROOT,
                            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" rx=\"1\"><title>",
                            index * step + step * 0.08,
                            HEIGHT - height,
                            Math.min(60, step * 0.84),
                            height))
                    .text(column.getKey() + ": " + HtmlTable.count(column.getValue()))
                    .raw("</title></rect>");
            if (index % every == 0) {
                html.raw(String.format(
                                Locale.ROOT,
                                "<text x=\"%.2f\" y=\"%d\" text-anchor=\"middle\">",
                                index * step + step * 0.08 + Math.min(60, step * 0.84) / 2,
                                HEIGHT + LABELS - 6))
                        .text(column.getKey())
                        .raw("</text>");
            }
            index++;
        }
        html.raw("<line x1=\"0\" x2=\"" + WIDTH + "\" y1=\"" + HEIGHT + "\" y2=\"" + HEIGHT + "\"/></svg>");
    }

    /** Returns a count for every month or year from the first to the last, 0 if it has no documents. */
    private static Map<String, Long> columns(Map<String, Long> months) {
        TreeMap<String, Long> dated = new TreeMap<>(months);
        dated.keySet().removeIf(key -> !key.matches("[0-9]{4}(?:-[0-9]{2})?"));
        if (dated.isEmpty()) {
            return dated;
        }
        boolean byMonth = dated.keySet().stream().allMatch(key -> key.length() == 7)
                && YearMonth.parse(dated.lastKey())
                        .isBefore(YearMonth.parse(dated.firstKey()).plusMonths(MOST_MONTHS));
        Map<String, Long> columns = new TreeMap<>();
        if (byMonth) {
            YearMonth last = YearMonth.parse(dated.lastKey());
            for (YearMonth month = YearMonth.parse(dated.firstKey());
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                columns.put(month.toString(), 0L);
            }
        } else {
            int last = Integer.parseInt(dated.lastKey().substring(0, 4));
            for (int year = Integer.parseInt(dated.firstKey().substring(0, 4)); year <= last; year++) {
                columns.put(String.format(Locale.ROOT, "%04d", year), 0L);
            }
        }
        dated.forEach((key, number) -> columns.merge(byMonth ? key : key.substring(0, 4), number, Long::sum));
        return columns;
    }
}
