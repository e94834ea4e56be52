package dev.winnow.stats;

import java.util.Map;
import java.util.TreeMap;

/**
 * Collects statistics of lines that recur on the pages of sites. The result depends only on the set of pages: not on their order,
 * nor on how they were split among collectors that were merged. A page that is added twice counts once.
 *
 * <p>The reason is that the keys of the pages decide the sample. Each page has a key, the hash of its URL. Of each site the
 * {@value SamplePages#MOST} pages with the smallest keys are kept. If more than {@link #MOST_PAGES} pages would be kept in all,
 * those with keys in the upper half are removed from all sites. If that is not enough, those in the upper half of the rest
 * follow, and so on. Sketches of frequent items would not work: once they are full, they depend on the order.
 *
 * <p>For one thread.
 */
public final class StatisticsCollector {

    /** Maximum number of pages kept of all sites together. Each needs about 2 kB of memory. */
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

    /** Returns the limit of keys: all kept keys are below it. */
    static long limit(int halvings) {
        return halvings == 0 ? Long.MAX_VALUE : 1L << Long.SIZE - 1 - halvings;
    }

    /** Returns the statistics of the pages so far. */
    public Statistics statistics() {
        TreeMap<String, Map<Long, PageLines>> all = new TreeMap<>();
        sites.forEach((site, of) -> all.put(site, of.pages()));
        return new Statistics(halvings, all);
    }
}
