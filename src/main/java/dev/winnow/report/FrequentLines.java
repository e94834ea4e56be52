package dev.winnow.report;

import dev.winnow.document.Label;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the most frequent lines of documents in bounded memory. The result does not depend on the order of documents, nor on
 * how they are divided among tables that are merged later.
 *
 * <p>Each document has a level by a hash of its id: one half of all documents has level 0, a quarter level 1, and so on. If
 * there are more than {@link #CAPACITY} lines, all counts of the lowest level are dropped; lines without counts are dropped,
 * too. So the rest is a random sample of documents. Until the first drop, counts are exact. Not thread-safe.
 */
final class FrequentLines {

    /** Maximum number of different lines in memory. */
    static final int CAPACITY = 8192;

    /** Maximum length of a line, in UTF-16 units. Longer lines are cut, since long lines are no phrases that repeat. */
    private static final int LONGEST = 160;

    /** Separates a site from its line in a key; lines do not contain it. */
    private static final char SITE_END = '\n';

    private final Map<String, TreeMap<Integer, Count>> counts = new HashMap<>();
    /** The lowest level that is still counted. */
    private int level;

    /**
     * Number of occurrences of a line in the documents of one level.
     *
     * @param label the first of several labels, and with equal labels the first rule, by their order
     */
    private record Count(Label label, String rule, long times) {

        Count plus(Count other) {
            int order = label.compareTo(other.label);
            boolean first = order < 0 || order == 0 && rule.compareTo(other.rule) <= 0;
            Count named = first ? this : other;
            return new Count(named.label, named.rule, times + other.times);
        }
    }

    /** Returns the level of a document, from 0 to 63. */
    static int level(String id) {
        return Long.numberOfTrailingZeros(Keys.of(id) | Long.MIN_VALUE);
    }

    /**
     * A frequent line.
     *
     * @param text the line, cut to 160 UTF-16 units
     * @param times number of occurrences; an estimate if there were too many lines
     * @param error two standard errors of the estimate; 0 if the count is exact
     */
    record Frequent(String text, Label label, String rule, long times, long error) {}

    /**
     * Counts a line of a document.
     *
     * @param of level of the document
     */
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

    /** Drops the counts of documents with lower levels. */
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

    /** Adds the counts of another table. The order of merging does not matter. */
    void merge(FrequentLines other) {
        if (other.level > level) {
            from(other.level);
        }
        other.counts.forEach((text, levels) -> levels.forEach((of, count) -> count(of, text, count)));
    }

    /**
     * Returns the most frequent lines of each site. The lines must have been added with
     * {@link #add(int, String, String, Label, String)}.
     */
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

    /** Counts a line of a document of a site. */
    void add(int of, String site, String line, Label label, String rule) {
        count(of, site + SITE_END + cut(line), new Count(label, rule, 1));
    }

    /**
     * A line that is kept in several documents of a site.
     *
     * @param times number of documents; an estimate if there were too many lines
     * @param error two standard errors of the estimate; 0 if the count is exact
     */
    record Kept(String site, String text, Label label, String rule, long times, long error) {}

    /** Returns the most frequent lines that occur more than once, most frequent first. */
    List<Frequent> top(int most) {
        return counts.entrySet().stream()
                .map(entry -> frequent(entry.getKey(), entry.getValue()))
                .filter(line -> line.times() > 1L << level)
                .sorted(Comparator.comparingLong((Frequent line) -> -line.times())
                        .thenComparing(Frequent::text))
                .limit(most)
                .toList();
    }

    /** Returns the estimate for a line. Its error is two standard errors of a count in a sample of documents. */
    private Frequent frequent(String text, TreeMap<Integer, Count> levels) {
        Count all = levels.values().stream().reduce(Count::plus).orElseThrow();
        long error = level == 0 ? 0 : (long) Math.ceil(2 * Math.sqrt(all.times()) * (1L << level));
        return new Frequent(text, all.label(), all.rule(), all.times() << level, error);
    }
}
