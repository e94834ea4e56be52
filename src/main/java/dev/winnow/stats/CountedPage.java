package dev.winnow.stats;

/** The facts of a page that {@link StatisticsCollector} counts; {@link PageReader} makes it. Immutable and thread-safe. */
public final class CountedPage {

    private final String site;
    private final long key;
    private final PageLines lines;

    /**
     * Makes a counted page.
     *
     * @param site registered host; {@link Statistics#UNKNOWN} where the page has no URL
     * @param key key of the page, 0 or more
     * @param lines its fingerprints; empty for a page without a URL
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
