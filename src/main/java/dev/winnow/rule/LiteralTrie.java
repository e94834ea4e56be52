package dev.winnow.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Many literals in one automaton. A walk from an offset follows the text, folded on the way and with runs of white space as
 * one space, as long as some literal goes on like it; so it costs at most the length of the longest literal
 * ({@link Key#MAX_LENGTH}) and mostly one or two steps, however many literals there are. Immutable.
 */
final class LiteralTrie {

    private static final int[] NONE = {};
    private static final int EDGE_BITS = 24;
    private static final int MAX_NODES = 1 << 23;

    private final boolean backwards;
    private final Openings openings;
    /**
     * Edges in open addressing, each in one long so that a step costs one look: 24 bits of node, 16 of character, 23 of the
     * child, and whether a literal ends there. 0 is free.
     */
    private final long[] edges;

    private final int mask;
    private final int[][] payloads;
    /** Payloads of literals behind which no word may go on. */
    private final int[][] wholeWords;

    private LiteralTrie(boolean backwards, Openings openings, long[] edges, int[][] payloads, int[][] wholeWords) {
        this.backwards = backwards;
        this.openings = openings;
        this.edges = edges;
        this.mask = edges.length - 1;
        this.payloads = payloads;
        this.wholeWords = wholeWords;
    }

    /**
     * Reports the payload of every literal that begins at a place (backwards: that ends there).
     *
     * @param chars folded, with a zero on both sides of the line
     */
    void at(char[] chars, int place, Found found) {
        if (openings.at(chars, place, backwards ? -1 : 1)) {
            walk(chars, place, found);
        }
    }

    private void walk(char[] chars, int start, Found found) {
        int at = start;
        int node = 0;
        int step = backwards ? -1 : 1;
        boolean space = false;
        while (true) {
            char c = chars[at];
            at += step;
            if (c == ' ' && space) {
                continue;
            }
            space = c == ' ';
            int edge = edge(node, c);
            if (edge == 0) {
                return;
            }
            node = edge >>> 1;
            if ((edge & 1) != 0) {
                report(payloads[node], start, at, found);
                if (wholeWords[node] != NONE && Fold.isBoundary(chars[at - step], chars[at])) {
                    report(wholeWords[node], start, at, found);
                }
            }
        }
    }

    private static void report(int[] payloads, int start, int end, Found found) {
        for (int payload : payloads) {
            found.at(payload, start, end);
        }
    }

    /** The child times two, plus one when a literal ends there; 0 when there is none. */
    private int edge(int node, char c) {
        long key = (long) node << 16 | c;
        int slot = hash(key) & mask;
        while (edges[slot] != 0) {
            if (edges[slot] >>> EDGE_BITS == key) {
                return (int) edges[slot] & (1 << EDGE_BITS) - 1;
            }
            slot = slot + 1 & mask;
        }
        return 0;
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    /** Is told of a literal. */
    interface Found {
        /**
         * A literal stands in the line.
         *
         * @param payload given with the literal
         * @param start where the walk began
         * @param end where it is now: the offset behind the literal, or before it when the walk goes backwards
         */
        void at(int payload, int start, int end);
    }

    /** Collects literals. */
    static final class Builder {
        private final boolean backwards;
        private final List<Map<Character, Integer>> nodes = new ArrayList<>();
        private final List<Set<Integer>> payloads = new ArrayList<>();
        private final List<Set<Integer>> wholeWords = new ArrayList<>();
        private final Openings openings = new Openings();

        Builder(boolean backwards) {
            this.backwards = backwards;
            node();
        }

        private int node() {
            if (nodes.size() == MAX_NODES) {
                throw new IllegalStateException("more literals than the index can hold: " + MAX_NODES + " characters");
            }
            nodes.add(new HashMap<>());
            payloads.add(new TreeSet<>());
            wholeWords.add(new TreeSet<>());
            return nodes.size() - 1;
        }

        /** @param wholeWord whether no word may go on behind the literal */
        void add(String literal, int payload, boolean wholeWord) {
            int node = 0;
            for (int i = 0; i < literal.length(); i++) {
                char c = literal.charAt(backwards ? literal.length() - 1 - i : i);
                Integer child = nodes.get(node).get(c);
                if (child == null) {
                    child = node();
                    nodes.get(node).put(c, child);
                }
                node = child;
            }
            (wholeWord ? wholeWords : payloads).get(node).add(payload);
            openings.add(backwards ? new StringBuilder(literal).reverse().toString() : literal);
        }

        LiteralTrie build() {
            int size = Integer.highestOneBit(Math.max(8, nodes.size())) << 2;
            long[] edges = new long[size];
            for (int node = 0; node < nodes.size(); node++) {
                for (Map.Entry<Character, Integer> edge : nodes.get(node).entrySet()) {
                    long key = (long) node << 16 | edge.getKey();
                    int child = edge.getValue();
                    int ends = payloads.get(child).isEmpty()
                                    && wholeWords.get(child).isEmpty()
                            ? 0
                            : 1;
                    int slot = hash(key) & size - 1;
                    while (edges[slot] != 0) {
                        slot = slot + 1 & size - 1;
                    }
                    edges[slot] = key << EDGE_BITS | (long) child << 1 | ends;
                }
            }
            return new LiteralTrie(backwards, openings, edges, arrays(payloads), arrays(wholeWords));
        }

        private static int[][] arrays(List<Set<Integer>> sets) {
            return sets.stream()
                    .map(set -> set.isEmpty()
                            ? NONE
                            : set.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
        }
    }
}
