package dev.winnow.label;

import dev.winnow.document.Page;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A verdict for each line of a page. Most lines are named by no rule; what such a line is, its element or shape tells when somebody asks,
 * which few do. Cannot be changed; thread-safe.
 */
public final class Verdicts extends AbstractList<Verdict> implements RandomAccess {

    private final Page page;
    private final @Nullable Verdict[] named;

    /**
     * Takes over verdicts.
     *
     * @param page whose lines they are about
     * @param named the verdict for each line that a rule named; not changed after
     */
    Verdicts(Page page, @Nullable Verdict[] named) {
        this.page = page;
        this.named = named;
    }

    /** The verdict on a line that a rule named, wholly or in part; null where none did: such a line stays as it is. */
    public @Nullable Verdict named(int line) {
        return named[line];
    }

    @Override
    public Verdict get(int line) {
        Verdict verdict = named[line];
        return verdict == null ? ByShape.of(page, line) : verdict;
    }

    @Override
    public int size() {
        return named.length;
    }
}
