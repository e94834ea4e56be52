package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Many literals in one trie. A lookup at an offset follows the text, folded and with single spaces, as long as a literal
 * continues like it. It costs at most the length of the longest literal ({@link Key#MAX_LENGTH}) and usually nothing,
 * whatever the number of literals. Immutable and thread-safe.
 */
final class LiteralTrie {

    private static final int ROOT = 0;
    private static final int NOWHERE = -1;

    /**
     * Bits of a node number. An edge packs source node, character and target node into one {@code long}, the target in the
     * lowest bits.
     */
    private static final int NODE_BITS = 24;

    private final boolean backwards;

    /** Hash table of edges with open addressing; 0 is an empty place. */
    private final long[] edges;

    /** For each node the index in {@link #payloads} of the literals that end there; 0 for none. */
    private final int[] outputs;
    /**
     * For each node with literals: their number and payloads, then the same for literals that a word must end with. One
     * array, to keep them together in memory.
     */
    private final int[] payloads;

    private LiteralTrie(Builder builder) {
        this.backwards = builder.backwards;
        this.edges = edges(builder.nodes);
        this.outputs = new int[builder.nodes];
        List<Integer> found = new ArrayList<>(List.of(0));
        place(builder.root, found);
        this.payloads = found.stream().mapToInt(Integer::intValue).toArray();
    }

    LiteralTrie(IndexReader in, boolean backwards) {
        this.backwards = backwards;
        this.outputs = in.numbers();
        this.payloads = in.numbers();
        this.edges = edges(outputs.length);
        for (long edge : in.longs()) {
            edges[slot(edge >>> NODE_BITS)] = edge;
        }
    }

    void write(IndexWriter out) {
        out.numbers(outputs);
        out.numbers(payloads);
        out.numbers(Arrays.stream(edges).filter(edge -> edge != 0).toArray());
    }

    private static long[] edges(int nodes) {
        return new long[Integer.highestOneBit(nodes) << 2];
    }

    private void place(Node node, List<Integer> found) {
        if (!node.payloads.isEmpty() || !node.wholeWords.isEmpty()) {
            outputs[node.number] = found.size();
            for (Set<Integer> some : List.of(node.payloads, node.wholeWords)) {
                found.add(some.size());
                found.addAll(some);
            }
        }
        node.children.forEach((label, child) -> {
            long key = key(node.number, label);
            edges[slot(key)] = key << NODE_BITS | child.number;
            place(child, found);
        });
    }

    /**
     * Reports the payload of every literal that begins at a place (in a backward trie: that ends there).
     *
     * @param chars folded, with NUL on both sides of the line
     */
    void at(char[] chars, int place, Found found) {
        int step = backwards ? -1 : 1;
        int at = place;
        int node = child(ROOT, chars[at]);
        while (node != NOWHERE) {
            if (outputs[node] != 0) {
                report(node, chars, place, at, found);
            }
            boolean space = chars[at] == ' ';
            at += step;
            while (space && chars[at] == ' ') {
                at += step;
            }
            node = child(node, chars[at]);
        }
    }

    private int child(int node, char label) {
        long edge = edges[slot(key(node, label))];
        return edge == 0 ? NOWHERE : (int) edge & (1 << NODE_BITS) - 1;
    }

    private static long key(int node, char label) {
        return (long) node << Character.SIZE | label;
    }

    /** Returns the index of the edge with this key, or of the free place for it. */
    private int slot(long key) {
        int mask = edges.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (edges[slot] != 0 && edges[slot] >>> NODE_BITS != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** @param last offset of the last character of the literal in reading direction */
    private void report(int node, char[] chars, int start, int last, Found found) {
        int end = backwards ? last - 1 : last + 1;
        int output = outputs[node];
        int wholeWords = output + 1 + payloads[output];
        report(output, start, end, found);
        if (payloads[wholeWords] > 0 && Characters.isBoundary(chars[last], chars[end])) {
            report(wholeWords, start, end, found);
        }
    }

    /** @param output index in {@link #payloads} of the number of payloads to report */
    private void report(int output, int start, int end, Found found) {
        int last = output + payloads[output];
        for (int i = output + 1; i <= last; i++) {
            found.at(payloads[i], start, end);
        }
    }

    /** Receives the literals that were found. */
    interface Found {
        /**
         * A literal stands in the line.
         *
         * @param payload stored with the literal
         * @param start where the walk began
         * @param end where it stopped: the offset after the literal, or before it in a backward trie
         */
        void at(int payload, int start, int end);
    }

    /**
     * A node while literals are collected. There are hundreds of thousands, most with one child and no payload, so empty sets
     * are shared.
     */
    private static final class Node {
        private final int number;
        private final Map<Character, Node> children = new TreeMap<>();
        private Set<Integer> payloads = Set.of();
        private Set<Integer> wholeWords = Set.of();

        private Node(int number) {
            this.number = number;
        }
    }

    /** Collects literals. */
    static final class Builder {
        private final boolean backwards;
        private final Node root = new Node(ROOT);
        private int nodes = 1;

        Builder(boolean backwards) {
            this.backwards = backwards;
        }

        /** @param wholeWord whether a word must end with the literal */
        void add(String literal, int payload, boolean wholeWord) {
            String read = backwards ? new StringBuilder(literal).reverse().toString() : literal;
            Node node = root;
            for (char c : read.toCharArray()) {
                node = node.children.computeIfAbsent(c, next -> newNode());
            }
            if (wholeWord) {
                node.wholeWords = with(payload, node.wholeWords);
            } else {
                node.payloads = with(payload, node.payloads);
            }
        }

        private static Set<Integer> with(int payload, Set<Integer> payloads) {
            Set<Integer> added = payloads.isEmpty() ? new TreeSet<>() : payloads;
            added.add(payload);
            return added;
        }

        private Node newNode() {
            if (nodes == 1 << NODE_BITS) {
                throw new IllegalStateException("more literals than the index can hold: " + nodes + " characters");
            }
            return new Node(nodes++);
        }

        LiteralTrie build() {
            return new LiteralTrie(this);
        }
    }
}
