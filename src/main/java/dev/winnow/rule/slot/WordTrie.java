package dev.winnow.rule.slot;

import dev.winnow.text.Characters;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with a number each, found at an offset of a text; case does not count. Immutable and thread-safe once
 * built.
 */
final class WordTrie {

    /** Returned when nothing was found. */
    static final long NONE = -1;

    private static final int ASCII = 0x80;

    /** Maximum number of child nodes that are searched one by one. A node with more has a table for ASCII characters. */
    private static final int FEW = 4;

    private final Node root = new Node();

    private WordTrie() {}

    /** Builds a trie from the phrases that {@code fill} adds. If a phrase is added twice, its first number counts. */
    static WordTrie of(java.util.function.Consumer<ObjIntConsumer<String>> fill) {
        WordTrie trie = new WordTrie();
        fill.accept(trie::add);
        trie.root.prepare();
        return trie;
    }

    /** Returns a trie of the phrases of all these. The numbers in it mean nothing. */
    static WordTrie union(WordTrie... tries) {
        WordTrie union = new WordTrie();
        for (WordTrie trie : tries) {
            union.root.addAll(trie.root);
        }
        union.root.prepare();
        return union;
    }

    private void add(String phrase, int value) {
        Node node = root;
        for (int i = 0; i < phrase.length(); i++) {
            node = node.make(Characters.fold(phrase.charAt(i)));
        }
        if (node != root && node.value < 0) {
            node.value = value;
        }
    }

    /**
     * Returns the longest phrase at {@code at} that ends at or before {@code limit} and is not followed by more letters.
     *
     * @return its end and number, see {@link #end} and {@link #value}, or {@link #NONE}
     */
    long longest(String text, int at, int limit) {
        long found = NONE;
        int stop = Math.min(limit, text.length());
        Node node = at < stop ? root.next(Characters.fold(text.charAt(at))) : null;
        for (int i = at + 1; node != null; i++) {
            if (node.value >= 0 && Characters.isEndOfLetters(text, i)) {
                found = (long) i << 32 | node.value;
            }
            node = i < stop ? node.next(Characters.fold(text.charAt(i))) : null;
        }
        return found;
    }

    static int end(long found) {
        return (int) (found >>> 32);
    }

    static int value(long found) {
        return (int) found;
    }

    private static final class Node {
        private char[] keys = new char[0];
        private Node[] nodes = new Node[0];
        private @Nullable Node @Nullable [] ascii;
        private int value = -1;

        /** Builds the tables after the last addition. */
        void prepare() {
            if (keys.length > FEW) {
                ascii = new Node[ASCII];
                for (int i = 0; i < keys.length && keys[i] < ASCII; i++) {
                    ascii[keys[i]] = nodes[i];
                }
            }
            for (Node node : nodes) {
                node.prepare();
            }
        }

        @Nullable
        Node next(char key) {
            if (ascii != null && key < ASCII) {
                return ascii[key];
            }
            int at = 0;
            while (at < keys.length && keys[at] < key) {
                at++;
            }
            return at < keys.length && keys[at] == key ? nodes[at] : null;
        }

        void addAll(Node other) {
            value = Math.max(value, other.value);
            for (int i = 0; i < other.keys.length; i++) {
                make(other.keys[i]).addAll(other.nodes[i]);
            }
        }

        Node make(char key) {
            int at = Arrays.binarySearch(keys, key);
            if (at >= 0) {
                return nodes[at];
            }
            int gap = -at - 1;
            char[] moreKeys = Arrays.copyOf(keys, keys.length + 1);
            Node[] moreNodes = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(keys, gap, moreKeys, gap + 1, keys.length - gap);
            System.arraycopy(nodes, gap, moreNodes, gap + 1, nodes.length - gap);
            moreKeys[gap] = key;
            moreNodes[gap] = new Node();
            keys = moreKeys;
            nodes = moreNodes;
            return nodes[gap];
        }
    }
}
