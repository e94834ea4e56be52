package dev.winnow.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How much of its pages a site keeps, and the documents at either end. Shares are those of the documents with the smallest keys, so memory
 * is bounded, and neither order nor merging matters. Not thread-safe.
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
    /** The largest key first, which goes first. */
    private final PriorityQueue<Share> sample = new PriorityQueue<>(Comparator.comparingLong(Share::key)
            .thenComparingDouble(Share::kept)
            .reversed());

    private final PriorityQueue<Document> lowest = new PriorityQueue<>(Comparator.comparingDouble(Document::kept)
            .thenComparing(Document::id)
            .reversed());
    private final PriorityQueue<Document> highest = new PriorityQueue<>(
            Comparator.comparingDouble(Document::kept).thenComparing(Document::id, Comparator.reverseOrder()));

    /** The share of a document with that key. */
    private record Share(long key, double kept) {}

    private record Document(String id, double kept) {}

    SiteStatistics() {
        this(new Amount());
    }

    private SiteStatistics(Amount amount) {
        this.amount = amount;
    }

    void write(StateWriter out) throws IOException {
        amount.write(out);
        List<Share> shares = new ArrayList<>(sample);
        shares.sort(sample.comparator());
        out.list(shares, shares.size(), (share, to) -> to.number(share.key()).real(share.kept()));
        out.list(inOrder(lowest), lowest.size(), SiteStatistics::write)
                .list(inOrder(highest), highest.size(), SiteStatistics::write);
    }

    private static List<Document> inOrder(PriorityQueue<Document> ends) {
        List<Document> documents = new ArrayList<>(ends);
        documents.sort(ends.comparator());
        return documents;
    }

    private static void write(Document document, StateWriter out) throws IOException {
        out.text(document.id()).real(document.kept());
    }

    static SiteStatistics read(StateReader in) throws IOException {
        SiteStatistics site = new SiteStatistics(Amount.read(in));
        in.each(from -> site.sample.add(new Share(from.number(), from.real())));
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
        amount.document();
        sample(new Share(Keys.of(id), kept));
        remember(lowest, new Document(id, kept));
        remember(highest, new Document(id, kept));
    }

    private void sample(Share share) {
        sample.add(share);
        if (sample.size() > SAMPLE) {
            sample.remove();
        }
    }

    private static void remember(PriorityQueue<Document> ends, Document document) {
        ends.add(document);
        if (ends.size() > EXTREMES) {
            ends.remove();
        }
    }

    /** Adds the other's documents, and gives the sum. */
    SiteStatistics merge(SiteStatistics other) {
        other.sample.forEach(this::sample);
        amount.merge(other.amount);
        other.lowest.forEach(document -> remember(lowest, document));
        other.highest.forEach(document -> remember(highest, document));
        return this;
    }

    private double[] sorted() {
        return sample.stream().mapToDouble(Share::kept).sorted().toArray();
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
