package dev.winnow.report;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Hash keys to choose a bounded number of names: those with the smallest keys are kept. So the choice does not depend on the
 * order of documents, nor on how they were divided among runs that are merged.
 */
final class Keys {

    /** Order of names by key; names with equal keys are sorted alphabetically. */
    static final Comparator<String> ORDER = Comparator.comparingLong(Keys::of).thenComparing(Comparator.naturalOrder());

    private Keys() {}

    /** Returns a uniformly distributed key, at least 0: FNV-1a over UTF-16 units, then the last step of SplitMix64. */
    static long of(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return (hash ^ hash >>> 31) >>> 1;
    }

    /** Returns an empty table, sorted by key, for {@link #add}. */
    static <V> TreeMap<String, V> table() {
        return new TreeMap<>(ORDER);
    }

    /**
     * Adds a value to a table of names. Values that do not fit are added to {@link RunStatistics#OTHER}.
     *
     * @param table a table from {@link #table}
     * @param most maximum number of names in the table, without {@link RunStatistics#OTHER}
     */
    static <V> void add(TreeMap<String, V> table, int most, String name, V value, BinaryOperator<V> sum) {
        table.merge(name, value, sum);
        if (table.size() - (table.containsKey(RunStatistics.OTHER) ? 1 : 0) > most) {
            Map.Entry<String, V> last = table.pollLastEntry();
            if (last.getKey().equals(RunStatistics.OTHER)) {
                Map.Entry<String, V> before = table.pollLastEntry();
                table.put(last.getKey(), sum.apply(last.getValue(), before.getValue()));
            } else {
                table.merge(RunStatistics.OTHER, last.getValue(), sum);
            }
        }
    }
}
