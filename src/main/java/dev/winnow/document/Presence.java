package dev.winnow.document;

import java.util.Locale;

/**
 * Tells whether a page holds an article at all. Error pages, consent walls, log-in forms, lists of links and empty pages hold
 * none.
 *
 * @param confidence from 0 to 1, with three decimals: for {@link Verdict#NONE} that there is no article, else that there is one
 */
public record Presence(Verdict verdict, double confidence) {

    /** The three possible verdicts. */
    public enum Verdict {
        /** There is an article. */
        YES,
        /** There may be an article, or something similar. */
        DOUBTFUL,
        /** There is none. */
        NONE;

        /** The name in output. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LIKELY = 700;
    private static final int UNLIKELY = 300;
    private static final int CERTAIN = 1000;

    /**
     * Returns the verdict for a probability: from 700 on {@link Verdict#YES}, from 300 on {@link Verdict#DOUBTFUL}.
     *
     * @param likely probability that the page holds an article, in thousandths
     */
    public static Presence of(int likely) {
        Verdict verdict = likely >= LIKELY ? Verdict.YES : likely >= UNLIKELY ? Verdict.DOUBTFUL : Verdict.NONE;
        int confidence = verdict == Verdict.NONE ? CERTAIN - likely : likely;
        return new Presence(verdict, confidence / (double) CERTAIN);
    }
}
