package dev.winnow.cli;

import dev.winnow.trial.Effect;
import dev.winnow.trial.Trial;
import java.util.List;
import java.util.Locale;

/**
 * Prints the result of {@code winnow try} as text: the share of the text that changes, then a table for each kind of change.
 *
 * @param width width of the output in columns
 * @param top maximum number of rows in each table
 */
record TryView(Trial trial, int width, int top) {

    private static final int SMALLEST_TEXT = 30;

    String show() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%s, %s changed; of the text %.2f %% newly removed, %.2f %% spared%n",
                Standard.count(trial.pages(), "page"),
                String.format(Locale.ROOT, "%,d", trial.changedPages()),
                100 * trial.share(Effect.Kind.REMOVED),
                100 * trial.share(Effect.Kind.SPARED)));
        if (trial.changedPages() == 0) {
            out.append("Nothing changes.\n");
        }
        for (Effect.Kind kind : Effect.Kind.values()) {
            if (trial.times(kind) > 0) {
                table(kind, out);
            }
        }
        return out.toString().replace("\r\n", "\n");
    }

    private void table(Effect.Kind kind, StringBuilder out) {
        List<Trial.Frequent> rows = trial.top(kind, top);
        out.append('\n')
                .append(kind.title())
                .append(": ")
                .append(Standard.count(trial.times(kind), isText(kind) ? "line" : "value"));
        long more = trial.distinct(kind) - rows.size();
        out.append(more > 0 ? ", the " + rows.size() + " on most pages" : "").append('\n');
        int numbers = rows.stream()
                .mapToInt(row -> String.valueOf(row.pages()).length())
                .max()
                .orElse(0);
        int subjects = widest(rows.stream().map(row -> row.effect().subject()).toList());
        int rules = widest(rows.stream().map(row -> row.effect().rule()).toList());
        for (Trial.Frequent row : rows) {
            String pages = String.valueOf(row.pages());
            int room = Math.max(SMALLEST_TEXT, width - numbers - subjects - rules - 10);
            out.append("  ")
                    .append(" ".repeat(numbers - pages.length()))
                    .append(pages)
                    .append("×  ")
                    .append(Columns.pad(row.effect().subject(), subjects))
                    .append("  ")
                    .append(Columns.pad(row.effect().rule(), rules))
                    .append("  ")
                    .append(Columns.cut(Console.flat(row.effect().text()), room))
                    .append('\n')
                    .append(" ".repeat(numbers + 5))
                    .append("first in ")
                    .append(Console.printable(row.example()))
                    .append('\n');
        }
    }

    private static boolean isText(Effect.Kind kind) {
        return switch (kind) {
            case REMOVED, SPARED, RELABELLED -> true;
            case CAPTURED, CHANGED, LOST -> false;
        };
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(Columns::width).max().orElse(0);
    }
}
