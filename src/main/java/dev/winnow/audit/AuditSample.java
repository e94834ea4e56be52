package dev.winnow.audit;

import dev.winnow.document.Article;
import dev.winnow.document.Article.LabelledLine;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.Span;
import dev.winnow.restore.Cleaned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Draws a sample of lines for a person to judge from the output of a run. It needs one pass and bounded memory: it keeps a
 * reservoir for each stratum (kept or removed, site, label). The same seed and output give the same sample. Not thread-safe.
 */
public final class AuditSample {

    /** Maximum number of lines kept of one stratum. A sample never needs more of one stratum. */
    private static final int MOST_OF_ONE = 40;

    /** Maximum number of strata. Beyond it, the lines of new sites are counted together. */
    private static final int MOST_STRATA = 4000;

    /** Average number of rows per stratum, from which the number of separate strata is computed. */
    private static final int WORTH_A_SITE = 5;

    /** Maximum length of a line in the sheet, in UTF-16 units; {@code CONTEXT} is that of the text before and after it. */
    private static final int LONGEST = 1000;

    private static final int CONTEXT = 120;

    private final long seed;
    private final LineLabels labels;
    private final Map<Stratum, Reservoir<Row>> strata = new TreeMap<>();

    /** @param labels finds the labels of kept lines */
    public AuditSample(long seed, LineLabels labels) {
        this.seed = seed;
        this.labels = labels;
    }

    /** Adds the removed and the kept lines of a record. */
    public void add(Cleaned record) {
        String site = record.site() == null ? Stratum.UNKNOWN : record.site();
        List<Cleaned.Stretch> written = record.labels();
        boolean html = LineLabels.isHtml(record);
        Article article = html || written == null ? labels.article(record) : null;
        List<LabelledLine> page = article != null && html ? article.lines() : null;
        for (Ledger.Entry entry : record.ledger().entries()) {
            Label label = entry.label();
            if (entry.operation() == Ledger.Operation.DROP && label != null) {
                Stratum stratum = new Stratum(true, site, label.key());
                if (page == null) {
                    removed(record, entry, stratum);
                } else {
                    removed(record, entry, stratum, page);
                }
            }
        }
        kept(record, site, written == null ? LineLabels.of(article) : LineLabels.written(record.text(), written));
    }

    /** Adds the removed lines of an HTML page as a reader sees them. Pure markup is not a line. */
    private void removed(Cleaned record, Ledger.Entry entry, Stratum stratum, List<LabelledLine> page) {
        for (int i = firstEndingAfter(page, entry.start()); i < page.size(); i++) {
            Span span = page.get(i).source();
            if (span.start() >= entry.end()) {
                return;
            }
            int line = i;
            boolean whole = entry.start() <= span.start() && span.end() <= entry.end();
            String text = whole
                    ? page.get(i).text()
                    : labels.seen(record.source()
                            .text()
                            .substring(Math.max(entry.start(), span.start()), Math.min(entry.end(), span.end())));
            if (!text.isBlank()) {
                offer(
                        stratum,
                        record,
                        entry.rule(),
                        () -> line == 0 ? "" : last(page.get(line - 1).text()),
                        text,
                        () -> line + 1 == page.size()
                                ? ""
                                : first(page.get(line + 1).text()));
            }
        }
    }

    /**
     * Returns the index of the first line that ends after an offset. Uses binary search, since pages may have many lines and
     * many ledger entries.
     */
    private static int firstEndingAfter(List<LabelledLine> page, int offset) {
        int low = 0;
        int high = page.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (page.get(middle).source().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String first(String text) {
        return text.substring(0, Math.min(text.length(), CONTEXT));
    }

    private static String last(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT));
    }

    private void removed(Cleaned record, Ledger.Entry entry, Stratum stratum) {
        String source = record.source().text();
        int at = entry.start();
        for (String line : entry.text().split("\n", -1)) {
            int start = at;
            int end = at + line.length();
            at = end + 1;
            if (!line.isBlank()) {
                offer(
                        stratum,
                        record,
                        entry.rule(),
                        () -> source.substring(Math.max(0, start - CONTEXT), start),
                        line,
                        () -> source.substring(end, Math.min(source.length(), end + CONTEXT)));
            }
        }
    }

    private void kept(Cleaned record, String site, Map<String, String> known) {
        String text = record.text();
        int start = 0;
        while (start < text.length()) {
            int gap = text.indexOf("\n\n", start);
            int end = gap < 0 ? text.length() : gap;
            int from = start;
            if (end > start) {
                String line = text.substring(from, end);
                offer(
                        new Stratum(false, site, known.getOrDefault(line, Stratum.UNKNOWN)),
                        record,
                        "",
                        () -> text.substring(Math.max(0, from - CONTEXT), from),
                        line,
                        () -> text.substring(end, Math.min(text.length(), end + CONTEXT)));
            }
            start = end + 2;
        }
    }

