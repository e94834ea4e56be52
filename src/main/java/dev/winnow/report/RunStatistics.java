package dev.winnow.report;

import dev.winnow.Account;
import dev.winnow.document.Label;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the results of a run, document by document, in bounded memory. The statistics of parts of a run can be merged; the
 * order of documents and parts does not matter. Not thread-safe.
 */
public final class RunStatistics {

    /**
     * Maximum number of sites counted separately. If there are more, those with the smallest keys are; the others are counted
     * together.
     */
    private static final int MOST_SITES = 2000;

    /** Maximum number of months, languages and the like counted separately. */
    private static final int MOST_KINDS = 5000;

    /** Maximum number of rejected documents that are listed. */
    private static final int MOST_REJECTED = 200;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    static final String OTHER = "(others)";
    static final String UNKNOWN = "(unknown)";

    private long documents;
    private long warned;
    private Amount all = new Amount();
    private final Map<Label, Amount> labels = new EnumMap<>(Label.class);
    private final Map<String, Amount> rules = new HashMap<>();
    private final TreeMap<String, SiteStatistics> sites = Keys.table();
    private final TreeMap<String, Long> languages = Keys.table();
    private final TreeMap<String, Long> months = Keys.table();
    private final TreeMap<String, Long> causes = Keys.table();
    /** The rejected documents with the smallest keys. The head of the queue has the largest key and is removed first. */
    private final PriorityQueue<Rejected> rejected = new PriorityQueue<>(
            Comparator.comparing(Rejected::toString, Keys.ORDER).reversed());

    private FrequentLines removed = new FrequentLines();
    private FrequentLines kept = new FrequentLines();
    /** Number of documents by metadata field and kind of evidence. */
    private final Map<String, TreeMap<String, Long>> coverage = new TreeMap<>();

    private WarningCounts warnings = new WarningCounts();

    /**
     * A rejected document.
     *
     * @param id empty if unknown
     */
    record Rejected(String origin, String id, String cause, String reason) {}

    /** Counts a cleaned document. */
    public void add(DocumentFacts document) {
        documents++;
        warned += document.warnings().isEmpty() ? 0 : 1;
        warnings.add(document.id(), document.warnings());
        document.fields().forEach((field, evidence) -> count(ofField(field), evidence, 1));
        String site = document.site() == null ? UNKNOWN : document.site();
        SiteStatistics ofSite = new SiteStatistics();
        ofSite.document(document.id(), document.kept());
        count(languages, document.language() == null ? UNKNOWN : document.language(), 1);
        count(months, month(document.published()), 1);
        Set<Amount> met = new HashSet<>();
        FrequentLines.Page gone = removed.page(document.id());
        for (Account.Stretch stretch : document.stretches()) {
            Amount ofLabel = labels.computeIfAbsent(stretch.label(), key -> new Amount());
            Amount ofRule = rules.computeIfAbsent(stretch.rule(), key -> new Amount());
            add(stretch, all);
            add(stretch, ofSite.amount());
            add(stretch, ofLabel);
            add(stretch, ofRule);
            met.add(ofLabel);
            met.add(ofRule);
            if (!stretch.kept()) {
                gone.add(stretch.text().strip(), stretch.label(), stretch.rule());
            }
        }
        met.forEach(Amount::document);
        add(site, ofSite);
        removed.add(gone);
        FrequentLines.Page stays = kept.page(document.id());
        for (Account.KeptLine line : document.keptLines()) {
            stays.add(site, line.text().strip().replace('\n', ' '), line.label(), line.rule());
        }
        kept.add(stays);
    }

    private void add(String site, SiteStatistics ofSite) {
        Keys.add(sites, MOST_SITES, site, ofSite, SiteStatistics::merge);
    }

    private TreeMap<String, Long> ofField(String field) {
        return coverage.computeIfAbsent(field, key -> Keys.table());
    }

    private static void add(Account.Stretch stretch, Amount amount) {
        amount.add(stretch.kept(), stretch.lines(), stretch.length());
    }

