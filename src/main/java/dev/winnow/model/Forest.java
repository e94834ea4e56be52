package dev.winnow.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Decision trees that vote on lines, with whole numbers only. All trees are complete and of one depth, so that the processor has
 * no branch to predict. A node compares a number with its limit; at or above the limit it goes to the right. Immutable and
 * thread-safe.
 */
final class Forest {

    /** Depth of each tree. */
    static final int DEPTH = 6;

    /** Nodes of each tree, the root first, the children of node i at 2 i + 1 and 2 i + 2. */
    static final int NODES = (1 << DEPTH) - 1;

    /** Leaves of each tree, from left to right. */
    static final int LEAVES = 1 << DEPTH;

    /** Factor of votes: a vote is the natural logarithm of the odds times this. */
    static final int UNIT = 1000;

    private static final int MOST_TREES = 2_000;

    private final int bias;
    /** The number of the feature of each node. */
    private final short[] features;

    private final short[] limits;
    private final short[] leaves;

    /**
     * Makes a forest of given trees.
     *
     * @param bias the vote before the first tree
     * @param features number of the feature for each node of all trees
     * @param limits limit for each node of all trees
     * @param leaves votes of the leaves of all trees
     */
    Forest(int bias, short[] features, short[] limits, short[] leaves) {
        if (features.length != limits.length
                || features.length % NODES != 0
                || leaves.length != features.length / NODES * LEAVES) {
            throw new IllegalArgumentException("incomplete trees");
        }
        this.bias = bias;
        this.features = features.clone();
        this.limits = limits.clone();
        this.leaves = leaves.clone();
    }

    int trees() {
        return features.length / NODES;
    }

    /** Returns the forest for tables of one layout: its nodes hold the offsets of the cells that they compare. */
    Placed place(List<Feature> layout, int width) {
        short[] offsets = new short[features.length];
        for (int i = 0; i < features.length; i++) {
            offsets[i] = (short) layout.get(features[i]).offset(width);
        }
        return new Placed(offsets);
    }

    /** A forest that reads tables of one layout. Immutable and thread-safe. */
    final class Placed {

        /**
         * For each node two halves: the low half is the offset of its cell from the beginning of the row, the high half is its
         * limit.
         */
        private final int[] nodes;

        private Placed(short[] offsets) {
            this.nodes = new int[offsets.length];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = limits[i] << Short.SIZE | offsets[i] & 0xFFFF;
            }
        }

        /** Votes on four rows at once, so that their memory reads overlap. */
        void vote(short[] cells, int a, int b, int c, int d, int[] votes) {
            int one = bias;
            int two = bias;
            int three = bias;
            int four = bias;
            for (int root = 0, leaf = 0; root < nodes.length; root += NODES, leaf += LEAVES) {
                int i = 0;
                int j = 0;
                int k = 0;
                int l = 0;
                for (int level = 0; level < DEPTH; level++) {
                    i = next(cells, a, i, root);
                    j = next(cells, b, j, root);
                    k = next(cells, c, k, root);
                    l = next(cells, d, l, root);
                }
                one += leaves[leaf + i - NODES];
                two += leaves[leaf + j - NODES];
                three += leaves[leaf + k - NODES];
                four += leaves[leaf + l - NODES];
            }
            votes[0] = one;
            votes[1] = two;
            votes[2] = three;
            votes[3] = four;
        }

        private int next(short[] cells, int row, int at, int root) {
            int node = nodes[root + at];
            int number = cells[row + (short) node];
            // The sign bit is set if the number is below the limit.
            return 2 * at + 2 + (number - (node >> Short.SIZE) >> Integer.SIZE - 1);
        }

        /**
         * Adds the contributions of the features to the vote on a row. The contribution of a step down the tree is the change of
         * the mean of the leaves below.
         */
        void explain(short[] cells, int row, int[] contributions) {
            double[] means = new double[NODES + LEAVES];
            for (int root = 0, leaf = 0; root < nodes.length; root += NODES, leaf += LEAVES) {
                for (int i = means.length - 1; i >= 0; i--) {
                    means[i] = i >= NODES ? leaves[leaf + i - NODES] : (means[2 * i + 1] + means[2 * i + 2]) / 2;
                }
                int at = 0;
                while (at < NODES) {
                    int child = next(cells, row, at, root);
                    contributions[features[root + at]] += (int) (means[child] - means[at]);
                    at = child;
                }
            }
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(trees());
        out.writeInt(bias);
        for (short feature : features) {
            out.writeShort(feature);
        }
        for (short limit : limits) {
            out.writeShort(limit);
        }
        for (short leaf : leaves) {
            out.writeShort(leaf);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param known number of features
     */
    static Forest read(DataInputStream in, int known) throws IOException {
        int trees = in.readUnsignedShort();
        if (trees > MOST_TREES) {
            throw new IOException(trees + " trees");
        }
        int bias = in.readInt();
        short[] features = shorts(in, trees * NODES);
        for (short feature : features) {
            if (feature < 0 || feature >= known) {
                throw new IOException("feature " + feature + " of " + known);
            }
        }
        return new Forest(bias, features, shorts(in, trees * NODES), shorts(in, trees * LEAVES));
    }

    private static short[] shorts(DataInputStream in, int count) throws IOException {
        short[] numbers = new short[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readShort();
        }
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Forest forest
                && forest.bias == bias
                && Arrays.equals(forest.features, features)
                && Arrays.equals(forest.limits, limits)
                && Arrays.equals(forest.leaves, leaves);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(leaves);
    }
}
