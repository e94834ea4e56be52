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

    /** So many words of prose are as likely to be an article as not, as far as their number goes: two sentences. */
    private static final int BRIEF = 30;

    // Sureness of the line model: of 9 in 10 pages with an article it is above 950, of lists and collections it is
    // mostly lower.
    private static final int NOT_SURE = 400;
    private static final int SURE = 950;

    private static final int LIKELY = 700;
    private static final int UNLIKELY = 300;
    private static final int CERTAIN = 1000;

    /**
     * Judges by what is left of a page.
     *
     * @param words of prose in the text
     * @param sureness how likely the likeliest lines are, in thousandths, as far as a model says
     */
    public static Presence of(int words, int sureness) {
        int bySureness = Math.max(0, Math.min(SURE, sureness) - NOT_SURE) * CERTAIN / (SURE - NOT_SURE);
        int likely = (int) ((long) bySureness * words / (words + BRIEF));
        Verdict verdict = likely >= LIKELY ? Verdict.YES : likely >= UNLIKELY ? Verdict.DOUBTFUL : Verdict.NONE;
        int confidence = verdict == Verdict.NONE ? CERTAIN - likely : likely;
        return new Presence(verdict, confidence / (double) CERTAIN);
    }
}