    /**
     * Counts a rejected document.
     *
     * @param id empty if unknown
     * @param cause a word for programs
     * @param reason a sentence for people
     */
    public void reject(String origin, String id, String cause, String reason) {
        count(causes, cause, 1);
        reject(new Rejected(origin, id, cause, reason));
    }

    private void reject(Rejected one) {
        rejected.add(one);
        if (rejected.size() > MOST_REJECTED) {
            rejected.remove();
        }
    }

    /** Adds the statistics of other documents. The other object is not changed and may continue to count. */
    public void merge(RunStatistics other) {
        documents += other.documents;
        warned += other.warned;
        all.merge(other.all);
        other.labels.forEach(
                (key, amount) -> labels.computeIfAbsent(key, k -> new Amount()).merge(amount));
        other.rules.forEach(
                (key, amount) -> rules.computeIfAbsent(key, k -> new Amount()).merge(amount));
        other.sites.forEach((key, site) -> add(key, new SiteStatistics().merge(site)));
        other.languages.forEach((key, number) -> count(languages, key, number));
        other.months.forEach((key, number) -> count(months, key, number));
        other.causes.forEach((key, number) -> count(causes, key, number));
        other.rejected.forEach(this::reject);
        removed.merge(other.removed);
        kept.merge(other.kept);
        other.coverage.forEach((field, kinds) -> kinds.forEach((kind, number) -> count(ofField(field), kind, number)));
        warnings.merge(other.warnings);
    }

