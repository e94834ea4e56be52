package dev.winnow.document;

import java.util.Locale;

/**
 * Whether a page holds an article at all: error pages, walls of consent, log-in forms, lists of links and empty shells hold none.
 *
 * @param confidence from 0 to 1, with three decimals: of {@link Verdict#NONE} that there is no article, else that there is one
 */
public record Presence(Verdict verdict, double confidence) {

    /** What is said of the page. */
    public enum Verdict {
        /** There is an article. */
        YES,
        /** There may be one, or something like it. */
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
     * The verdict on a page.
     *
     * @param likely how likely it holds an article, in thousandths
     */
    public static Presence of(int likely) {
        Verdict verdict = likely >= LIKELY ? Verdict.YES : likely >= UNLIKELY ? Verdict.DOUBTFUL : Verdict.NONE;
        int confidence = verdict == Verdict.NONE ? CERTAIN - likely : likely;
        return new Presence(verdict, confidence / (double) CERTAIN);
    }
}
