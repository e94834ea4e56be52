package dev.winnow.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Pairs of rules and lines that could match, by phase. Found once for several passes over a page. Opaque; made by
 * {@link RuleSet#candidates}.
 */
public final class Candidates {

    private final ScannedPage page;
    private final long[][] pairs = new long[Phase.values().length][16];
    private final int[] counts = new int[pairs.length];
    private final List<SelectedElements.Taken> elements = new ArrayList<>(0);

    Candidates(ScannedPage page) {
        this.page = page;
    }

    /** Adds lines that a rule found in the page's markup. */
    void add(SelectedElements.Taken element) {
        elements.add(element);
    }

    /** Returns what rules found in the page's markup, of all phases. */
    List<SelectedElements.Taken> elements() {
        return elements;
    }

    ScannedPage page() {
        return page;
    }

    /**
     * Adds a pair of a line and a hit.
     *
     * @param of ordinal of the rule's phase
     * @param line index of the line among those that are left
     * @param hit number of the hit among the page's
     */
    void add(int of, int line, int hit) {
        if (counts[of] == pairs[of].length) {
            pairs[of] = Arrays.copyOf(pairs[of], counts[of] * 2);
        }
        pairs[of][counts[of]++] = (long) line << Integer.SIZE | hit;
    }

    /** Returns the candidates of a phase that has not run yet, filtered by trigger, and the filtered elements. */
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

    /** Returns the index of the line among those that are left. */
    int line(Phase phase, int at) {
        return (int) (pairs[phase.ordinal()][at] >>> Integer.SIZE);
    }

    int trigger(Phase phase, int at) {
        return page.trigger((int) pairs[phase.ordinal()][at]);
    }

    /** Forgets the pair: the pattern cannot match the line, whatever is found later. */
    void forget(Phase phase, int at) {
        page.forget((int) pairs[phase.ordinal()][at]);
    }
}
