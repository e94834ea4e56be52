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
 * What recurs on the pages of sites: the content of a statistics file. {@link StatisticsCollector} makes it. Immutable and thread-safe.
 */
public final class Statistics {

    /** Stands for the site of pages without an address. They are counted, and tell nothing. */
    static final String UNKNOWN = "";

    private final int halvings;
    private final TreeMap<String, Map<Long, PageLines>> pages;
    /** Made when a page of the site is asked about. */
    private final Map<String, SiteStatistics> sites = new ConcurrentHashMap<>();

    /**
     * What was collected.
     *
     * @param halvings how often half of the keys were given up
     * @param pages for each site its pages by their keys, in order
     */
    Statistics(int halvings, TreeMap<String, Map<Long, PageLines>> pages) {
        this.halvings = halvings;
        this.pages = pages;
    }

    /**
     * Reads a file.
     *
     * @param content all of it
     * @throws StatisticsException when it is another file, of another version, cut or damaged
     */
    public static Statistics read(byte[] content) throws StatisticsException {
        return StatisticsFile.read(content);
    }

    /** Writes a file: the same bytes for the same statistics. The stream stays open. */
    public void write(OutputStream out) throws IOException {
        out.write(StatisticsFile.write(this));
    }

    /** SHA-256 of its file, in hexadecimal. */
    public String digest() {
        return Sha256.hex(StatisticsFile.write(this));
    }

    /** The site to which a page is counted, by its address; null when that tells none. */
    static @Nullable String site(@Nullable String address) {
        return Hosts.registered(address);
    }

    /** What recurs on a site; null when it has no page of it. */
    public @Nullable SiteStatistics ofSite(@Nullable String site) {
        Map<Long, PageLines> of = site == null || site.equals(UNKNOWN) ? null : pages.get(site);
        return of == null
                ? null
                : sites.computeIfAbsent(site, name -> SiteStatistics.of(name, halvings, of.keySet(), of.values()));
    }

    /**
     * The same for the site of a host.
     *
     * @param host as an address has it; null for none
     */
    public @Nullable SiteStatistics ofHost(@Nullable String host) {
        return host == null ? null : ofSite(site("//" + host));
    }

    /** Registered hosts of the sites, in order. */
    public Set<String> sites() {
        Set<String> names = new TreeSet<>(pages.keySet());
        names.remove(UNKNOWN);
        return names;
    }

    /** About how many pages had no address. */
    public long unknownPages() {
        Map<Long, PageLines> unknown = pages.get(UNKNOWN);
        return unknown == null ? 0 : SiteStatistics.estimate(unknown.keySet(), halvings);
    }

    /** How often half of all pages were left out, since there were too many. */
    public int halvings() {
        return halvings;
    }

    Map<String, Map<Long, PageLines>> pages() {
        return Collections.unmodifiableMap(pages);
    }
}
