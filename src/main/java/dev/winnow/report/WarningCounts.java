package dev.winnow.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts documents by {@link WarningKind}, with at most ten ids for each kind. The ids with the smallest hash codes are kept,
 * so the order of documents does not matter. Memory is bounded. Not thread-safe.
 */
final class WarningCounts {

    private static final int MOST_KINDS = 200;
    private static final int MOST_IDS = 10;

    private static final Comparator<String> BY_HASH =
            Comparator.<String>comparingInt(String::hashCode).thenComparing(Comparator.naturalOrder());

    private final TreeMap<String, Count> kinds = Keys.table();

    /** Documents with one kind of warning. */
    static final class Count {
        private long documents;
        private final TreeSet<String> ids = new TreeSet<>(BY_HASH);

        long documents() {
            return documents;
        }

        /** Returns the ids of at most ten of these documents. */
        TreeSet<String> ids() {
            return new TreeSet<>(ids);
        }

        private void add(long more, Iterable<String> some) {
            documents += more;
            some.forEach(ids::add);
            while (ids.size() > MOST_IDS) {
                ids.pollLast();
            }
        }
    }

    /** Counts the warnings of a document, each kind once. */
    void add(String id, Iterable<String> warnings) {
        TreeSet<String> met = new TreeSet<>();
        warnings.forEach(warning -> met.add(WarningKind.of(warning)));
        met.forEach(kind -> add(kind, 1, List.of(id)));
    }

    private void add(String kind, long more, Iterable<String> ids) {
        Count count = new Count();
        count.add(more, ids);
        Keys.add(kinds, MOST_KINDS, kind, count, (sum, one) -> {
            sum.add(one.documents, one.ids);
            return sum;
        });
    }

    void merge(WarningCounts other) {
        other.kinds.forEach((kind, counted) -> add(kind, counted.documents, counted.ids));
    }

    /** Returns the counts, sorted by kind. */
    Map<String, Count> kinds() {
        return new TreeMap<>(kinds);
    }

    void write(StateWriter out) throws IOException {
        out.map(
                kinds(),
                (kind, to) -> to.number(kind.documents).list(kind.ids, kind.ids.size(), (id, into) -> into.text(id)));
    }

    static WarningCounts read(StateReader in) throws IOException {
        WarningCounts counts = new WarningCounts();
        in.into(counts.kinds, from -> {
            Count kind = new Count();
            kind.documents = from.number();
            from.each(each -> kind.ids.add(each.text()));
            return kind;
        });
        return counts;
    }
}
