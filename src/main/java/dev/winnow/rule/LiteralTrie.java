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
 * Many literals in one trie. A lookup at an offset follows the text, folded and with runs of white space as one space, as long as
 * some literal goes on like it; so it costs at most the length of the longest literal ({@link Key#MAX_LENGTH}) and mostly nothing,
 * however many literals there are. Immutable.
 */
final class LiteralTrie {

    private static final int ROOT = 0;
    private static final int NOWHERE = -1;

    /** An edge holds the node that it leaves, the character that it is taken by, and the node that it leads to, lowest. */
    private static final int NODE_BITS = 24;

    private final boolean backwards;

    /** In open addressing; 0 where there is none. */
    private final long[] edges;

    /** For each node where in {@link #payloads} those of the literals begin that end there; 0 for none. */
    private final int[] outputs;
    /**
     * How many literals end at a node and the payload of each, then the same of literals behind which no word may go on; all in
     * one piece of memory.
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
     * Reports the payload of every literal that begins at a place (backwards: that ends there).
     *
     * @param chars folded, with a zero on both sides of the line
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

    /** Where the edge is, or would be. */
    private int slot(long key) {
        int mask = edges.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (edges[slot] != 0 && edges[slot] >>> NODE_BITS != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** @param last offset of the last character of the literal, in the direction in which it was read */
    private void report(int node, char[] chars, int start, int last, Found found) {
        int end = backwards ? last - 1 : last + 1;
        int output = outputs[node];
        int wholeWords = output + 1 + payloads[output];
        report(output, start, end, found);
        if (payloads[wholeWords] > 0 && Characters.isBoundary(chars[last], chars[end])) {
            report(wholeWords, start, end, found);
        }
    }

    /** @param output where in {@link #payloads} the number of those begins that are reported */
    private void report(int output, int start, int end, Found found) {
        int last = output + payloads[output];
        for (int i = output + 1; i <= last; i++) {
            found.at(payloads[i], start, end);
        }
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

    /** There are hundreds of thousands, most of them with one child and without payloads: what is empty takes no memory. */
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

        /** @param wholeWord whether no word may go on behind the literal */
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
