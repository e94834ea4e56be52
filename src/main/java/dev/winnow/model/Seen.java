package dev.winnow.model;

import dev.winnow.document.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as a table of numbers, for the trees. For one thread. */
final class Seen {

    private final Scene scene;
    private final Layout layout;
    private final Words words;
    private final Table table;
    private final @Nullable Containers containers;

    /**
     * Computes the columns of the first look.
     *
     * @param said weights of words in lines
     * @param classes weights of words in class names; null to use the text alone
     */
    Seen(Scene scene, Vocabulary said, @Nullable Vocabulary classes) {
        this.scene = scene;
        this.layout = classes == null ? Layout.FLAT : Layout.MARKUP;
        this.words = new Words(scene.size());
        this.table = new Table(scene.size(), layout.width());
        new Looks(words, said, scene.size()).describe(scene, table);
        Surroundings.describe(scene, table, Looks.NAMES.size());
        List<@Nullable Block> blocks = scene.blocks();
        if (classes == null || blocks == null) {
            this.containers = null;
        } else {
            this.containers = new Containers(scene, blocks, classes);
            containers.describe(table, layout.containers());
        }
    }

    /**
     * Adds the columns of the second look.
     *
     * @param likely probability of each line from the first look, in thousandths
     */
    void lookedAt(int[] likely) {
        Likelihood.describe(scene, words, likely, table, layout.likelihood());
        if (containers != null) {
            Likelihood.describe(scene, containers, likely, table, layout.likelihood() + Likelihood.NAMES.size());
        }
    }

    Scene scene() {
        return scene;
    }

    Words words() {
        return words;
    }

    Table table() {
        return table;
    }

    Layout layout() {
        return layout;
    }
}
