package dev.winnow.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * How much of its pages a site keeps, and the documents at either end. Shares are sampled (reservoir sampling, algorithm R of
 * Vitter, Random sampling with a reservoir, 1985), so memory is bounded. Not thread-safe.
 */
final class SiteStatistics {

    /** Shares sampled; the median of so many is off by some five percentiles at most, mostly. */
    private static final int SAMPLE = 201;

    /** Documents remembered at each end. */
    private static final int EXTREMES = 10;

    /** Sites with fewer documents have no usual share. */
    private static final int FEWEST = 20;

    /** Iglewicz and Hoaglin, How to detect and handle outliers, 1993: beyond this modified z-score. */
    private static final double FAR = 3.5;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double CONSISTENT = 1.4826;

    /** Least deviation: on a site whose pages are all alike, a comma more is no finding. */
    private static final double LEAST_DEVIATION = 0.02;

    private final Amount amount;
    private final double[] sample = new double[SAMPLE];
    private final SplittableRandom random = new SplittableRandom(SAMPLE);
    private final PriorityQueue<Document> lowest = new PriorityQueue<>(
            Comparator.comparingDouble((Document d) -> d.kept()).reversed());
    private final PriorityQueue<Document> highest = new PriorityQueue<>(Comparator.comparingDouble(Document::kept));

    private record Document(String id, double kept) {}

    SiteStatistics() {
        this(new Amount());
    }

    private SiteStatistics(Amount amount) {
        this.amount = amount;
    }

    void write(StateWriter out) throws IOException {
        amount.write(out);
        double[] shares = sorted();
        for (double share : shares) {
            out.real(share);
        }
        out.list(lowest, lowest.size(), SiteStatistics::write).list(highest, highest.size(), SiteStatistics::write);
    }

    private static void write(Document document, StateWriter out) throws IOException {
        out.text(document.id()).real(document.kept());
    }

    static SiteStatistics read(StateReader in) throws IOException {
        SiteStatistics site = new SiteStatistics(Amount.read(in));
        for (int i = 0; i < Math.min(SAMPLE, site.amount.documents()); i++) {
            site.sample[i] = in.real();
        }
        in.each(from -> site.lowest.add(new Document(from.text(), from.real())));
        in.each(from -> site.highest.add(new Document(from.text(), from.real())));
        return site;
    }

    /**
     * A document far from what is usual on its site.
     *
     * @param kept its share of characters kept
     * @param usual the site's median
     * @param distance in standard deviations of the usual
     */
    record Unusual(String id, String site, double kept, double usual, double distance) {}

    Amount amount() {
        return amount;
    }

    void document(String id, double kept) {
        long seen = amount.documents();
        amount.document();
        if (seen < SAMPLE) {
            sample[(int) seen] = kept;
        } else {
            long place = random.nextLong(seen + 1);
            if (place < SAMPLE) {
                sample[(int) place] = kept;
            }
        }
        remember(lowest, new Document(id, kept));
        remember(highest, new Document(id, kept));
    }

    private static void remember(PriorityQueue<Document> ends, Document document) {
        ends.add(document);
        if (ends.size() > EXTREMES) {
            ends.remove();
        }
    }

    /** Adds the other's documents; of two full samples each gives in proportion to its documents. */
    void merge(SiteStatistics other) {
        double[] ours = sorted();
        double[] theirs = other.sorted();
        long all = amount.documents() + other.amount.documents();
        int size = (int) Math.min(SAMPLE, all);
        int fromUs = all == 0 ? 0 : (int) Math.round((double) size * amount.documents() / all);
        pick(ours, fromUs, 0);
        pick(theirs, size - fromUs, fromUs);
        amount.merge(other.amount);
        other.lowest.forEach(document -> remember(lowest, document));
        other.highest.forEach(document -> remember(highest, document));
    }

    /** Takes so many of a sorted sample, evenly, into ours. */
    private void pick(double[] from, int count, int at) {
        for (int i = 0; i < count; i++) {
            sample[at + i] = from[(int) ((i + 0.5) * from.length / count)];
        }
    }

    private double[] sorted() {
        double[] shares = Arrays.copyOf(sample, (int) Math.min(SAMPLE, amount.documents()));
        Arrays.sort(shares);
        return shares;
    }

    /** The median share of characters kept; 1 without documents. */
    double usual() {
        double[] shares = sorted();
        return shares.length == 0 ? 1 : shares[shares.length / 2];
    }

    List<Unusual> unusual(String site) {
        if (amount.documents() < FEWEST) {
            return List.of();
        }
        double usual = usual();
        double[] distances = Arrays.stream(sorted())
                .map(share -> Math.abs(share - usual))
                .sorted()
                .toArray();
        double deviation = Math.max(LEAST_DEVIATION, CONSISTENT * distances[distances.length / 2]);
        List<Document> ends = new ArrayList<>(lowest);
        highest.stream().filter(document -> !ends.contains(document)).forEach(ends::add);
        return ends.stream()
                .map(document -> new Unusual(
                        document.id(), site, document.kept(), usual, Math.abs(document.kept() - usual) / deviation))
                .filter(document -> document.distance() > FAR)
                .sorted(Comparator.comparingDouble(Unusual::distance).reversed().thenComparing(Unusual::id))
                .toList();
    }
}
