package dev.winnow.stats;

/** A page as {@link StatisticsCollector} counts it; {@link PageReader} makes it. Immutable and thread-safe. */
public final class CountedPage {

    private final String site;
    private final long key;
    private final PageLines lines;

    /**
     * What is counted.
     *
     * @param site registered host; {@link Statistics#UNKNOWN} where the page has no address
     * @param key stands for the page, from 0
     * @param lines what is kept of it; none of a page without an address
     */
    CountedPage(String site, long key, PageLines lines) {
        this.site = site;
        this.key = key;
        this.lines = lines;
    }

    String site() {
        return site;
    }

    long key() {
        return key;
    }

    PageLines lines() {
        return lines;
    }
}
