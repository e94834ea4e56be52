package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {

    private static final int FEATURES = 7;
    private static final int WIDTH = 3;

    /** Columns of the row itself, of the row above and of the row below. */
    private static final List<Feature> LAYOUT = List.of(
            new Feature(0, 0, "a"),
            new Feature(1, 0, "b"),
            new Feature(2, 0, "c"),
            new Feature(0, -1, "a above"),
            new Feature(1, -1, "b above"),
            new Feature(0, 1, "a below"),
            new Feature(2, 1, "c below"));

    /** The same votes by the shortest way of saying it. */
    private static int vote(int bias, short[] features, short[] limits, short[] leaves, Table table, int line) {
        int vote = bias;
        for (int tree = 0; tree < features.length / Forest.NODES; tree++) {
            int node = 0;
            while (node < Forest.NODES) {
                int at = tree * Forest.NODES + node;
                Feature feature = LAYOUT.get(features[at]);
                int value = table.get(line + feature.shift(), feature.column());
                node = value < limits[at] ? 2 * node + 1 : 2 * node + 2;
            }
            vote += leaves[tree * Forest.LEAVES + node - Forest.NODES];
        }
        return vote;
    }

    @Test
    void votesAsItsTreesSay() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int trees = 1 + random.nextInt(5);
            short[] features = shorts(random, trees * Forest.NODES, FEATURES);
            short[] limits = shorts(random, trees * Forest.NODES, 0);
            short[] leaves = shorts(random, trees * Forest.LEAVES, 0);
            int bias = random.nextInt(100);
            Table table = new Table(4, WIDTH);
            for (int line = 0; line < 4; line++) {
                for (int column = 0; column < WIDTH; column++) {
                    table.set(line, column, (short) random.nextInt());
                }
            }
            int[] votes = new int[4];
            new Forest(bias, features, limits, leaves)
                    .place(LAYOUT, WIDTH)
                    .vote(table.cells(), table.row(0), table.row(1), table.row(2), table.row(3), votes);
            for (int line = 0; line < 4; line++) {
                assertThat(votes[line]).as("seed " + seed).isEqualTo(vote(bias, features, limits, leaves, table, line));
            }
        }
    }

    @Test
    void namesTheFeatureThatDecided() {
        short[] features = new short[Forest.NODES];
        short[] limits = new short[Forest.NODES];
        short[] leaves = new short[Forest.LEAVES];
        features[0] = 2;
        limits[0] = 10;
        Arrays.fill(leaves, 0, Forest.LEAVES / 2, (short) -800);
        Arrays.fill(leaves, Forest.LEAVES / 2, Forest.LEAVES, (short) 800);
        Table table = new Table(1, WIDTH);
        table.set(0, 2, 11);
        int[] contributions = new int[FEATURES];
        new Forest(0, features, limits, leaves)
                .place(LAYOUT, WIDTH)
                .explain(table.cells(), table.row(0), contributions);
        assertThat(contributions).containsExactly(0, 0, 800, 0, 0, 0, 0);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Random random = new Random(1);
        Forest forest = new Forest(
                5,
                shorts(random, 2 * Forest.NODES, FEATURES),
                shorts(random, 2 * Forest.NODES, 0),
                shorts(random, 2 * Forest.LEAVES, 0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        forest.write(new DataOutputStream(bytes));
        assertThat(Forest.read(in(bytes), FEATURES)).isEqualTo(forest);
        assertThatThrownBy(() -> Forest.read(in(bytes), 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of 2");
    }

    private static DataInputStream in(ByteArrayOutputStream bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static short[] shorts(Random random, int count, int bound) {
        short[] numbers = new short[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (short) (bound == 0 ? random.nextInt() : random.nextInt(bound));
        }
        return numbers;
    }
}
