package dev.winnow.output;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that were given, as any file system might compare them: without regard to case, to the spelling of accents and to
 * characters that do not show. Of each it keeps 44 bits of a hash, in 11 bytes at most; a name that has these bits in common
 * with another passes for it, which costs a number in a name and never a file. Not thread-safe.
 */
final class NameSet {

    /** Tables that grow each on its own, so that growing never takes as much again as all names. */
    private static final int TABLES = 1 << 12;

    private static final int FIRST_SLOTS = 8;

    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /** Format characters, which some file systems leave out when they compare. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /** Open addressing; 0 is a free slot. Never more than three of four are taken. */
    private final int[] @Nullable [] tables = new int[TABLES][];

    private final int[] sizes = new int[TABLES];
    private int size;

    int size() {
        return size;
    }

    /** False if it was there. */
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

    /** Where the hash stands, or would stand. */
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
        // Upper case first: only then is a sharp s the same as two.
        String folded = seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** FNV-1a over UTF-16 units, mixed once more so that all bits depend on all. */
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
