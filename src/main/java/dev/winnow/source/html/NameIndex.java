package dev.winnow.source.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An index by names that are substrings of a text, without copying the substring. Nearly every name of a page is in no index,
 * so misses are fast. First filled by one thread, then read by any number of threads.
 *
 * @param <T> type of the entries
 */
final class NameIndex<T> {

    /** Number of buckets. Length, first, middle and last character of a name select its bucket. */
    private static final int BUCKETS = 1 << 10;

    private final @Nullable Name<T>[] buckets;
    private final boolean folded;

    /**
     * @param folded whether case is ignored
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    NameIndex(boolean folded) {
        this.folded = folded;
        this.buckets = new Name[BUCKETS];
    }

    /** The entries of a name, and the next name in the same bucket. */
    private record Name<T>(
            String name, List<T> entries, @Nullable Name<T> next) {}

    void add(String name, T entry) {
        String key = folded ? name.toLowerCase(Locale.ROOT) : name;
        List<T> entries = get(key);
        if (entries.isEmpty()) {
            int bucket = bucket(key, 0, key.length());
            entries = new ArrayList<>();
            buckets[bucket] = new Name<>(key, entries, buckets[bucket]);
        }
        entries.add(entry);
    }

    List<T> get(String name) {
        return get(name, 0, name.length());
    }

    /** Returns the entries for the name in a range of a text, in the order of insertion; empty if there are none. */
    List<T> get(String text, int from, int to) {
        if (from == to) {
            return List.of();
        }
        int length = to - from;
        for (Name<T> name = buckets[bucket(text, from, to)]; name != null; name = name.next) {
            if (name.name.length() == length && matches(name.name, text, from)) {
                return name.entries;
            }
        }
        return List.of();
    }

    private boolean matches(String name, String text, int from) {
        for (int i = 0; i < name.length(); i++) {
            char c = text.charAt(from + i);
            if (c != name.charAt(i) && !(folded && Character.toLowerCase(c) == name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int bucket(String text, int from, int to) {
        // Upper and lower case of ASCII letters differ in one bit. Other letters that fold to ASCII are ignored here.
        int first = text.charAt(from) | 0x20;
        int middle = text.charAt(from + to >>> 1) | 0x20;
        int last = text.charAt(to - 1) | 0x20;
        return (((to - from) * 31 + first) * 31 + middle) * 31 + last & BUCKETS - 1;
    }
}
