package dev.winnow.cli;

import dev.winnow.evaluate.By;
import dev.winnow.evaluate.Evaluation;
import dev.winnow.evaluate.Figure;
import dev.winnow.evaluate.Figure.Interval;
import dev.winnow.evaluate.Figure.Paired;
import dev.winnow.evaluate.Group;
import dev.winnow.evaluate.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints an evaluation as text: a block for each group with a line for each measure; sites have one line each. */
final class EvaluationTable {

    /** The measures in the line of a site. */
    private static final List<Measure> OF_SITES =
            List.of(Measure.F1, Measure.WORD_F1, Measure.TITLE_NEAR, Measure.DATE, Measure.AUTHORS_F1, Measure.HARM);

    private static final int NAME = Arrays.stream(Measure.values())
            .mapToInt(measure -> measure.title().length())
            .max()
            .orElse(0);

    private static final int SITE = 32;
    private static final int INTERVAL = "(0.00000 to 0.00000)".length();
    private static final int NUMBER = 8;

    /** Format for harm, which is often a few words in 10,000. */
    private static final String FINE = "%.5f";

    private final StringBuilder out = new StringBuilder();

    private EvaluationTable() {}

    static String of(Evaluation evaluation) {
        EvaluationTable table = new EvaluationTable();
        evaluation.groups().forEach((by, groups) -> {
            if (by == By.SITE) {
                table.sites(groups);
            } else {
                groups.forEach((name, group) -> table.group(by.key() + " " + name, group));
            }
        });
        return table.out.toString();
    }

    private void group(String name, Group group) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(Console.printable(name))
                .append(": ")
                .append(Standard.count(group.pages(), "page"))
                .append(" of ")
                .append(Standard.count(group.sites(), "site"))
                .append('\n');
        Map<Measure, Paired> differences = group.differences();
        group.figures().forEach((measure, figure) -> {
            String format = measure == Measure.HARM ? FINE : "%.3f";
            out.append("  ")
                    .append(Columns.pad(measure.title(), NAME))
                    .append("  ")
                    .append(Columns.pad(decimal(format, figure.value()), NUMBER))
                    .append(interval(format, figure))
                    .append("  ")
                    .append(Standard.count(figure.pages(), "page"));
            Paired paired = differences.get(measure);
            if (paired != null) {
                difference(paired);
            }
            out.append('\n');
        });
    }

    private void difference(Paired paired) {
        out.append(String.format(
                Locale.ROOT,
                "  against %.3f: %+.3f %s, better on %d, worse on %d",
                paired.other(),
                paired.difference().value(),
                interval("%+.3f", paired.difference()).stripTrailing(),
                paired.better(),
                paired.worse()));
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String interval(String format, Figure figure) {
        Interval interval = figure.interval();
        String shown = interval == null
                ? ""
                : "(" + decimal(format, interval.low()) + " to " + decimal(format, interval.high()) + ")";
        return Columns.pad(shown, INTERVAL);
    }

    private void sites(Map<String, Group> sites) {
        List<Measure> measures = OF_SITES.stream()
                .filter(measure -> sites.values().stream()
                        .anyMatch(group -> group.figures().containsKey(measure)))
                .toList();
        out.append(out.isEmpty() ? "" : "\n").append(Columns.pad("site", SITE)).append("   pages");
        measures.forEach(measure -> out.append("  ").append(Columns.pad(measure.key(), width(measure))));
        out.append('\n');
        sites.forEach((name, group) -> {
            Map<Measure, Figure> figures = group.figures();
            out.append(Columns.pad(Columns.cut(Console.printable(name), SITE), SITE))
                    .append(String.format(Locale.ROOT, "%8d", group.pages()));
            for (Measure measure : measures) {
                Figure figure = figures.get(measure);
                String shown = figure == null ? "" : decimal(measure == Measure.HARM ? FINE : "%.3f", figure.value());
                out.append("  ").append(Columns.pad(shown, width(measure)));
            }
            out.append('\n');
        });
    }

    private static int width(Measure measure) {
        return Math.max(NUMBER, measure.key().length());
    }
}
