package dev.winnow.model;

import dev.winnow.document.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as numbers. For one thread. */
final class Seen {

    private final Scene scene;
    private final Layout layout;
    private final Words words;
    private final Table table;
    private final @Nullable Containers containers;

    /**
     * Looks at a page.
     *
     * @param said what words of lines tell
     * @param classes what words of class names tell; null to look at the text alone
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

    /** Adds what a first look said of each line, in thousandths. */
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
