package dev.winnow.report;

import dev.winnow.document.Label;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts on how many documents a line is, in bounded memory. The result does not depend on the order of documents, nor on how
 * they are divided among tables that are merged later.
 *
 * <p>Each document has a level by a hash of its id: one half of all documents has level 0, a quarter level 1, and so on. If
 * there are more than {@link #CAPACITY} lines, all documents of the lowest level are dropped, with the lines that only they
 * have. So the rest is a random sample of documents, and each count is exact for the sample: nothing is extrapolated. Not
 * thread-safe.
 */
final class FrequentLines {

    /** Maximum number of different lines in memory. A full table takes about 10 MB, and about 1 MB when saved. */
    static final int CAPACITY = 32_768;

    /**
     * Maximum number of different lines of a document. Documents with more are not counted. Otherwise a few of them could fill
     * the table, and leave a sample of hardly any document.
     */
    static final int MOST_OF_DOCUMENT = 4096;

    /** Maximum length of a line, in UTF-16 units. Longer lines are cut, since long lines are no phrases that repeat. */
    private static final int LONGEST = 160;

    /** Separates a site from its line in a key; lines do not contain it. */
    private static final char SITE_END = '\n';

    private static final int LEVELS = 64;

    private final Map<String, TreeMap<Integer, Count>> counts = new HashMap<>();
    /** Number of counted documents by level; 0 for levels that were dropped. */
    private final long[] documents = new long[LEVELS];
    /** The lowest level that is still counted. */
    private int level;

    /**
     * Number of documents of one level that have a line.
     *
     * @param label the first of several labels, and with equal labels the first rule, by their order
     */
    private record Count(Label label, String rule, long documents) {

        Count plus(Count other) {
            return with(other, documents + other.documents);
        }

        /** Returns the count of one document that has the line twice. */
        Count same(Count other) {
            return with(other, documents);
        }

        private Count with(Count other, long documents) {
            int order = label.compareTo(other.label);
            boolean first = order < 0 || order == 0 && rule.compareTo(other.rule) <= 0;
            Count named = first ? this : other;
            return new Count(named.label, named.rule, documents);
        }
    }

    /** The different lines of one document. Not thread-safe. */
    static final class Page {
        private final Map<String, Count> lines = new HashMap<>();
        private final int level;
        private final boolean counts;

        private Page(int level, boolean counts) {
            this.level = level;
            this.counts = counts;
        }

        void add(String line, Label label, String rule) {
            put("", line, label, rule);
        }

        /** Adds a line that is counted for a site. */
        void add(String site, String line, Label label, String rule) {
            put(site + SITE_END, line, label, rule);
        }

        private void put(String prefix, String line, Label label, String rule) {
            if (counts && lines.size() <= MOST_OF_DOCUMENT) {
                lines.merge(prefix + cut(line), new Count(label, rule, 1), Count::same);
            }
        }

        private static String cut(String line) {
            return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
        }
    }

    /**
     * A frequent line.
     *
     * @param text the line, cut to 160 UTF-16 units
     * @param documents number of counted documents that have the line
     */
    record Frequent(String text, Label label, String rule, long documents) {}

    /**
     * A line that is kept in several documents of a site.
     *
     * @param documents number of counted documents that have the line
     */
    record Kept(String site, String text, Label label, String rule, long documents) {}

    /** Begins a document. Its page ignores all lines if the level of the document was dropped. */
    Page page(String id) {
        int of = Long.numberOfTrailingZeros(Keys.of(id) | Long.MIN_VALUE);
        return new Page(of, of >= level);
    }

    /** Counts a document, unless it has too many different lines. */
    void add(Page page) {
        if (page.level >= level && page.lines.size() <= MOST_OF_DOCUMENT) {
            documents[page.level]++;
            page.lines.forEach((text, count) -> count(page.level, text, count));
        }
    }

    private void count(int of, String text, Count more) {
        if (of >= level) {
            counts.computeIfAbsent(text, key -> new TreeMap<>()).merge(of, more, Count::plus);
            while (counts.size() > CAPACITY) {
                from(level + 1);
            }
        }
    }

    /** Drops the documents of lower levels. */
    private void from(int lowest) {
        level = lowest;
        Arrays.fill(documents, 0, lowest, 0);
        counts.values().removeIf(levels -> {
            levels.headMap(lowest).clear();
            return levels.isEmpty();
        });
    }

    void write(StateWriter out) throws IOException {
        out.number(level);
        for (long number : documents) {
            out.number(number);
        }
        out.map(new TreeMap<>(counts), (levels, to) -> {
            to.number(levels.size());
            for (Map.Entry<Integer, Count> of : levels.entrySet()) {
                Count count = of.getValue();
                to.number(of.getKey())
                        .text(count.label().key())
                        .text(count.rule())
                        .number(count.documents());
            }
        });
    }

    static FrequentLines read(StateReader in) throws IOException {
        FrequentLines lines = new FrequentLines();
        lines.level = (int) in.number();
        for (int of = 0; of < LEVELS; of++) {
            lines.documents[of] = in.number();
        }
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
        for (int of = level; of < LEVELS; of++) {
            documents[of] += other.documents[of];
        }
        other.counts.forEach((text, levels) -> levels.forEach((of, count) -> count(of, text, count)));
    }

    /** Returns the number of documents that the counts are about: all, or a random sample. */
    long documents() {
        return Arrays.stream(documents).sum();
    }

    /** Returns the lines of more than one counted document, most frequent first. */
    List<Frequent> top(int most) {
        return counts.entrySet().stream()
                .map(entry -> frequent(entry.getKey(), entry.getValue()))
                .filter(line -> line.documents() > 1)
                .sorted(Comparator.comparingLong((Frequent line) -> -line.documents())
                        .thenComparing(Frequent::text))
                .limit(most)
                .toList();
    }

    private static Frequent frequent(String text, TreeMap<Integer, Count> levels) {
        Count all = levels.values().stream().reduce(Count::plus).orElseThrow();
        return new Frequent(text, all.label(), all.rule(), all.documents());
    }

    /**
     * Returns the most frequent lines of each site. The lines must have been added with
     * {@link Page#add(String, String, Label, String)}.
     */
    List<Kept> topOfSites(int most, int mostOfOne) {
        Map<String, Integer> met = new HashMap<>();
        return top(Integer.MAX_VALUE).stream()
                .map(line -> new Kept(
                        line.text().substring(0, line.text().indexOf(SITE_END)),
                        line.text().substring(line.text().indexOf(SITE_END) + 1),
                        line.label(),
                        line.rule(),
                        line.documents()))
                .filter(line -> met.merge(line.site(), 1, Integer::sum) <= mostOfOne)
                .limit(most)
                .toList();
    }
}
