package dev.winnow.stats;

import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what recurs on the pages of sites. What comes out depends on the set of pages alone: neither on their order nor on how they
 * were split among collectors that were merged, and a page that is added twice counts once.
 *
 * <p>That holds since what is kept is a sample that the pages themselves choose. Each page has a key, the hash of its address. Of each
 * site the {@value SamplePages#MOST} pages with the smallest keys are kept. When more than {@link #MOST_PAGES} pages would be kept in
 * all, those with keys in the upper half go, of all sites alike, then those in the upper quarter, and so on. Counts of frequent items
 * as sketches have them would not do: once they are full, they depend on the order.
 *
 * <p>For one thread.
 */
public final class StatisticsCollector {

    /** Pages that are kept of all sites together; each of them needs about 2 kB of memory. */
    static final int MOST_PAGES = 1 << 16;

    private final int mostPages;
    private final TreeMap<String, SamplePages> sites = new TreeMap<>();
    private int halvings;
    private int pages;

    public StatisticsCollector() {
        this(MOST_PAGES);
    }

    StatisticsCollector(int mostPages) {
        this.mostPages = mostPages;
    }

    /** Counts a page. */
    public void add(CountedPage page) {
        add(page.site(), page.key(), page.lines());
    }

    /** Counts all pages of other statistics. */
    public void add(Statistics other) {
        while (halvings < other.halvings()) {
            halve();
        }
        other.pages().forEach((site, of) -> of.forEach((key, lines) -> add(site, key, lines)));
    }

    private void add(String site, long key, PageLines lines) {
        if (key < limit(halvings)) {
            pages += sites.computeIfAbsent(site, name -> new SamplePages()).add(key, lines);
            while (pages > mostPages) {
                halve();
            }
        }
    }

    private void halve() {
        halvings++;
        long limit = limit(halvings);
        sites.values().forEach(of -> pages -= of.limit(limit));
        sites.values().removeIf(SamplePages::isEmpty);
    }

    /** No kept key reaches it. */
    static long limit(int halvings) {
        return halvings == 0 ? Long.MAX_VALUE : 1L << Long.SIZE - 1 - halvings;
    }

    /** What was collected so far. */
    public Statistics statistics() {
        TreeMap<String, Map<Long, PageLines>> all = new TreeMap<>();
        sites.forEach((site, of) -> all.put(site, of.pages()));
        return new Statistics(halvings, all);
    }
}
