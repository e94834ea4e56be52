package dev.winnow;

import dev.winnow.document.Page;
import dev.winnow.document.Policy;
import dev.winnow.label.Decision;
import dev.winnow.label.Decisions;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The verdicts of a policy on all lines of a page, by line number. Immutable and thread-safe. */
final class Verdicts extends AbstractList<Verdict> implements RandomAccess {

    private final Page page;
    private final Decisions decisions;
    private final Policy policy;
    private final @Nullable Verdict[] named;

    Verdicts(Page page, Decisions decisions, Policy policy) {
        this.page = page;
        this.decisions = decisions;
        this.policy = policy;
        this.named = new Verdict[decisions.size()];
        for (int i = 0; i < named.length; i++) {
            Decision decision = decisions.named(i);
            named[i] = decision == null ? null : Verdict.of(page.lines().get(i), decision, policy);
        }
    }

    /** Returns the verdict on a line if a labeller labelled the line or a part of it; otherwise null. */
    @Nullable
    Verdict named(int line) {
        return named[line];
    }

    @Override
    public Verdict get(int line) {
        Verdict verdict = named[line];
        return verdict == null ? Verdict.of(page.lines().get(line), decisions.get(line), policy) : verdict;
    }

    @Override
    public int size() {
        return named.length;
    }
}
