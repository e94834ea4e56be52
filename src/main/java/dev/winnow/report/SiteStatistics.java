package dev.winnow.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Statistics of one site: the usual share of kept characters, and the documents with the lowest and highest shares. The usual
 * share comes from a sample of the documents with the smallest keys. So memory is bounded, and neither order nor merging
 * matters. Not thread-safe.
 */
final class SiteStatistics {

    /** Size of the sample. The median of 201 shares is mostly wrong by at most about five percentiles. */
    private static final int SAMPLE = 201;

    /** Number of documents kept at each end. */
    private static final int EXTREMES = 10;

    /** Minimum number of documents of a site for the search for unusual documents. */
    private static final int FEWEST = 20;

    /** Threshold of the modified z-score, from Iglewicz and Hoaglin, How to detect and handle outliers, 1993. */
    private static final double FAR = 3.5;

    /** Factor from the median absolute deviation to the standard deviation of a normal distribution. */
    private static final double CONSISTENT = 1.4826;

    /** Minimum deviation: on a site whose pages are all alike, one more comma is no finding. */
    private static final double LEAST_DEVIATION = 0.02;

    private final Amount amount;
    /** The sample. The head of the queue has the largest key and is removed first. */
    private final PriorityQueue<Share> sample = new PriorityQueue<>(Comparator.comparingLong(Share::key)
            .thenComparingDouble(Share::kept)
            .reversed());

    private final PriorityQueue<Document> lowest = new PriorityQueue<>(Comparator.comparingDouble(Document::kept)
            .thenComparing(Document::id)
            .reversed());
    private final PriorityQueue<Document> highest = new PriorityQueue<>(
            Comparator.comparingDouble(Document::kept).thenComparing(Document::id, Comparator.reverseOrder()));

    /** The share of kept characters of the document with this key. */
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
     * A document whose share of kept characters is far from the usual share of its site.
     *
     * @param kept share of kept characters of the document
     * @param usual median of the shares of the site
     * @param distance distance between both, in standard deviations
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

    /** Adds the documents of the other statistics, and returns this object. */
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

    /** Returns the median share of kept characters; 1 if there are no documents. */
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
