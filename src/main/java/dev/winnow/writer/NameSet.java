package dev.winnow.writer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names that were given, as any file system might compare them: without regard to case, to the spelling of accents and to
 * characters that do not show. Of each it keeps 64 bits, in 22 bytes at most; two names with the same 64 bits pass for one,
 * which costs a number in a name and never a file. Not thread-safe.
 */
final class NameSet {

    private static final int FIRST_SLOTS = 1 << 8;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /** Format characters, which some file systems leave out when they compare. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /** Open addressing; 0 is a free slot. Never more than three of four are taken. */
    private long[] slots = new long[FIRST_SLOTS];

    private int size;

    int size() {
        return size;
    }

    /** False if it was there. */
    boolean add(String name) {
        long hash = hash(fold(name));
        int slot = slot(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        if (++size > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    boolean contains(String name) {
        long hash = hash(fold(name));
        return slots[slot(slots, hash)] == hash;
    }

    private void grow() {
        long[] more = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                more[slot(more, hash)] = hash;
            }
        }
        slots = more;
    }

    /** Where the hash stands, or would stand. */
    private static int slot(long[] slots, long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static String fold(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String seen =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        // Upper case first: only then is a sharp s the same as two.
        String folded = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** FNV-1a over UTF-16 units, mixed once more so that the low bits depend on all; never 0. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash ^= hash >>> 32;
        hash *= FNV_PRIME;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
