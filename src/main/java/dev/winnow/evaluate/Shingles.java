package dev.winnow.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number of occurrences of each sequence of four words in a text. A text of fewer words is one sequence. */
final class Shingles {

    static final int WIDTH = 4;

    private final Map<String, Integer> counts = new HashMap<>();
    private int size;

    private Shingles() {}

    static Shingles of(List<String> tokens) {
        Shingles shingles = new Shingles();
        if (!tokens.isEmpty()) {
            int rows = Math.max(1, tokens.size() - WIDTH + 1);
            for (int i = 0; i < rows; i++) {
                shingles.add(String.join(" ", tokens.subList(i, Math.min(tokens.size(), i + WIDTH))));
            }
        }
        return shingles;
    }

    /** Makes sequences of one word. */
    static Shingles single(List<String> tokens) {
        Shingles shingles = new Shingles();
        tokens.forEach(shingles::add);
        return shingles;
    }

    private void add(String row) {
        counts.merge(row, 1, Integer::sum);
        size++;
    }

    /** Returns the number of all sequences. */
    int size() {
        return size;
    }

    /** Returns the number of common sequences. A sequence counts as often as in the text where it is rarer. */
    int common(Shingles other) {
        int common = 0;
        for (Map.Entry<String, Integer> row : counts.entrySet()) {
            common += Math.min(row.getValue(), other.counts.getOrDefault(row.getKey(), 0));
        }
        return common;
    }

    /** Returns the harmonic mean of the common share in both texts; 1 when both are empty, 0 when only one is. */
    double f1(Shingles other) {
        if (size == 0 || other.size == 0) {
            return size == other.size ? 1 : 0;
        }
        return 2.0 * common(other) / (size + other.size);
    }

    /** Whether another text has at least half of these sequences, in any number. */
    boolean mostlyIn(Shingles other) {
        int known = 0;
        int all = 0;
        for (Map.Entry<String, Integer> row : counts.entrySet()) {
            all += row.getValue();
            known += other.counts.containsKey(row.getKey()) ? row.getValue() : 0;
        }
        return all > 0 && 2 * known >= all;
    }
}
