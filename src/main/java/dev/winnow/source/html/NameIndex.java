package dev.winnow.source.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by a name that stands in a text, without taking the name out of it. Nearly every name of a page is in none of its
 * indexes, so that is what it is quick to say. Filled first, then read by any number of threads.
 *
 * @param <T> the entries
 */
final class NameIndex<T> {

    /** A bucket for each combination of length, first, middle and last character, taken together in so many. */
    private static final int BUCKETS = 1 << 10;

    private final @Nullable Name<T>[] buckets;
    private final boolean folded;

    /** @param folded whether upper case counts as lower case */
    @SuppressWarnings({"unchecked", "rawtypes"})
    NameIndex(boolean folded) {
        this.folded = folded;
        this.buckets = new Name[BUCKETS];
    }

    /** The entries of a name, and the next name of the same bucket. */
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

    /** The entries under the name that stands in a stretch of a text, in the order they came; empty when there are none. */
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
        // Upper and lower case of ASCII letters differ in one bit; a letter that becomes one of ASCII is as good as
        // none here.
        int first = text.charAt(from) | 0x20;
        int middle = text.charAt(from + to >>> 1) | 0x20;
        int last = text.charAt(to - 1) | 0x20;
        return (((to - from) * 31 + first) * 31 + middle) * 31 + last & BUCKETS - 1;
    }
}
