package dev.winnow.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Literals that are whole lines, by a hash of the line, folded and with runs of white space as one space. A hash that two
 * lines share only costs a verification. Immutable.
 */
final class WholeLines {

    private static final int[] NONE = {};

    /** So many characters of a line's beginning are hashed. */
    private static final int HASHED = 16;

    private static final int EDGE_BITS = 16;

    private final int longest;
    /** The first two characters and the last of all lines, hashed: most other lines need no further look. */
    private final long[] edges;

    private final long[] hashes;
    private final int[][] payloads;

    private WholeLines(int longest, long[] edges, long[] hashes, int[][] payloads) {
        this.longest = longest;
        this.edges = edges;
        this.hashes = hashes;
        this.payloads = payloads;
    }

    /**
     * Payloads of the line; none when it was not given.
     *
     * @param chars folded, with a zero behind the line
     */
    int[] at(char[] chars, int from, int to) {
        // Runs of white space are rare, and rarely longer than the line is again.
        if (to - from > 2 * longest || !has(edges(chars[from], chars[from + 1], chars[to - 1]))) {
            return NONE;
        }
        long hash = hash(chars, from, to);
        int slot = slot(hash, hashes.length);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return payloads[slot];
            }
            slot = slot + 1 & hashes.length - 1;
        }
        return NONE;
    }

    private boolean has(int edge) {
        return (edges[edge >>> 6] >>> edge & 1) != 0;
    }

    private static int slot(long hash, int size) {
        return (int) (hash >>> 40) & size - 1;
    }

    /**
     * A number of {@link #EDGE_BITS} bits.
     *
     * @param second a zero where there is none
     */
    private static int edges(char first, char second, char last) {
        return ((first * 31 + second) * 31 + last) * 0x9E3779B1 >>> Integer.SIZE - EDGE_BITS;
    }

    /** Of the beginning and the last character: what lies between hardly tells lines apart, and takes most of the time. */
    private static long hash(char[] folded, int from, int to) {
        long mixed = folded[to - 1];
        boolean space = false;
        int read = 0;
        for (int i = from; i < to && read < HASHED; i++) {
            char c = folded[i];
            if (c != ' ' || !space) {
                mixed = Long.rotateLeft(mixed, 5) ^ c;
                read++;
            }
            space = c == ' ';
        }
        long hash = mixed * 0x9E3779B97F4A7C15L; // Fibonacci hashing: Knuth, TAOCP 3, 6.4
        return hash == 0 ? 1 : hash;
    }

    /** Collects lines. */
    static final class Builder {
        private final Map<Long, TreeSet<Integer>> byHash = new HashMap<>();
        private final long[] edges = new long[1 << EDGE_BITS - 6];
        private int longest;

        /** @param line folded */
        void add(String line, int payload) {
            int edge = edges(line.charAt(0), line.length() > 1 ? line.charAt(1) : '\0', line.charAt(line.length() - 1));
            edges[edge >>> 6] |= 1L << edge;
            byHash.computeIfAbsent(hash(line.toCharArray(), 0, line.length()), h -> new TreeSet<>())
                    .add(payload);
            longest = Math.max(longest, line.length());
        }

        WholeLines build() {
            int size = Integer.highestOneBit(Math.max(4, byHash.size())) << 2;
            long[] hashes = new long[size];
            int[][] payloads = new int[size][];
            byHash.forEach((hash, ids) -> {
                int slot = slot(hash, size);
                while (hashes[slot] != 0) {
                    slot = slot + 1 & size - 1;
                }
                hashes[slot] = hash;
                payloads[slot] = ids.stream().mapToInt(Integer::intValue).toArray();
            });
            return new WholeLines(longest, edges, hashes, payloads);
        }
    }
}
