package dev.winnow.source.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds entries by name. Nearly every name of a page is in none of its indexes, so that is what it is quick to say. Filled first,
 * then read by any number of threads.
 *
 * @param <T> the entries
 */
final class NameIndex<T> {

    /** A bit for each combination of length, first, middle and last character, taken together in so many: a Bloom filter of one hash. */
    private static final int BITS = 1 << 12;

    private final Map<String, List<T>> entries = new HashMap<>();
    private final long[] filter = new long[BITS / Long.SIZE];
    private final boolean folded;

    /** @param folded whether upper case counts as lower case */
    NameIndex(boolean folded) {
        this.folded = folded;
    }

    void add(String name, T entry) {
        String key = folded ? name.toLowerCase(Locale.ROOT) : name;
        int bit = bit(key, 0, key.length());
        filter[bit >> 6] |= 1L << bit;
        entries.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
    }

    List<T> get(String name) {
        return get(name, 0, name.length());
    }

    /** The entries under the name that stands in a stretch of a text; empty when there are none. */
    List<T> get(String text, int from, int to) {
        if (from == to) {
            return List.of();
        }
        int bit = bit(text, from, to);
        if ((filter[bit >> 6] & 1L << bit) == 0) {
            return List.of();
        }
        String name = text.substring(from, to);
        return entries.getOrDefault(folded ? name.toLowerCase(Locale.ROOT) : name, List.of());
    }

    private static int bit(String text, int from, int to) {
        // Upper and lower case of ASCII letters differ in one bit; a letter that becomes one of ASCII is as good as
        // none here.
        int first = text.charAt(from) | 0x20;
        int middle = text.charAt(from + to >>> 1) | 0x20;
        int last = text.charAt(to - 1) | 0x20;
        return (((to - from) * 31 + first) * 31 + middle) * 31 + last & BITS - 1;
    }
}
