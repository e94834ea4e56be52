package dev.winnow.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the model says of the lines of a page. For one thread. */
public final class Opinion {

    /** A page whose likeliest lines are less likely than this is judged by them: something has to be its article. */
    private static final int SURE = 900;

    /** So many of the likeliest lines tell how sure the model is of a page. */
    private static final int LIKELIEST = 3;

    /** Prose may be so much less likely than another line and stay. */
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
     * Takes over votes.
     *
     * @param likely for each line, in thousandths
     * @param contributions what each feature contributed to the vote on a line
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

    /** What is said of a page that was judged in parts: its surest part tells how sure the model is of the page. */
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

    /** How likely a line is text of the article, in thousandths. */
    public int likely(int line) {
        return likely[line];
    }

    /** How likely the likeliest line is, in thousandths. */
    public int likeliest() {
        return IntStream.of(likely).max().orElse(0);
    }

    /** How likely the likeliest lines are, in thousandths. */
    private int sureness() {
        return sureness;
    }

    /** How likely a line has to be to stay, in thousandths: less on a page of which nothing is sure. */
    public int limit(int line, Strictness strictness) {
        int limit = strictness.limit() * Math.min(SURE, sureness) / SURE;
        return prose.get(line) ? limit - FOR_PROSE : limit;
    }

    /** Whether a line goes. */
    public boolean drops(int line, Strictness strictness) {
        return likely[line] < limit(line, strictness);
    }

    /** What decided about a line, the strongest first: names of features, for a person. */
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
