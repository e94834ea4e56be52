package dev.winnow.model;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Grows forests by XGBoost, and takes them over as whole numbers. */
final class Boosting {

    private Boosting() {}

    /**
     * How forests grow.
     *
     * @param trees how many
     * @param rate how much of the rest each tree explains
     */
    record Plan(int trees, double rate) {}

    /** Numbers of lines, one row a line, with what they should be called. */
    static final class Matrix {
        private final int width;
        private float[] cells = new float[1 << 20];
        private float[] targets = new float[1 << 12];
        private float[] weights = new float[1 << 12];
        private int rows;

        Matrix(int width) {
            this.width = width;
        }

        void add(Seen seen, int line, boolean text, double weight) {
            if ((long) (rows + 1) * width > cells.length) {
                cells = Arrays.copyOf(cells, (int) Math.min(Integer.MAX_VALUE - 8, 2L * cells.length));
            }
            if (rows == targets.length) {
                targets = Arrays.copyOf(targets, 2 * rows);
                weights = Arrays.copyOf(weights, 2 * rows);
            }
            List<Feature> features = seen.layout().features();
            for (int i = 0; i < width; i++) {
                Feature feature = features.get(i);
                cells[rows * width + i] = seen.table()
                        .cells()[
                        seen.table().row(line) + feature.offset(seen.table().width())];
            }
            targets[rows] = text ? 1 : 0;
            weights[rows++] = (float) weight;
        }

        int rows() {
            return rows;
        }
    }

    static Forest grow(Matrix matrix, Plan plan) {
        try {
            DMatrix data = new DMatrix(
                    Arrays.copyOf(matrix.cells, matrix.rows * matrix.width), matrix.rows, matrix.width, Float.NaN);
            data.setLabel(Arrays.copyOf(matrix.targets, matrix.rows));
            data.setWeight(Arrays.copyOf(matrix.weights, matrix.rows));
            // One thread: sums in another order would give other trees.
            Map<String, Object> how = Map.ofEntries(
                    Map.entry("objective", "binary:logistic"),
                    Map.entry("base_score", 0.5),
                    Map.entry("max_depth", Forest.DEPTH),
                    Map.entry("eta", plan.rate),
                    Map.entry("min_child_weight", 2),
                    Map.entry("lambda", 2),
                    Map.entry("subsample", 0.7),
                    Map.entry("colsample_bytree", 0.5),
                    Map.entry("tree_method", "hist"),
                    Map.entry("max_bin", 64),
                    Map.entry("seed", 1),
                    Map.entry("nthread", 1),
                    Map.entry("verbosity", 0));
            Booster booster = XGBoost.train(data, how, plan.trees, Map.of(), null, null);
            String[] trees = booster.getModelDump((String) null, false, "json");
            data.dispose();
            booster.dispose();
            return forest(trees);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static Forest forest(String[] trees) {
        short[] features = new short[trees.length * Forest.NODES];
        short[] limits = new short[trees.length * Forest.NODES];
        short[] leaves = new short[trees.length * Forest.LEAVES];
        for (int tree = 0; tree < trees.length; tree++) {
            try {
                place(JSON.std.mapFrom(trees[tree]), tree, 0, features, limits, leaves);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Forest(0, features, limits, leaves);
    }

    /** Puts a node, with all below it, in its place; below a leaf the tree is filled up with that leaf. */
    private static void place(Map<?, ?> node, int tree, int at, short[] features, short[] limits, short[] leaves) {
        if (node.containsKey("leaf")) {
            fill((short) Math.round(number(node, "leaf") * Forest.UNIT), tree, at, limits, leaves);
            return;
        }
        features[tree * Forest.NODES + at] =
                Short.parseShort(String.valueOf(node.get("split")).substring(1));
        // Below the limit goes to the left; among whole numbers, below the next one is the same.
        double limit = Math.ceil(number(node, "split_condition"));
        limits[tree * Forest.NODES + at] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, limit));
        for (Object child : (List<?>) node.get("children")) {
            Map<?, ?> below = (Map<?, ?>) child;
            int side = below.get("nodeid").equals(node.get("yes")) ? 1 : 2;
            place(below, tree, 2 * at + side, features, limits, leaves);
        }
    }

    private static double number(Map<?, ?> node, String name) {
        return ((Number) node.get(name)).doubleValue();
    }

    private static void fill(short leaf, int tree, int at, short[] limits, short[] leaves) {
        if (at >= Forest.NODES) {
            leaves[tree * Forest.LEAVES + at - Forest.NODES] = leaf;
            return;
        }
        limits[tree * Forest.NODES + at] = Short.MAX_VALUE;
        fill(leaf, tree, 2 * at + 1, limits, leaves);
        fill(leaf, tree, 2 * at + 2, limits, leaves);
    }
}
