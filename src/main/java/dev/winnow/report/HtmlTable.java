package dev.winnow.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an HTML table. With the script of the report, its columns can be sorted and, if there are many rows, filtered. The
 * table is readable without the script, too.
 */
final class HtmlTable {

    /** Maximum number of rows without a filter box. */
    private static final int MANY = 12;

    private final Html html;
    private final List<Column> columns;
    private int column;

    /**
     * A column of a table.
     *
     * @param title text in the head of the column
     * @param number true if the column is aligned and sorted as numbers
     */
    record Column(String title, boolean number) {

        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    private HtmlTable(Html html, List<Column> columns) {
        this.html = html;
        this.columns = columns;
    }

    /** Writes a table. */
    static <T> void write(
            Html html, String caption, Collection<T> rows, BiConsumer<HtmlTable, T> row, Column... columns) {
        HtmlTable table = open(html, caption, rows.size(), columns);
        rows.forEach(each -> row.accept(table.row(), each));
        html.raw(rows.isEmpty() ? "" : "</tr>").raw("</tbody></table></div></div>");
    }

    private static HtmlTable open(Html html, String caption, int rows, Column... columns) {
        html.raw("<div class=\"table\">");
        if (rows > MANY) {
            html.raw("<input type=\"search\" class=\"filter\" placeholder=\"Filter ")
                    .text(count(rows))
                    .raw(" rows\" aria-label=\"Filter: ")
                    .text(caption)
                    .raw("\">");
        }
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(caption)
                .raw("\"><table><caption class=\"hidden\">")
                .text(caption)
                .raw("</caption><thead><tr>");
        for (Column column : columns) {
            html.raw(column.number() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .text(column.title())
                    .raw("</th>");
        }
        html.raw("</tr></thead><tbody>");
        return new HtmlTable(html, List.of(columns));
    }

    private HtmlTable row() {
        html.raw(column == 0 ? "<tr>" : "</tr><tr>");
        column = 0;
        return this;
    }

    HtmlTable text(String text) {
        return cell(null, "<span dir=\"auto\">", text, "</span>");
    }

    HtmlTable code(String text) {
        return cell(null, "<code>", text, "</code>");
    }

    HtmlTable number(long number) {
        return cell(String.valueOf(number), "", count(number), "");
    }

    HtmlTable percent(double share) {
        return cell(String.valueOf(share), "", percentOf(share), "");
    }

    HtmlTable decimal(double number) {
        return cell(String.valueOf(number), "", String.format(Locale.ROOT, "%.1f", number), "");
    }

    /** Writes a cell with two bars in a row, for kept and removed characters. The column is sorted by their sum. */
    HtmlTable bars(long kept, long removed, long most) {
        html.raw("<td data-v=\"" + (kept + removed) + "\"><span class=\"bars\" role=\"img\" aria-label=\"")
                .text(count(kept) + " kept, " + count(removed) + " removed")
                .raw("\">");
        bar("kept", kept, most);
        bar("removed", removed, most);
        html.raw("</span></td>");
        column++;
        return this;
    }

    private void bar(String kind, long part, long most) {
        if (part > 0) {
            html.raw(String.format(
                    Locale.ROOT,
                    "<i class=\"%s\" style=\"width:%.2f%%\"></i>",
                    kind,
                    100.0 * part / Math.max(1, most)));
        }
    }

    private HtmlTable cell(@Nullable String value, String before, String text, String after) {
        html.raw("<td");
        if (columns.get(column).number()) {
            html.raw(" class=\"n\"");
        }
        if (value != null) {
            html.raw(" data-v=\"" + value + "\"");
        }
        html.raw(">").raw(before).text(text).raw(after).raw("</td>");
        column++;
        return this;
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percentOf(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
