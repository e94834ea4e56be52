package dev.winnow.audit;

import dev.winnow.document.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines to judge, as a table for a spreadsheet program: CSV by RFC 4180 with a byte-order mark, without which Excel assumes
 * another charset. A cell that a spreadsheet would read as a formula begins with an apostrophe.
 *
 * @param rows rows, sorted by stratum
 */
public record Sheet(List<Row> rows) {

    private static final List<String> HEADER = List.of(
            "number",
            "kind",
            "site",
            "label",
            "stratum size",
            "document",
            "rule",
            "before",
            "text",
            "after",
            "verdict");
    private static final String MARK = "\uFEFF";

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** Returns the table as CSV text. */
    public String csv() {
        StringBuilder csv = new StringBuilder(MARK);
        line(HEADER, csv);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            line(
                    List.of(
                            String.valueOf(i + 1),
                            row.stratum().removed() ? "removed" : "kept",
                            row.stratum().site(),
                            row.stratum().label(),
                            String.valueOf(row.size()),
                            row.document(),
                            row.rule(),
                            row.before(),
                            row.text(),
                            row.after(),
                            row.verdict()),
                    csv);
        }
        return csv.toString();
    }

    private static void line(List<String> cells, StringBuilder csv) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append('"');
            csv.append(harmless(cells.get(i)).replace("\"", "\"\"")).append('"');
        }
        csv.append("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /**
     * Reads a judged sheet. A spreadsheet program may have saved it with another delimiter.
     *
     * @throws AuditException if rows have no verdict, an unknown one, or changed cells; the message lists all problems
     */
    public static Sheet read(String csv) throws AuditException {
        List<List<String>> lines = cells(csv.startsWith(MARK) ? csv.substring(1) : csv);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new AuditException(
                    "is not a sheet of winnow audit: its first line must be " + String.join(",", HEADER));
        }
        List<Row> rows = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = lines.get(i);
            if (cells.size() != HEADER.size()) {
                problems.add("row " + i + " has " + cells.size() + " cells in place of " + HEADER.size());
                continue;
            }
            String verdict = cells.get(10);
            if (verdict.isBlank()) {
                unjudged.add(cells.get(0));
            } else if (Judgement.of(verdict).isEmpty()) {
                problems.add("row " + cells.get(0) + ": '" + verdict.strip() + "' is not a verdict"
                        + Judgement.hint(verdict));
            }
            row(i, cells, rows, problems);
        }
        if (!unjudged.isEmpty()) {
            problems.add(unjudged.size() + " of " + (lines.size() - 1) + " rows have no verdict (rows "
                    + String.join(", ", unjudged.subList(0, Math.min(10, unjudged.size())))
                    + (unjudged.size() > 10 ? " …" : "") + "); write right, wrong or unsure");
        }
        if (!problems.isEmpty()) {
            throw new AuditException(String.join("\n", problems));
        }
        return new Sheet(rows);
    }

    private static void row(int number, List<String> cells, List<Row> rows, List<String> problems) {
        boolean removed = cells.get(1).equals("removed");
        String label = cells.get(3);
        boolean known = removed ? Label.ofKey(label).isPresent() : cells.get(1).equals("kept");
        String size = cells.get(4).replaceAll("[.,\\s]", "");
        if (!known || !size.matches("[0-9]{1,15}")) {
            problems.add(
                    "row " + number + ": the kind, label or stratum size was changed; only the verdict may change");
            return;
        }
        rows.add(new Row(
                new Stratum(removed, cells.get(2), label),
                Long.parseLong(size),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9),
                cells.get(10).strip().toLowerCase(Locale.ROOT)));
    }

    /** Returns the cells of a table. The delimiter is the first comma, semicolon or tab of its header. */
    private static List<List<String>> cells(String csv) {
        char delimiter = ',';
        for (char c : csv.substring(0, Math.max(0, csv.indexOf('\n'))).toCharArray()) {
            if (c == ',' || c == ';' || c == '\t') {
                delimiter = c;
                break;
            }
        }
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == delimiter || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (cell.length() > 0 || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(List.copyOf(line));
        }
        lines.removeIf(cells -> cells.stream().allMatch(String::isBlank));
        return lines;
    }
}
