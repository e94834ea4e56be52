package dev.winnow.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private LiteralTrie(boolean backwards, Openings openings, long[] edges, int[][] payloads) {
        this.backwards = backwards;
        this.openings = openings;
        this.edges = edges;
        this.mask = edges.length - 1;
        this.payloads = payloads;
    }

    /** Reports the payload of every literal that stands at the start of the line (backwards: at its end). */
    void atEdge(FoldedLine line, Found found) {
        int edge = backwards ? line.last() : line.first();
        if (openings.at(line.chars(), edge, backwards ? -1 : 1)) {
            walk(line, edge, found);
        }
    }

    /** Reports the payload of every literal that stands where a lookup begins. */
    void inside(FoldedLine line, Found found) {
        char[] chars = line.chars();
        int count = line.entryCount();
        for (int i = 0; i < count; i++) {
            int at = line.entry(i);
            if (openings.at(chars, at, 1)) {
                walk(line, at, found);
            }
        }
    }

    private void walk(FoldedLine line, int start, Found found) {
        char[] chars = line.chars();
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
                for (int payload : payloads[node]) {
                    found.at(payload, start - line.first(), at - line.first());
                }
            }
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
        private final List<List<Integer>> payloads = new ArrayList<>();
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
            payloads.add(new ArrayList<>());
            return nodes.size() - 1;
        }

        void add(String literal, int payload) {
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
            payloads.get(node).add(payload);
            openings.add(backwards ? new StringBuilder(literal).reverse().toString() : literal);
        }

        LiteralTrie build() {
            int size = Integer.highestOneBit(Math.max(8, nodes.size())) << 2;
            long[] edges = new long[size];
            int[][] ids = new int[nodes.size()][];
            for (int node = 0; node < nodes.size(); node++) {
                ids[node] = payloads.get(node).isEmpty()
                        ? NONE
                        : payloads.get(node).stream()
                                .mapToInt(Integer::intValue)
                                .distinct()
                                .sorted()
                                .toArray();
                for (Map.Entry<Character, Integer> edge : nodes.get(node).entrySet()) {
                    long key = (long) node << 16 | edge.getKey();
                    int ends = payloads.get(edge.getValue()).isEmpty() ? 0 : 1;
                    int slot = hash(key) & size - 1;
                    while (edges[slot] != 0) {
                        slot = slot + 1 & size - 1;
                    }
                    edges[slot] = key << EDGE_BITS | (long) edge.getValue() << 1 | ends;
                }
            }
            return new LiteralTrie(backwards, openings, edges, ids);
        }
    }
}
