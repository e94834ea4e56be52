package dev.winnow.report;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Keys by which names choose themselves: of more than fit, those with the smallest keys stay. So what stays depends neither on the order
 * nor on how documents were split among runs that are merged.
 */
final class Keys {

    /** By their keys; of equal keys by themselves. */
    static final Comparator<String> ORDER = Comparator.comparingLong(Keys::of).thenComparing(Comparator.naturalOrder());

    private Keys() {}

    /** A key from 0, evenly spread: FNV-1a over UTF-16 units, and the last step of SplitMix64. */
    static long of(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return (hash ^ hash >>> 31) >>> 1;
    }

    /** A table that keeps its smallest keys. */
    static <V> TreeMap<String, V> table() {
        return new TreeMap<>(ORDER);
    }

    /**
     * Adds to a table of names; what does not fit goes to {@link RunStatistics#OTHER}.
     *
     * @param table made by {@link #table}
     * @param most names in it, beside those others
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
