package dev.winnow.imports;

import dev.winnow.imports.Outcome.Kind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts how much of several files was translated. Not thread-safe. */
public final class ImportSummary {

    private final Map<String, Map<Kind, Integer>> byKey = new LinkedHashMap<>();
    private int whole;
    private int partly;
    private int none;

    /** Adds the counts of one file. */
    public void add(Imported imported) {
        if (imported.isWhole()) {
            whole++;
        } else if (imported.yaml().isEmpty()) {
            none++;
        } else {
            partly++;
        }
        imported.outcomes()
                .forEach(outcome -> byKey.computeIfAbsent(
                                outcome.kind() == Kind.UNKNOWN ? "(none)" : outcome.key(),
                                first -> new EnumMap<>(Kind.class))
                        .merge(outcome.kind(), 1, Integer::sum));
    }

    /** Returns the counts of files, and a table of lines by key, as text for people. */
    public String show() {
        int files = Math.max(1, whole + partly + none);
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d files: %,d whole (%.1f %%), %,d in part (%.1f %%), %,d not (%.1f %%)%n%n",
                whole + partly + none,
                whole,
                100.0 * whole / files,
                partly,
                100.0 * partly / files,
                none,
                100.0 * none / files));
        out.append(String.format(
                Locale.ROOT,
                "%-24s%12s%12s%12s%12s%n",
                "lines",
                "translated",
                "not needed",
                "in comments",
                "left out"));
        int[] all = new int[4];
        byKey.entrySet().stream()
                .sorted((a, b) -> Integer.compare(sum(b.getValue()), sum(a.getValue())))
                .forEach(entry -> out.append(row(entry.getKey(), entry.getValue(), all)));
        return out.append(row("all", all)).toString();
    }

    private static int sum(Map<Kind, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String row(String key, Map<Kind, Integer> counts, int[] all) {
        int[] row = new int[all.length];
        counts.forEach((kind, count) -> row[column(kind)] += count);
        for (int i = 0; i < all.length; i++) {
            all[i] += row[i];
        }
        return row(key, row);
    }

    private static int column(Kind kind) {
        return switch (kind) {
            case TRANSLATED -> 0;
            case NOT_NEEDED -> 1;
            case TEST, FETCHING -> 2;
            case LEFT_OUT, UNKNOWN -> 3;
        };
    }

    private static String row(String key, int[] row) {
        return String.format(Locale.ROOT, "%-24s%,12d%,12d%,12d%,12d%n", key, row[0], row[1], row[2], row[3]);
    }
}