    /** Returns the state so far as compressed Base64 text; {@link #restore} reads it. */
    public String save() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            StateWriter out = new StateWriter(data);
            all.write(out.number(documents).number(warned));
            Map<String, Amount> byLabel = new TreeMap<>();
            labels.forEach((label, amount) -> byLabel.put(label.key(), amount));
            out.map(byLabel, Amount::write)
                    .map(rules(), Amount::write)
                    .map(sites(), SiteStatistics::write)
                    .map(languages(), (number, to) -> to.number(number))
                    .map(months(), (number, to) -> to.number(number))
                    .map(causes(), (number, to) -> to.number(number))
                    .list(
                            rejected(),
                            rejected.size(),
                            (one, to) -> to.text(one.origin())
                                    .text(one.id())
                                    .text(one.cause())
                                    .text(one.reason()));
            removed.write(out);
            kept.write(out);
            out.map(coverage(), (kinds, to) -> to.map(kinds, (number, into) -> into.number(number)));
            warnings.write(out);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * Returns statistics with a saved state.
     *
     * @throws IOException if the text did not come from {@link #save}
     */
    public static RunStatistics restore(String saved) throws IOException {
        RunStatistics statistics = new RunStatistics();
        try (DataInputStream data = new DataInputStream(new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(saved))))) {
            StateReader in = new StateReader(data);
            statistics.documents = in.number();
            statistics.warned = in.number();
            statistics.all = Amount.read(in);
            Map<String, Amount> byLabel = new TreeMap<>();
            in.into(byLabel, Amount::read);
            byLabel.forEach(
                    (key, amount) -> statistics.labels.put(Label.ofKey(key).orElse(Label.BODY), amount));
            in.into(statistics.rules, Amount::read);
            in.into(statistics.sites, SiteStatistics::read);
            in.into(statistics.languages, StateReader::number);
            in.into(statistics.months, StateReader::number);
            in.into(statistics.causes, StateReader::number);
            in.each(from -> statistics.rejected.add(new Rejected(from.text(), from.text(), from.text(), from.text())));
            statistics.removed = FrequentLines.read(in);
            statistics.kept = FrequentLines.read(in);
            in.into(statistics.coverage, from -> {
                TreeMap<String, Long> kinds = Keys.table();
                from.into(kinds, StateReader::number);
                return kinds;
            });
            statistics.warnings = WarningCounts.read(in);
        } catch (IllegalArgumentException broken) {
            throw new IOException("the saved statistics are damaged", broken);
        }
        return statistics;
    }

    private static void count(TreeMap<String, Long> counts, String key, long more) {
        Keys.add(counts, MOST_KINDS, key, more, Long::sum);
    }

    /** Returns the month of a date, or its year if it has no month; {@link #UNKNOWN} for dates without a year. */
    private static String month(@Nullable String date) {
        if (date == null || date.length() < 4 || date.startsWith("-")) {
            return UNKNOWN;
        }
        return date.length() >= 7 && date.charAt(4) == '-' ? date.substring(0, 7) : date.substring(0, 4);
    }

    long documents() {
        return documents;
    }

    /** Returns the number of documents with warnings. */
    long warned() {
        return warned;
    }

    Amount all() {
        return all;
    }

    Map<Label, Amount> labels() {
        return labels;
    }

    /** Returns the amounts by the rule's full id or the mechanism's name, sorted by it. */
    Map<String, Amount> rules() {
        return new TreeMap<>(rules);
    }

    /** Returns the statistics of sites, sorted by name. */
    Map<String, SiteStatistics> sites() {
        return new TreeMap<>(sites);
    }

    Map<String, Long> languages() {
        return new TreeMap<>(languages);
    }

    /** Returns the number of documents by {@code yyyy-MM}, or {@code yyyy} if the month is unknown. */
    Map<String, Long> months() {
        return new TreeMap<>(months);
    }

    /** Returns the number of rejected documents by cause. */
    Map<String, Long> causes() {
        return new TreeMap<>(causes);
    }

    /** Returns at most 200 of the rejected documents, sorted by origin; numbers in an origin are compared as numbers. */
    List<Rejected> rejected() {
        return rejected.stream()
                .sorted(Comparator.comparing((Rejected one) -> DIGITS.matcher(one.origin())
                                .replaceAll(number -> "0"
                                                .repeat(Math.max(
                                                        0, 12 - number.group().length()))
                                        + number.group()))
                        .thenComparing(Rejected::toString))
                .toList();
    }

    /** Returns lines that are kept in several documents of a site, most frequent first. */
    List<FrequentLines.Kept> keptLines(int most, int mostOfOneSite) {
        return kept.topOfSites(most, mostOfOneSite);
    }

    /**
     * Returns the number of documents by metadata field and kind of evidence; the empty kind means documents without a value.
     */
    Map<String, Map<String, Long>> coverage() {
        Map<String, Map<String, Long>> fields = new TreeMap<>();
        coverage.forEach((field, kinds) -> fields.put(field, new TreeMap<>(kinds)));
        return fields;
    }

    /** Returns the documents with warnings, by kind of warning. */
    Map<String, WarningCounts.Count> warnings() {
        return warnings.kinds();
    }

    /** Returns the removed lines of more than one document, most frequent first. */
    List<FrequentLines.Frequent> removedLines(int most) {
        return removed.top(most);
    }

    /** Returns the number of documents that the counts of removed lines are about: all, or a random sample. */
    long countedForRemovedLines() {
        return removed.documents();
    }

    /** Returns the number of documents that the counts of kept lines are about: all, or a random sample. */
    long countedForKeptLines() {
        return kept.documents();
    }

    /** Returns documents far from their site's usual share, the farthest first. */
    List<SiteStatistics.Unusual> unusual(int most) {
        return sites.entrySet().stream()
                .filter(site -> !site.getKey().equals(OTHER) && !site.getKey().equals(UNKNOWN))
                .flatMap(site -> site.getValue().unusual(site.getKey()).stream())
                .sorted(Comparator.comparingDouble(SiteStatistics.Unusual::distance)
                        .reversed()
                        .thenComparing(SiteStatistics.Unusual::site)
                        .thenComparing(SiteStatistics.Unusual::id))
                .limit(most)
                .toList();
    }

    /** Returns those of the given rules that never fired, sorted. */
    List<String> silent(Collection<String> known) {
        return known.stream().filter(rule -> !rules.containsKey(rule)).sorted().toList();
    }
}
