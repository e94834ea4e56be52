package dev.winnow.spark;

import dev.winnow.document.Crawl;
import dev.winnow.document.SourceDocument;
import dev.winnow.learn.Learner;
import dev.winnow.learn.Learnt;
import dev.winnow.source.Input;
import dev.winnow.text.Hosts;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scala.Tuple2;

/** The job {@code learn}: proposes rules for the largest sites, separately for each site. */
@Command(
        name = "learn",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Propose rules for the largest sites, as winnow learn does for one site.")
final class LearnJob extends Job {

    /** Maximum number of pages per site, the same as for {@code winnow learn}. More pages add nothing to the rules. */
    private static final int MOST_PAGES = 1_000;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Packs are written to DIR/sites/DOMAIN.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String output;

    @Option(
            names = "--sites",
            paramLabel = "N",
            description = "Number of sites, largest first. Default: ${DEFAULT-VALUE}.")
    private int sites = 1000;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description = "As for winnow learn. Default: ${DEFAULT-VALUE}.")
    private double precision = 0.7;

    LearnJob(SparkSession spark) {
        super(spark);
    }

    @Override
    public Integer call() throws IOException {
        if (sites < 1 || !(precision >= 0 && precision <= 1)) {
            throw new IllegalArgumentException("--sites must be at least 1, and --precision a share from 0 to 1");
        }
        Broadcast<SerializableConfiguration> storage = ReadOptions.storage(spark);
        ReadOptions.Reading read = reading.reading(storage);
        JavaRDD<List<Piece>> pieces = reading.pieces(spark, storage);
        Set<String> largest = pieces
                .mapPartitions(some -> new Pages(some, read, null))
                .mapToPair(page -> new Tuple2<>(page.site(), 1L))
                .reduceByKey(Long::sum)
                .filter(site -> site._2() >= Learner.FEWEST_PAGES)
                .takeOrdered(sites, new Largest())
                .stream()
                .map(Tuple2::_1)
                .collect(Collectors.toSet());
        Broadcast<Set<String>> wanted =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(largest);
        double least = precision;
        JavaPairRDD<String, TreeMap<Page, Page>> pages = pieces.mapPartitions(
                        some -> new Pages(some, read, wanted.value()))
                .mapToPair(page -> new Tuple2<>(page.site(), page))
                .aggregateByKey(new TreeMap<>(), LearnJob::add, LearnJob::merge);
        List<Tuple2<String, String>> packs = pages.mapToPair(
                        site -> new Tuple2<>(site._1(), learnt(site._1(), site._2(), least)))
                .filter(pack -> !pack._2().isEmpty())
                .collect();
        Storage files = new Storage(storage.value().value());
        for (Tuple2<String, String> pack : packs) {
            files.write(
                    output + "/sites/" + pack._1() + ".yaml",
                    pack._2().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        say("packs for " + packs.size() + " of " + largest.size() + " sites in " + output
                + "/sites; read them, then run winnow test --rules " + output + "/sites");
        return 0;
    }

    private static TreeMap<Page, Page> add(TreeMap<Page, Page> first, Page page) {
        first.put(page, page);
        if (first.size() > MOST_PAGES) {
            first.pollLastEntry();
        }
        return first;
    }

    private static TreeMap<Page, Page> merge(TreeMap<Page, Page> first, TreeMap<Page, Page> other) {
        other.keySet().forEach(page -> add(first, page));
        return first;
    }

    private static String learnt(String site, NavigableMap<Page, Page> pages, double precision) {
        List<SourceDocument> documents =
                pages.keySet().stream().map(Page::document).toList();
        Learnt learnt = new Learner(Settings.DEFAULT::builder, site, precision).learn(documents);
        return learnt.isAny() ? learnt.yaml() : "";
    }

    /** Order of sites by number of pages, largest first. */
    private static final class Largest implements Comparator<Tuple2<String, Long>>, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public int compare(Tuple2<String, Long> a, Tuple2<String, Long> b) {
            int order = Long.compare(b._2(), a._2());
            return order != 0 ? order : a._1().compareTo(b._1());
        }
    }

    /**
     * The data of a page that learning needs. Pages are sorted in the order in which the command line reads them.
     *
     * @param file id of the page's file
     * @param from start offset of the page's piece, in bytes
     * @param number number of the page in the piece
     */
    private record Page(
            String site,
            String file,
            long from,
            long number,
            String id,
            SourceDocument.Form form,
            String text,
            @Nullable String url,
            @Nullable String crawled)
            implements Comparable<Page>, Serializable {

        @Override
        public int compareTo(Page other) {
            int order = file.compareTo(other.file);
            order = order != 0 ? order : Long.compare(from, other.from);
            return order != 0 ? order : Long.compare(number, other.number);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Page page && compareTo(page) == 0;
        }

        @Override
        public int hashCode() {
            return file.hashCode() + Long.hashCode(from) * 31 + Long.hashCode(number);
        }

        SourceDocument document() {
            return SourceDocument.builder(id, form, text)
                    .url(url)
                    .crawl(crawled == null ? null : new Crawl(crawled, null))
                    .build();
        }
    }

    /** The pages of a task's pieces. If no set of sites is given, pages of all sites without their text, for counting. */
    private static final class Pages implements Iterator<Page> {

        private final Iterator<Piece> pieces;
        private final ReadOptions.Reading read;
        private final @Nullable Set<String> wanted;
        private @Nullable Piece piece;
        private Iterator<Input> inputs = List.<Input>of().iterator();
        private long number;
        private @Nullable Page next;

        Pages(Iterator<List<Piece>> tasks, ReadOptions.Reading read, @Nullable Set<String> wanted) {
            this.pieces = tasks.hasNext()
                    ? new ArrayList<>(tasks.next()).iterator()
                    : List.<Piece>of().iterator();
            this.read = read;
            this.wanted = wanted;
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                if (inputs.hasNext()) {
                    number++;
                    next = page(inputs.next());
                } else if (pieces.hasNext()) {
                    piece = pieces.next();
                    number = 0;
                    inputs = read.open(List.of(piece));
                } else {
                    return false;
                }
            }
            return true;
        }

        private @Nullable Page page(Input input) {
            if (!(input instanceof Input.Document of) || piece == null) {
                return null;
            }
            SourceDocument document = of.document();
            String site = Hosts.ofSite(document.url());
            if (site == null || wanted != null && !wanted.contains(site)) {
                return null;
            }
            Crawl crawl = document.crawl();
            return new Page(
                    site,
                    piece.id(),
                    piece.from(),
                    number,
                    document.id(),
                    document.form(),
                    wanted == null ? "" : document.text(),
                    document.url(),
                    crawl == null ? null : crawl.time());
        }

        @Override
        public Page next() {
            if (!hasNext() || next == null) {
                throw new java.util.NoSuchElementException();
            }
            Page page = next;
            next = null;
            return page;
        }
    }
}
