package dev.winnow.label;

import dev.winnow.document.Page;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What each line of a page is. Most lines are named by nobody; what such a line is, its element or shape tells when somebody asks,
 * which few do. Cannot be changed; thread-safe.
 */
public final class Decisions extends AbstractList<Decision> implements RandomAccess {

    private final Page page;
    private final @Nullable Decision[] named;

    /**
     * Takes over decisions.
     *
     * @param page whose lines they are about
     * @param named the decision for each line that a labeller named; not changed after
     */
    Decisions(Page page, @Nullable Decision[] named) {
        this.page = page;
        this.named = named;
    }

    /** What a line is that a labeller named, wholly or in part; null where none did. */
    public @Nullable Decision named(int line) {
        return named[line];
    }

    @Override
    public Decision get(int line) {
        Decision decision = named[line];
        return decision == null ? ByShape.of(page, line) : decision;
    }

    @Override
    public int size() {
        return named.length;
    }
}
