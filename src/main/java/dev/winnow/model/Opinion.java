package dev.winnow.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The model's judgement of the lines of a page. For one thread. */
public final class Opinion {

    /**
     * Probability of the most likely lines, in thousandths, below which the limit is lowered in proportion. Every page is assumed
     * to hold an article, so its best lines must pass.
     */
    private static final int SURE = 900;

    /** Number of the most likely lines whose mean is the sureness of a page. */
    private static final int LIKELIEST = 3;

    /** Bonus for prose, in thousandths: its limit is lower by this. */
    private static final int FOR_PROSE = 100;

    private static final int REASONS = 3;

    private final int[] likely;
    private final BitSet prose;
    private final int sureness;
    private final IntFunction<List<String>> reasons;

    private Opinion(int[] likely, BitSet prose, int sureness, IntFunction<List<String>> reasons) {
        this.likely = likely;
        this.prose = prose;
        this.sureness = sureness;
        this.reasons = reasons;
    }

    /**
     * Makes an opinion from votes.
     *
     * @param likely probability of each line, in thousandths
     * @param contributions contribution of each feature to the vote on a line
     */
    static Opinion of(Seen seen, int[] likely, IntFunction<int[]> contributions) {
        BitSet prose = new BitSet(likely.length);
        for (int i = 0; i < likely.length; i++) {
            prose.set(i, Looks.isProse(seen.table(), i));
        }
        return new Opinion(
                likely,
                prose,
                sureness(likely),
                line -> reasons(contributions.apply(line), seen.layout().features()));
    }

    /** Joins the opinions about the parts of a page. The highest sureness of a part counts for the page. */
    public static Opinion ofParts(List<Opinion> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int[] likely =
                parts.stream().flatMapToInt(part -> IntStream.of(part.likely)).toArray();
        BitSet prose = new BitSet(likely.length);
        List<IntFunction<List<String>>> reasons = new ArrayList<>();
        for (Opinion part : parts) {
            int from = reasons.size();
            for (int i = 0; i < part.likely.length; i++) {
                prose.set(from + i, part.prose.get(i));
                reasons.add(line -> part.reasons.apply(line - from));
            }
        }
        int sureness = parts.stream().mapToInt(Opinion::sureness).max().orElse(0);
        return new Opinion(likely, prose, sureness, line -> reasons.get(line).apply(line));
    }

    private static int sureness(int[] likely) {
        int[] most = new int[LIKELIEST];
        for (int value : likely) {
            int moved = value;
            for (int i = 0; i < LIKELIEST; i++) {
                int held = most[i];
                most[i] = Math.max(held, moved);
                moved = Math.min(held, moved);
            }
        }
        return IntStream.of(most).sum() / LIKELIEST;
    }

    /** Returns the probability that a line is text of the article, in thousandths. */
    public int likely(int line) {
        return likely[line];
    }

    /** Returns the highest probability of any line, in thousandths. */
    public int likeliest() {
        return IntStream.of(likely).max().orElse(0);
    }

    /** Returns the mean probability of the most likely lines, in thousandths. */
    private int sureness() {
        return sureness;
    }

    /** Returns the minimum probability for a line to stay, in thousandths. It is lower on a page where no line is sure. */
    public int limit(int line, Strictness strictness) {
        int limit = strictness.limit() * Math.min(SURE, sureness) / SURE;
        return prose.get(line) ? limit - FOR_PROSE : limit;
    }

    /** Whether a line is removed. */
    public boolean drops(int line, Strictness strictness) {
        return likely[line] < limit(line, strictness);
    }

    /** Returns the names of the features that decided about a line, the strongest first, for a person. */
    public List<String> reasons(int line) {
        return reasons.apply(line);
    }

    private static List<String> reasons(int[] of, List<Feature> features) {
        boolean against = IntStream.of(of).sum() < 0;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < of.length; i++) {
            if (against ? of[i] < 0 : of[i] > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingInt(i -> -Math.abs(of[i])));
        return order.stream().limit(REASONS).map(i -> features.get(i).name()).toList();
    }
}
