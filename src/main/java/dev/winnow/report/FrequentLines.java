package dev.winnow.report;

import dev.winnow.document.Label;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The most frequent lines of documents in bounded memory, whatever their order and however they were split among tables that are merged.
 * Each document has a level: of all documents one half has level 0, a quarter level 1, and so on. When there are too many lines, those of
 * the lowest level go, so that what is left is a sample of documents that they choose themselves; lines that no document is left of go with
 * them. Until then all is counted exactly. Not thread-safe.
 */
final class FrequentLines {

    /** Lines held at most. */
    static final int CAPACITY = 8192;

    /** Characters of a line that count; what is longer is no phrase that repeats. */
    private static final int LONGEST = 160;

    /** Stands between a site and its line; no line has one. */
    private static final char SITE_END = '\n';

    private final Map<String, TreeMap<Integer, Count>> counts = new HashMap<>();
    /** The lowest level that counts. */
    private int level;

    /**
     * How often a line stands in documents of one level.
     *
     * @param label of several labels and rules those that come first
     */
    private record Count(Label label, String rule, long times) {

        Count plus(Count other) {
            int order = label.compareTo(other.label);
            boolean first = order < 0 || order == 0 && rule.compareTo(other.rule) <= 0;
            Count named = first ? this : other;
            return new Count(named.label, named.rule, times + other.times);
        }
    }

    /** The level of a document. */
    static int level(String id) {
        return Long.numberOfTrailingZeros(Keys.of(id) | Long.MIN_VALUE);
    }

    /**
     * A frequent line.
     *
     * @param text the line, cut if it is long
     * @param times how often; an estimate where there were too many lines
     * @param error mostly it is off by less; 0 where all was counted
     */
    record Frequent(String text, Label label, String rule, long times, long error) {}

    /** Counts a line of a document of this level. */
    void add(int of, String line, Label label, String rule) {
        count(of, cut(line), new Count(label, rule, 1));
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    private void count(int of, String text, Count more) {
        if (of >= level) {
            counts.computeIfAbsent(text, key -> new TreeMap<>()).merge(of, more, Count::plus);
            while (counts.size() > CAPACITY) {
                from(level + 1);
            }
        }
    }

    /** Forgets documents of lower levels. */
    private void from(int lowest) {
        level = lowest;
        counts.values().removeIf(levels -> {
            levels.headMap(lowest).clear();
            return levels.isEmpty();
        });
    }

    void write(StateWriter out) throws IOException {
        out.number(level).map(new TreeMap<>(counts), (levels, to) -> {
            to.number(levels.size());
            for (Map.Entry<Integer, Count> of : levels.entrySet()) {
                Count count = of.getValue();
                to.number(of.getKey())
                        .text(count.label().key())
                        .text(count.rule())
                        .number(count.times());
            }
        });
    }

    static FrequentLines read(StateReader in) throws IOException {
        FrequentLines lines = new FrequentLines();
        lines.level = (int) in.number();
        in.into(lines.counts, from -> {
            TreeMap<Integer, Count> levels = new TreeMap<>();
            for (long left = from.number(); left > 0; left--) {
                levels.put(
                        (int) from.number(),
                        new Count(Label.ofKey(from.text()).orElse(Label.BODY), from.text(), from.number()));
            }
            return levels;
        });
        return lines;
    }

    /** Adds another's counts; which of the two is added to which makes no difference. */
    void merge(FrequentLines other) {
        if (other.level > level) {
            from(other.level);
        }
        other.counts.forEach((text, levels) -> levels.forEach((of, count) -> count(of, text, count)));
    }

    /** The most frequent lines of each site; lines were added with the site before them, see {@link #add(int, String, String, Label, String)}. */
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
    void add(int of, String site, String line, Label label, String rule) {
        count(of, site + SITE_END + cut(line), new Count(label, rule, 1));
    }

    /**
     * A line that stays in several documents of a site.
     *
     * @param times in how many; an estimate where there were too many lines
     * @param error mostly it is off by less; 0 where all was counted
     */
    record Kept(String site, String text, Label label, String rule, long times, long error) {}

    /** The most frequent lines that stand more than once, most frequent first. */
    List<Frequent> top(int most) {
        return counts.entrySet().stream()
                .map(entry -> frequent(entry.getKey(), entry.getValue()))
                .filter(line -> line.times() > 1L << level)
                .sorted(Comparator.comparingLong((Frequent line) -> -line.times())
                        .thenComparing(Frequent::text))
                .limit(most)
                .toList();
    }

    /** With two standard errors of a count in a sample of documents. */
    private Frequent frequent(String text, TreeMap<Integer, Count> levels) {
        Count all = levels.values().stream().reduce(Count::plus).orElseThrow();
        long error = level == 0 ? 0 : (long) Math.ceil(2 * Math.sqrt(all.times()) * (1L << level));
        return new Frequent(text, all.label(), all.rule(), all.times() << level, error);
    }
}
