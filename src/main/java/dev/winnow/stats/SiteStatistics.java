package dev.winnow.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines and templates that recur on the pages of one site. Immutable and thread-safe. */
public final class SiteStatistics {

    /** Minimum number of pages of a frequent line. On fewer pages it may stand by accident. */
    private static final int FEWEST = 3;

    /** A frequent line stands on at least one page in this many. */
    private static final int ONE_IN = 5;

    private static final Comparator<Recurring> MOST_FREQUENT = Comparator.comparingInt(
                    (Recurring line) -> -line.pages())
            .thenComparingInt(Recurring::fromTop)
            .thenComparing(Recurring::text, Comparator.nullsLast(Comparator.naturalOrder()));

    private final String site;
    private final int pages;
    private final long estimate;
    private final Map<Long, Recurring> recurring;

    private SiteStatistics(String site, int pages, long estimate, Map<Long, Recurring> recurring) {
        this.site = site;
        this.pages = pages;
        this.estimate = estimate;
        this.recurring = recurring;
    }

    static SiteStatistics of(String site, int halvings, Collection<Long> keys, Collection<PageLines> pages) {
        // The same text under several URLs counts as one page.
        TreeSet<PageLines> distinct = new TreeSet<>(Comparator.comparing(PageLines::lines, Arrays::compare));
        distinct.addAll(pages);
        return new SiteStatistics(
                site, distinct.size(), estimate(keys, halvings), new Counting(new ArrayList<>(distinct)).recurring());
    }

    /** Estimates the number of all pages from the smallest keys that were kept. */
    static long estimate(Collection<Long> keys, int halvings) {
        return keys.size() < SamplePages.MOST
                ? (long) keys.size() << halvings
                : Math.round((SamplePages.MOST - 1) * (Long.MAX_VALUE / (double) Collections.max(keys)));
    }

    /** Returns its registered host. */
    public String site() {
        return site;
    }

    /** Returns the number of pages in the sample, without repeated texts. All counts refer to these. */
    public int pages() {
        return pages;
    }

    /** Returns the estimated number of pages, by their URLs; exact up to the size of the sample. */
    public long estimate() {
        return estimate;
    }

    /** Returns the lines and templates on at least two pages of the sample, sorted by number of pages, most first. */
    public List<Recurring> recurring() {
        return recurring.values().stream().sorted(MOST_FREQUENT).toList();
    }

    @Nullable
    Recurring find(long print) {
        return recurring.get(print);
    }

    /** Whether a line on this number of pages of the sample is frequent. */
    public boolean isFrequent(int on) {
        return isFrequent(on, pages);
    }

    private static boolean isFrequent(int on, int pages) {
        return on >= FEWEST && on * ONE_IN >= pages;
    }

    /** Counts the lines of the pages of a site. */
    private static final class Counting {
        private final List<PageLines> pages;
        private final Map<Long, Count> counts = new HashMap<>();

        Counting(List<PageLines> pages) {
            this.pages = pages;
        }

        private static final class Count {
            private final boolean template;
            private int pages;
            private int head;
            private int tail;
            private int beside;
            private int aboveProse;
            private int links;
            private final List<Integer> top = new ArrayList<>(1);
            private final List<Integer> bottom = new ArrayList<>(1);
            private @Nullable String text;

            Count(boolean template) {
                this.template = template;
            }
        }

        Map<Long, Recurring> recurring() {
            for (PageLines page : pages) {
                Set<Long> met = new HashSet<>();
                for (int i = 0; i < page.lines().length; i++) {
                    count(Fingerprints.withoutFacts(page.lines()[i]), false, page, i, met);
                    if (page.templates()[i] != 0) {
                        count(page.templates()[i], true, page, i, met);
                    }
                }
            }
            counts.values().removeIf(count -> count.pages < 2);
            pages.forEach(this::place);
            Map<Long, Recurring> recurring = new HashMap<>();
            counts.forEach((print, count) -> recurring.put(
                    print,
                    new Recurring(
                            count.text,
                            count.template,
                            count.pages,
                            count.head,
                            count.tail,
                            count.beside,
                            count.aboveProse,
                            count.links,
                            median(count.top),
                            median(count.bottom))));
            return recurring;
        }

        private void count(long print, boolean template, PageLines page, int line, Set<Long> met) {
            Count count = counts.computeIfAbsent(print, number -> new Count(template));
            count.pages += met.add(print) ? 1 : 0;
            if (count.text == null && page.texts() != null) {
                count.text = page.texts()[line];
            }
        }

        /** Records the places of recurring lines on a page. */
        private void place(PageLines page) {
            long[] lines = page.lines();
            int first = 0;
            while (first < lines.length && !isProse(lines[first])) {
                first++;
            }
            int last = lines.length - 1;
            while (last > first && !isProse(lines[last])) {
                last--;
            }
            Set<Long> met = new HashSet<>();
            for (int i = 0; i < lines.length; i++) {
                for (long print : new long[] {Fingerprints.withoutFacts(lines[i]), page.templates()[i]}) {
                    Count count = print == 0 ? null : counts.get(print);
                    if (count != null && met.add(print)) {
                        count.head += i < first && first < lines.length ? 1 : 0;
                        count.tail += i > last && first < lines.length ? 1 : 0;
                        count.beside += isFrequentLine(page, i - 1) || isFrequentLine(page, i + 1) ? 1 : 0;
                        count.aboveProse += i + 1 < lines.length && isProse(lines[i + 1]) ? 1 : 0;
                        count.links += Fingerprints.is(lines[i], Fingerprints.LINK) ? 1 : 0;
                        count.top.add(i);
                        count.bottom.add(lines.length - 1 - i);
                    }
                }
            }
        }

        /** Whether a line is prose that is not frequent on the site. */
        private boolean isProse(long line) {
            return Fingerprints.is(line, Fingerprints.SENTENCE) && !isFrequent(Fingerprints.withoutFacts(line));
        }

        private boolean isFrequentLine(PageLines page, int line) {
            return line >= 0
                    && line < page.lines().length
                    && (isFrequent(Fingerprints.withoutFacts(page.lines()[line]))
                            || isFrequent(page.templates()[line]));
        }

        private boolean isFrequent(long print) {
            Count count = counts.get(print);
            return count != null && SiteStatistics.isFrequent(count.pages, pages.size());
        }

        private static int median(List<Integer> of) {
            Collections.sort(of);
            return Objects.requireNonNull(of.get(of.size() / 2));
        }
    }
}
