package dev.winnow.language;

import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a document from its prose: by the script where only one language is written in it, else by stop
 * words, and only if these leave a doubt by n-gram profiles, which take seconds to load. What it answers depends on the
 * document alone. Immutable and thread-safe.
 */
public final class LanguageIdentifier {

    /** A glance at the beginnings of some paragraphs is enough for most documents. In UTF-16 units. */
    private static final int GLANCE_UNITS = 700;

    private static final int GLANCE_LINE_UNITS = 150;
    /** A few paragraphs for the others: more does not change the answer. In UTF-16 units. */
    private static final int SAMPLE_UNITS = 2_400;

    /** With less prose than this the other lines are read too. */
    private static final int ENOUGH_WORDS = 40;
    /** So much of a script says that it is no name or quotation. */
    private static final int MIN_LETTERS = 12;
    /** N-grams of less text than this say little. */
    private static final int MIN_LETTERS_IN_DOUBT = 100;

    private static final int MIN_HITS = 3;
    /** The best language's stop words among all words: a third to a half in prose, less where endings serve instead. */
    private static final double MIN_SHARE = 0.10;

    /** Enough where no other language has a third as many: lists and tables are poor in function words. */
    private static final double MIN_SHARE_ALONE = 0.05;

    private static final int MIN_LEAD = 2;
    /** By how much of all words the best language must be ahead of the next. */
    private static final double MIN_LEAD_SHARE = 0.025;
    /** The same after a glance only. */
    private static final double MIN_GLANCE_LEAD_SHARE = 0.10;

    private final StopWords stopWords;
    private final UnaryOperator<@Nullable String> inDoubt;

    /**
     * @param stopWords for each language (ISO 639-1 code) its function words, in lower case and NFC. A language whose script no
     *     other one here uses needs only some words to show its script.
     */
    public LanguageIdentifier(Map<String, List<String>> stopWords) {
        this(stopWords, Profiles::identify);
    }

    LanguageIdentifier(Map<String, List<String>> stopWords, UnaryOperator<@Nullable String> inDoubt) {
        this.stopWords = new StopWords(stopWords);
        this.inDoubt = inDoubt;
    }

    /**
     * What a document was taken for.
     *
     * @param language ISO 639-1 code; null when there is too little prose or no language fits clearly
     * @param byProse whether its sentence-like lines alone decided, so that the others may change
     * @param lastRead number of the last line that was read; those behind it may change, too
     */
    public record Identification(@Nullable String language, boolean byProse, int lastRead) {}

    /** The language that most of the document's prose is written in, and what decided. */
    public Identification identify(List<Line> lines) {
        Tally glance = new Tally(stopWords);
        read(lines, true, GLANCE_UNITS, GLANCE_LINE_UNITS, glance);
        if (glance.words() >= ENOUGH_WORDS) {
            String clear = decide(glance, MIN_GLANCE_LEAD_SHARE);
            if (clear != null) {
                return new Identification(clear, true, glance.lastLine());
            }
        }
        Tally tally = new Tally(stopWords);
        int left = read(lines, true, SAMPLE_UNITS, SAMPLE_UNITS, tally);
        boolean enough = tally.words() >= ENOUGH_WORDS;
        boolean prose = tally.letters(tally.mainScript()) >= MIN_LETTERS_IN_DOUBT;
        String clear = decide(tally, MIN_LEAD_SHARE);
        boolean byProse = clear != null || enough;
        if (!byProse) {
            read(lines, false, left, left, tally);
            clear = decide(tally, MIN_LEAD_SHARE);
        }
        boolean known = stopWords.languagesIn(tally.mainScript()).length > 0;
        return new Identification(
                clear == null && prose && known ? inDoubt.apply(sample(lines)) : clear, byProse, Integer.MAX_VALUE);
    }

    /** Reads the beginnings of the lines that are prose, or of the others, up to a number of units; tells how many are left. */
    private static int read(List<Line> lines, boolean prose, int units, int lineUnits, Tally tally) {
        int left = units;
        for (int i = 0; i < lines.size() && left > 0; i++) {
            Line line = lines.get(i);
            if (line.is(Shape.SENTENCE_LIKE) == prose) {
                int end = Math.min(Math.min(left, lineUnits), line.length());
                tally.read(line, end);
                left -= end;
            }
        }
        return left;
    }

    private @Nullable String decide(Tally tally, double minLeadShare) {
        int script = tally.mainScript();
        if (tally.letters(script) < MIN_LETTERS) {
            return null;
        }
        int[] candidates = stopWords.languagesIn(script);
        return switch (candidates.length) {
            case 0 -> null;
            case 1 -> stopWords.code(candidates[0]);
            default -> byStopWords(candidates, tally, minLeadShare);
        };
    }

    private @Nullable String byStopWords(int[] candidates, Tally tally, double minLeadShare) {
        int best = candidates[0];
        int second = 0;
        for (int i = 1; i < candidates.length; i++) {
            int hits = tally.hits(candidates[i]);
            if (hits > tally.hits(best)) {
                second = tally.hits(best);
                best = candidates[i];
            } else {
                second = Math.max(second, hits);
            }
        }
        int hits = tally.hits(best);
        int lead = hits - second;
        double minShare = hits > 3 * second ? MIN_SHARE_ALONE : MIN_SHARE;
        boolean clear = hits >= MIN_HITS
                && lead >= MIN_LEAD
                && hits >= minShare * tally.words()
                && lead >= minLeadShare * tally.words();
        return clear ? stopWords.code(best) : null;
    }

    private static String sample(List<Line> lines) {
        StringBuilder sample = new StringBuilder(SAMPLE_UNITS + 64);
        for (int i = 0; i < lines.size() && sample.length() < SAMPLE_UNITS; i++) {
            Line line = lines.get(i);
            if (line.is(Shape.SENTENCE_LIKE)) {
                int end = Math.min(SAMPLE_UNITS - sample.length(), line.length());
                sample.append(line.text(), 0, end).append('\n');
            }
        }
        return sample.toString();
    }
}
