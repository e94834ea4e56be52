package dev.winnow.rule.load;

import dev.winnow.rule.Diagnostic;
import java.util.List;
import java.util.Map;

/** Prints diagnostics, each with its source line and a caret below the column. */
public final class DiagnosticPrinter {

    /** Maximum number of characters shown on each side of the column, in code points. */
    private static final int AROUND = 70;

    private DiagnosticPrinter() {}

    /** Returns all diagnostics of a load, each on three lines; empty if there are none. */
    public static String print(LoadedRules rules) {
        return print(rules.diagnostics(), rules.texts());
    }

    /**
     * Prints {@code path:line:col: CODE message}, the source line and a caret line for each.
     *
     * @param texts the lines of each file, by path; a diagnostic whose line is unknown is printed without excerpt
     */
    public static String print(List<Diagnostic> diagnostics, Map<String, List<String>> texts) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(diagnostic).append('\n');
            List<String> lines = texts.getOrDefault(diagnostic.place().path(), List.of());
            int line = diagnostic.place().line();
            if (line <= lines.size() && !lines.get(line - 1).isBlank()) {
                excerpt(lines.get(line - 1), diagnostic.place().column(), out);
            }
        }
        return out.toString();
    }

    private static void excerpt(String line, int column, StringBuilder out) {
        int[] points = line.codePoints().limit((long) column + AROUND).toArray();
        int caret = Math.min(column - 1, points.length);
        int from = caret > AROUND ? caret - AROUND : 0;
        boolean cut = line.codePointCount(0, line.length()) > points.length;
        StringBuilder shown = new StringBuilder("    ").append(from > 0 ? "…" : "");
        StringBuilder below = new StringBuilder("    ").append(from > 0 ? " " : "");
        for (int i = from; i < points.length; i++) {
            // Control characters could break the terminal's display, so they are replaced. A tab keeps its width in
            // both lines.
            shown.appendCodePoint(points[i] != '\t' && Character.isISOControl(points[i]) ? '�' : points[i]);
            if (i < caret) {
                below.append(points[i] == '\t' ? '\t' : ' ');
            }
        }
        out.append(shown).append(cut ? "…" : "").append('\n').append(below).append("^\n");
    }
}
