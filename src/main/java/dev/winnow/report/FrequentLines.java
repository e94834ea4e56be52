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

    /** Stands between a site and its line; no line has one. */
    private static final char SITE_END = '\n';

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

        private Count copy() {
            Count copy = new Count(label, rule);
            copy.times = times;
            return copy;
        }

        /** The sum; of two labels or rules the one that comes first. */
        private static Count plus(Count a, Count b) {
            int order = Comparator.comparing((Count count) -> count.label)
                    .thenComparing(count -> count.rule)
                    .compare(a, b);
            Count sum = (order <= 0 ? a : b).copy();
            sum.times = a.times + b.times;
            return sum;
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
        count(cut(line), label, rule);
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    private void count(String text, Label label, String rule) {
        if (counts.size() >= CAPACITY && !counts.containsKey(text)) {
            lower(sortedTimes()[counts.size() / 2]);
        }
        counts.computeIfAbsent(text, key -> new Count(label, rule)).times++;
    }

    private long[] sortedTimes() {
        return counts.values().stream().mapToLong(count -> count.times).sorted().toArray();
    }

    private void lower(long by) {
        taken += by;
        counts.values().removeIf(count -> (count.times -= by) <= 0);
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

    /** Adds another's counts; which of the two is added to which makes no difference. */
    void merge(FrequentLines other) {
        taken += other.taken;
        other.counts.forEach((text, theirs) -> counts.merge(text, theirs.copy(), Count::plus));
        if (counts.size() > CAPACITY) {
            lower(sortedTimes()[counts.size() - 1 - CAPACITY]);
        }
    }

    /** The most frequent lines of each site; lines were added with the site before them, see {@link #add(String, String, Label, String)}. */
    List<Kept> topOfSites(int most, int mostOfOne) {
        Map<String, Integer> met = new HashMap<>();
        return top(Integer.MAX_VALUE).stream()
                .map(line -> new Kept(
                        line.text().substring(0, line.text().indexOf(SITE_END)),
                        line.text().substring(line.text().indexOf(SITE_END) + 1),
                        line.label(),
                        line.rule(),
                        line.times(),
                        line.error()))
                .filter(line -> met.merge(line.site(), 1, Integer::sum) <= mostOfOne)
                .limit(most)
                .toList();
    }

    /** Counts a line as one of a site. */
    void add(String site, String line, Label label, String rule) {
        count(site + SITE_END + cut(line), label, rule);
    }

    /**
     * A line that stays in several documents of a site.
     *
     * @param times in how many, at least
     * @param error in how many more, at most
     */
    record Kept(String site, String text, Label label, String rule, long times, long error) {}

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
