package dev.winnow.stats;

import dev.winnow.text.Hosts;
import dev.winnow.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lines that recur on the pages of sites: the content of a statistics file. {@link StatisticsCollector} makes it. Immutable and
 * thread-safe.
 */
public final class Statistics {

    /** Site of pages without a URL. These pages are counted, but not used. */
    static final String UNKNOWN = "";

    private final int halvings;
    private final TreeMap<String, Map<Long, PageLines>> pages;
    /** Computed when a site is first asked for. */
    private final Map<String, SiteStatistics> sites = new ConcurrentHashMap<>();

    /**
     * Wraps collected pages.
     *
     * @param halvings number of times that the range of keys was halved
     * @param pages pages of each site by their keys, in order
     */
    Statistics(int halvings, TreeMap<String, Map<Long, PageLines>> pages) {
        this.halvings = halvings;
        this.pages = pages;
    }

    /**
     * Reads a statistics file.
     *
     * @param content the whole file
     * @throws StatisticsException if it is no statistics file, of another version, cut or damaged
     */
    public static Statistics read(byte[] content) throws StatisticsException {
        return StatisticsFile.read(content);
    }

    /** Writes a statistics file: the same bytes for the same statistics. The stream stays open. */
    public void write(OutputStream out) throws IOException {
        out.write(StatisticsFile.write(this));
    }

    /** Returns the SHA-256 of its file, in hexadecimal. */
    public String digest() {
        return Sha256.hex(StatisticsFile.write(this));
    }

    /** Returns the site of a page by its URL; null when the URL gives none. */
    static @Nullable String site(@Nullable String address) {
        return Hosts.registered(address);
    }

    /** Returns the statistics of a site; null when there is no page of it. */
    public @Nullable SiteStatistics ofSite(@Nullable String site) {
        Map<Long, PageLines> of = site == null || site.equals(UNKNOWN) ? null : pages.get(site);
        return of == null
                ? null
                : sites.computeIfAbsent(site, name -> SiteStatistics.of(name, halvings, of.keySet(), of.values()));
    }

    /**
     * Returns the statistics of the site of a host.
     *
     * @param host from a URL; null for none
     */
    public @Nullable SiteStatistics ofHost(@Nullable String host) {
        return host == null ? null : ofSite(site("//" + host));
    }

    /** Returns the registered hosts of the sites, in alphabetical order. */
    public Set<String> sites() {
        Set<String> names = new TreeSet<>(pages.keySet());
        names.remove(UNKNOWN);
        return names;
    }

    /** Returns the estimated number of pages without a URL. */
    public long unknownPages() {
        Map<Long, PageLines> unknown = pages.get(UNKNOWN);
        return unknown == null ? 0 : SiteStatistics.estimate(unknown.keySet(), halvings);
    }

    /** Returns how many times half of all pages were left out, because there were too many. */
    public int halvings() {
        return halvings;
    }

    Map<String, Map<Long, PageLines>> pages() {
        return Collections.unmodifiableMap(pages);
    }
}
