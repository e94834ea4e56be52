package dev.winnow.label;

import dev.winnow.document.Page;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The decisions about all lines of a page. Most lines are named by no labeller. Their label comes from their element or shape,
 * and is computed on demand, since few callers ask for it. Immutable and thread-safe.
 */
public final class Decisions extends AbstractList<Decision> implements RandomAccess {

    private final Page page;
    private final @Nullable Decision[] named;

    /**
     * Wraps decisions without a copy.
     *
     * @param page whose lines they are about
     * @param named the decision for each line that a labeller named, null for the others; must not change later
     */
    Decisions(Page page, @Nullable Decision[] named) {
        this.page = page;
        this.named = named;
    }

    /** Returns the decision about a line that a labeller named, wholly or in part; null for other lines. */
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
