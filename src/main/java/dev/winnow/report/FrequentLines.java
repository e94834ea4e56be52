package dev.winnow.report;

import dev.winnow.document.Label;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The most frequent lines of a stream in bounded memory, by the algorithm of Misra and Gries (Finding repeated elements, 1982)
 * in batches: when the table is full, the count of the middle line is taken from all, and lines that have none left go. A line
 * more frequent than the sum of what was taken is in the table for certain, and its count is at most that sum too low. Merging
 * follows Agarwal et al., Mergeable summaries (PODS 2012). Not thread-safe.
 */
final class FrequentLines {

    /** Lines held at most. */
    private static final int CAPACITY = 8192;

    /** Characters of a line that count; what is longer is no phrase that repeats. */
    private static final int LONGEST = 160;

    private final Map<String, Count> counts = new HashMap<>();
    private long taken;

    /** A line's count; the label and rule are those it was first removed with. */
    private static final class Count {
        private final Label label;
        private final String rule;
        private long times;

        Count(Label label, String rule) {
            this.label = label;
            this.rule = rule;
        }
    }

    /**
     * A frequent line.
     *
     * @param text the line, cut if it is long
     * @param times how often at least
     * @param error how much more often at most
     */
    record Frequent(String text, Label label, String rule, long times, long error) {}

    void add(String line, Label label, String rule) {
        String text = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
        add(text, label, rule, 1);
    }

    private void add(String text, Label label, String rule, long times) {
        Count count = counts.get(text);
        if (count == null) {
            if (counts.size() >= CAPACITY) {
                makeRoom();
            }
            count = new Count(label, rule);
            counts.put(text, count);
        }
        count.times += times;
    }

    private void makeRoom() {
        long[] times = counts.values().stream()
                .mapToLong(count -> count.times)
                .sorted()
                .toArray();
        long middle = times[times.length / 2];
        taken += middle;
        counts.values().removeIf(count -> (count.times -= middle) <= 0);
    }

    void write(StateWriter out) throws IOException {
        out.number(taken)
                .map(
                        new TreeMap<>(counts),
                        (count, to) ->
                                to.text(count.label.key()).text(count.rule).number(count.times));
    }

    static FrequentLines read(StateReader in) throws IOException {
        FrequentLines lines = new FrequentLines();
        lines.taken = in.number();
        in.into(lines.counts, from -> {
            Count count = new Count(Label.ofKey(from.text()).orElse(Label.BODY), from.text());
            count.times = from.number();
            return count;
        });
        return lines;
    }

    void merge(FrequentLines other) {
        taken += other.taken;
        other.counts.forEach((text, count) -> add(text, count.label, count.rule, count.times));
    }

    /** The most frequent lines that stand more than once, most frequent first. */
    List<Frequent> top(int most) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().times > 1)
                .sorted(Comparator.comparingLong((Map.Entry<String, Count> entry) -> -entry.getValue().times)
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(entry -> new Frequent(
                        entry.getKey(), entry.getValue().label, entry.getValue().rule, entry.getValue().times, taken))
                .toList();
    }
}
