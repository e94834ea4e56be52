package dev.winnow.output;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A compact set of used file names. It ignores case, the form of accents, and invisible characters, because a file system may
 * ignore them. Of each name it keeps 44 bits of a hash, in at most 11 bytes. Two names with the same bits count as equal; then
 * a name gets an unneeded number, but no file is lost. Not thread-safe.
 */
final class NameSet {

    /** Number of hash tables. Each table grows separately, so growing never needs twice the memory of all names. */
    private static final int TABLES = 1 << 12;

    private static final int FIRST_SLOTS = 8;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /** Format characters, which some file systems ignore when they compare names. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /** Hash tables with open addressing; 0 is a free slot. At most three quarters of the slots are used. */
    private final int[] @Nullable [] tables = new int[TABLES][];

    private final int[] sizes = new int[TABLES];
    private int size;

    int size() {
        return size;
    }

    /** Adds a name. Returns false if it was in the set before. */
    boolean add(String name) {
        long hash = hash(fold(name));
        int table = table(hash);
        int rest = rest(hash);
        if (tables[table] == null) {
            tables[table] = new int[FIRST_SLOTS];
        }
        int slot = slot(tables[table], rest);
        if (tables[table][slot] == rest) {
            return false;
        }
        tables[table][slot] = rest;
        size++;
        if (++sizes[table] > tables[table].length / 4 * 3) {
            tables[table] = grown(tables[table]);
        }
        return true;
    }

    boolean contains(String name) {
        long hash = hash(fold(name));
        int[] slots = tables[table(hash)];
        return slots != null && slots[slot(slots, rest(hash))] == rest(hash);
    }

    private static int table(long hash) {
        return (int) (hash >>> 32) & TABLES - 1;
    }

    private static int rest(long hash) {
        return (int) hash == 0 ? 1 : (int) hash;
    }

    private static int[] grown(int[] slots) {
        int[] more = new int[slots.length * 2];
        for (int rest : slots) {
            if (rest != 0) {
                more[slot(more, rest)] = rest;
            }
        }
        return more;
    }

    /** Returns the slot of a hash, or the free slot where it belongs. */
    private static int slot(int[] slots, int rest) {
        int mask = slots.length - 1;
        int slot = rest & mask;
        while (slots[slot] != 0 && slots[slot] != rest) {
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
        // Upper case first: only so is a sharp s equal to two s.
        String folded = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** FNV-1a over UTF-16 units, mixed once more, so that every output bit depends on all input bits. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 32) * FNV_PRIME;
        hash = (hash ^ hash >>> 29) * FNV_PRIME;
        return hash ^ hash >>> 32;
    }
}
