package dev.winnow.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Which rule could match at which line, sorted by the phase in which it runs; found once for a round of passes. Opaque; made
 * by {@link RuleSet#candidates}.
 */
public final class Candidates {

    private final ScannedPage page;
    private final long[][] pairs = new long[Phase.values().length][16];
    private final int[] counts = new int[pairs.length];
    private final List<SelectedElements.Taken> elements = new ArrayList<>(0);

    Candidates(ScannedPage page) {
        this.page = page;
    }

    /** Adds what a rule found in the page's markup. */
    void add(SelectedElements.Taken element) {
        elements.add(element);
    }

    /** What rules found in the page's markup, whatever their phase. */
    List<SelectedElements.Taken> elements() {
        return elements;
    }

    ScannedPage page() {
        return page;
    }

    /**
     * Adds what a line may matter to.
     *
     * @param of ordinal of the rule's phase
     * @param hit number of the hit among the page's
     */
    void add(int of, int line, int hit) {
        if (counts[of] == pairs[of].length) {
            pairs[of] = Arrays.copyOf(pairs[of], counts[of] * 2);
        }
        pairs[of][counts[of]++] = (long) line << Integer.SIZE | hit;
    }

    /** Those of a phase that has not run yet, and of some triggers and elements. */
    Candidates only(Phase phase, IntPredicate ofTrigger, Predicate<SelectedElements.Taken> ofElement) {
        Candidates some = new Candidates(page);
        for (int i = 0; i < count(phase); i++) {
            if (ofTrigger.test(trigger(phase, i))) {
                some.add(phase.ordinal(), line(phase, i), (int) pairs[phase.ordinal()][i]);
            }
        }
        elements.stream().filter(ofElement).forEach(some::add);
        return some;
    }

    int count(Phase phase) {
        return counts[phase.ordinal()];
    }

    /** Where the line stands among those that are left. */
    int line(Phase phase, int at) {
        return (int) (pairs[phase.ordinal()][at] >>> Integer.SIZE);
    }

    int trigger(Phase phase, int at) {
        return page.trigger((int) pairs[phase.ordinal()][at]);
    }

    /** The pattern cannot match the line, whatever is known later. */
    void forget(Phase phase, int at) {
        page.forget((int) pairs[phase.ordinal()][at]);
    }
}
