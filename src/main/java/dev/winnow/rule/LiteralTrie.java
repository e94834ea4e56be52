package dev.winnow.rule;

import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Many literals in one automaton. A lookup at an offset jumps over the first characters by their hash and then follows the
 * text, folded and with runs of white space as one space, as long as some literal goes on like it; so it costs at most the
 * length of the longest literal ({@link Key#MAX_LENGTH}) and mostly nothing, however many literals there are. Immutable.
 */
final class LiteralTrie {

    private static final int NOWHERE = -1;
    private static final int HAS_CHILDREN = 1;
    private static final int ENDS = 2;
    private static final int SIBLING_SHIFT = 2;
    private static final int MAX_NODES = 1 << 29;

    private final boolean backwards;
    private final Openings openings;

    /**
     * The nodes in the order of a walk over all of them, so that the first child of a node comes right behind it and a chain of
     * characters lies in one piece of memory. For each node the character that leads to it.
     */
    private final char[] labels;

    /** For each node the next child of its parent, 0 for none, above whether it has children and whether a literal ends. */
    private final int[] links;

    /** For each node where in {@link #payloads} those of the literals begin that end there. */
    private final int[] outputs;
    /**
     * How many literals end at a node and the payload of each, then the same of literals behind which no word may go on; all in
     * one piece of memory.
     */
    private final int[] payloads;

    private LiteralTrie(Builder builder) {
        this.backwards = builder.backwards;
        int size = builder.size;
        this.openings = new Openings(builder.openings);
        this.labels = new char[size];
        this.links = new int[size];
        this.outputs = new int[size];
        List<Integer> found = new ArrayList<>();
        place(builder.root, 0, "", found);
        this.payloads = found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Gives a node and all below it their numbers; returns the next free one. */
    private int place(Node node, int number, String path, List<Integer> found) {
        boolean ends = !node.payloads.isEmpty() || !node.wholeWords.isEmpty();
        if (ends) {
            outputs[number] = found.size();
            found.add(node.payloads.size());
            found.addAll(node.payloads);
            found.add(node.wholeWords.size());
            found.addAll(node.wholeWords);
        }
        links[number] |= (node.children.isEmpty() ? 0 : HAS_CHILDREN) | (ends ? ENDS : 0);
        if (node.isOpening) {
            openings.add(path, Openings.goal(number, ends, node.children.keySet()));
        }
        int next = number + 1;
        int before = 0;
        for (Map.Entry<Character, Node> child : node.children.entrySet()) {
            if (before > 0) {
                links[before] |= next << SIBLING_SHIFT;
            }
            before = next;
            labels[next] = child.getKey();
            // Nodes below an opening need no path.
            String below = path.length() < Openings.LONGEST ? path + child.getKey() : path;
            next = place(child.getValue(), next, below, found);
        }
        return next;
    }

    /**
     * Keeps of some places, ascending, those where a literal may begin, in the same array; returns how many these are. For a trie
     * that reads forwards; a place kept may be wrong, one left out never is.
     */
    int likely(char[] chars, int[] places, int count) {
        return openings.likely(chars, places, count);
    }

    /**
     * Reports the payload of every literal that begins at a place (backwards: that ends there).
     *
     * @param chars folded, with a zero on both sides of the line
     */
    void at(char[] chars, int place, Found found) {
        int lengths = openings.lengthsAt(chars, place, backwards ? -1 : 1);
        if (lengths != 0) {
            at(chars, place, lengths, found);
        }
    }

    private void at(char[] chars, int place, int lengths, Found found) {
        int step = backwards ? -1 : 1;
        for (int left = lengths; left != 0; left &= left - 1) {
            int length = Integer.numberOfTrailingZeros(left) + 1;
            long goal = openings.goalAt(chars, place, step, length);
            if (goal != 0) {
                int last = place + (length - 1) * step;
                if (Openings.ends(goal)) {
                    report(Openings.node(goal), chars, place, last, found);
                }
                // What goes on behind a shorter opening has a longer one, unless a space ends it. Most does not go on.
                boolean space = chars[last] == ' ';
                char next = chars[last + step];
                if ((space || length == Openings.LONGEST) && (space && next == ' ' || Openings.mayGoOn(goal, next))) {
                    walk(chars, place, last, Openings.node(goal), found);
                }
            }
        }
    }

    /** Goes on from a node, as long as a literal does. */
    private void walk(char[] chars, int start, int last, int from, Found found) {
        int step = backwards ? -1 : 1;
        int at = last;
        int node = from;
        while (true) {
            boolean space = chars[at] == ' ';
            at += step;
            while (space && chars[at] == ' ') {
                at += step;
            }
            node = child(node, chars[at]);
            if (node == NOWHERE) {
                return;
            }
            report(node, chars, start, at, found);
        }
    }

    private int child(int node, char label) {
        if ((links[node] & HAS_CHILDREN) == 0) {
            return NOWHERE;
        }
        int child = node + 1;
        while (labels[child] != label) {
            child = links[child] >>> SIBLING_SHIFT;
            if (child == 0) {
                return NOWHERE;
            }
        }
        return child;
    }

    /** @param last offset of the last character of the literal, in the direction in which it was read */
    private void report(int node, char[] chars, int start, int last, Found found) {
        if ((links[node] & ENDS) == 0) {
            return;
        }
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

    private static final class Node {
        private final Map<Character, Node> children = new TreeMap<>();
        private final Set<Integer> payloads = new TreeSet<>();
        private final Set<Integer> wholeWords = new TreeSet<>();
        private boolean isOpening;
    }

    /** Collects literals. */
    static final class Builder {
        private final boolean backwards;
        private final Node root = new Node();
        private int size = 1;
        private int openings;

        Builder(boolean backwards) {
            this.backwards = backwards;
        }

        /** @param wholeWord whether no word may go on behind the literal */
        void add(String literal, int payload, boolean wholeWord) {
            String read = backwards ? new StringBuilder(literal).reverse().toString() : literal;
            int opening = Openings.of(read).length();
            Node node = root;
            for (int i = 0; i < read.length(); i++) {
                node = node.children.computeIfAbsent(read.charAt(i), c -> newNode());
                if (i + 1 == opening && !node.isOpening) {
                    node.isOpening = true;
                    openings++;
                }
            }
            (wholeWord ? node.wholeWords : node.payloads).add(payload);
        }

        private Node newNode() {
            if (size == MAX_NODES) {
                throw new IllegalStateException("more literals than the index can hold: " + MAX_NODES + " characters");
            }
            size++;
            return new Node();
        }

        LiteralTrie build() {
            return new LiteralTrie(this);
        }
    }
}