    private void offer(
            Stratum stratum,
            Cleaned record,
            String rule,
            Supplier<String> before,
            String line,
            Supplier<String> after) {
        Stratum known = strata.containsKey(stratum) || strata.size() < MOST_STRATA ? stratum : stratum.atOtherSites();
        strata.computeIfAbsent(known, key -> new Reservoir<>(MOST_OF_ONE, seed ^ (long) key.hashCode() << Integer.SIZE))
                .offer(() -> new Row(
                        known,
                        0,
                        record.source().id(),
                        rule,
                        shown(before.get()),
                        line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line,
                        shown(after.get()),
                        ""));
    }

    private static String shown(String context) {
        return context.replaceAll("\\s*\n\\s*", " ¶ ").strip();
    }

    /** Returns the share of kept lines with an unknown label, from 0 to 1; 0 if there are no kept lines. */
    public double unlabelled() {
        long kept = 0;
        long unlabelled = 0;
        for (Map.Entry<Stratum, Reservoir<Row>> entry : strata.entrySet()) {
            if (!entry.getKey().removed()) {
                kept += entry.getValue().seen();
                unlabelled += entry.getKey().label().equals(Stratum.UNKNOWN)
                        ? entry.getValue().seen()
                        : 0;
            }
        }
        return kept == 0 ? 0 : (double) unlabelled / kept;
    }

    /** Whether there is nothing to judge. */
    public boolean isEmpty() {
        return strata.isEmpty();
    }

    /**
     * Draws the sample: one half removed lines, one half kept lines. The number of rows of a stratum is proportional to the
     * square root of its size, so that rare labels are judged, too (power allocation: Bankier, Power allocations, The American
     * Statistician 42, 1988). Sites that are too small for a few rows of their own are combined.
     *
     * @param rows approximate number of rows; each stratum gets at least one
     */
    public Sheet draw(int rows) {
        List<Row> drawn = new ArrayList<>(draw(true, rows / 2));
        drawn.addAll(draw(false, rows - rows / 2));
        return new Sheet(drawn);
    }

    private List<Row> draw(boolean removed, int rows) {
        Map<Stratum, List<Map.Entry<Stratum, Reservoir<Row>>>> groups =
                grouped(removed, Math.max(1, rows / WORTH_A_SITE));
        Map<Stratum, Long> sizes = new TreeMap<>();
        groups.forEach((stratum, members) -> sizes.put(
                stratum,
                members.stream().mapToLong(member -> member.getValue().seen()).sum()));
        double roots = sizes.values().stream().mapToDouble(Math::sqrt).sum();
        List<Row> drawn = new ArrayList<>();
        groups.forEach((stratum, members) -> {
            long size = sizes.getOrDefault(stratum, 0L);
            int share = (int) Math.max(1, Math.min(MOST_OF_ONE, Math.round(rows * Math.sqrt(size) / roots)));
            for (Row row : draw(members, size, share)) {
                drawn.add(new Row(
                        stratum,
                        size,
                        row.document(),
                        row.rule(),
                        row.before(),
                        row.text(),
                        row.after(),
                        row.verdict()));
            }
        });
        return drawn;
    }

    /** Draws rows from a group of strata, in proportion to their sizes. Each reservoir is already in random order. */
    private List<Row> draw(List<Map.Entry<Stratum, Reservoir<Row>>> members, long size, int rows) {
        Reservoir<Row> chosen = new Reservoir<>(rows, seed);
        for (Map.Entry<Stratum, Reservoir<Row>> member : members) {
            Reservoir<Row> lines = member.getValue();
            // In proportion to the stratum's part of the group, so that all lines of the group are about equally
            // likely.
            List<Row> sample = lines.draw(MOST_OF_ONE);
            int share = members.size() == 1
                    ? rows
                    : (int) Math.max(1, Math.ceil((double) MOST_OF_ONE * lines.seen() / Math.max(1, size)));
            sample.stream().limit(share).forEach(row -> chosen.offer(() -> row));
        }
        return chosen.draw(rows);
    }

    /**
     * Returns the strata by group. If there are more than {@code most}, the smallest strata of different sites are combined by
     * label.
     */
    private Map<Stratum, List<Map.Entry<Stratum, Reservoir<Row>>>> grouped(boolean removed, int most) {
        List<Map.Entry<Stratum, Reservoir<Row>>> bySize = new ArrayList<>();
        strata.entrySet().stream()
                .filter(entry -> entry.getKey().removed() == removed)
                .forEach(bySize::add);
        bySize.sort(Comparator.comparingLong((Map.Entry<Stratum, Reservoir<Row>> entry) ->
                        -entry.getValue().seen())
                .thenComparing(Map.Entry::getKey));
        Map<Stratum, List<Map.Entry<Stratum, Reservoir<Row>>>> groups = new TreeMap<>();
        for (int i = 0; i < bySize.size(); i++) {
            Stratum own = bySize.get(i).getKey();
            groups.computeIfAbsent(i < most ? own : own.atOtherSites(), key -> new ArrayList<>())
                    .add(bySize.get(i));
        }
        return groups;
    }
}
