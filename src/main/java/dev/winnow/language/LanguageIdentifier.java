package dev.winnow.language;

import dev.winnow.document.Line;
import dev.winnow.document.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language of a document from its prose. If only one language uses the script, the script decides; else stop words
 * decide. If these leave a doubt, n-gram profiles decide; they take seconds to load. The result depends only on the document.
 * Immutable and thread-safe.
 */
public final class LanguageIdentifier {

    /** Units read in the first pass, from the beginnings of some paragraphs; enough for most documents. In UTF-16 units. */
    private static final int GLANCE_UNITS = 700;

    private static final int GLANCE_LINE_UNITS = 150;
    /** Maximum number of UTF-16 units read for the other documents. More does not change the result. */
    private static final int SAMPLE_UNITS = 2_400;

    /** Minimum number of words of prose. With fewer, the other lines are read too. */
    private static final int ENOUGH_WORDS = 40;
    /** Minimum number of letters of a script. Fewer may be a name or a quotation. */
    private static final int MIN_LETTERS = 12;
    /** Minimum number of letters for n-gram profiles. For shorter text they are unreliable. */
    private static final int MIN_LETTERS_IN_DOUBT = 100;

    private static final int MIN_HITS = 3;
    /**
     * Minimum share of stop words of the best language among all words. In prose the share is a third to a half, less in
     * languages that use endings instead.
     */
    private static final double MIN_SHARE = 0.10;

    /** The same minimum if no other language has a third as many. Lists and tables have few function words. */
    private static final double MIN_SHARE_ALONE = 0.05;

    private static final int MIN_LEAD = 2;
    /** Minimum lead over the second language, as a share of all words. */
    private static final double MIN_LEAD_SHARE = 0.025;
    /** The same minimum after the first pass. */
    private static final double MIN_GLANCE_LEAD_SHARE = 0.10;

    private final StopWords stopWords;
    private final UnaryOperator<@Nullable String> inDoubt;

    /**
     * @param stopWords function words of each language (ISO 639-1 code), in lower case and NFC. A language that alone uses its
     *     script needs only a few words, which show the script.
     */
    public LanguageIdentifier(Map<String, List<String>> stopWords) {
        this(stopWords, Profiles::identify);
    }

    LanguageIdentifier(Map<String, List<String>> stopWords, UnaryOperator<@Nullable String> inDoubt) {
        this.stopWords = new StopWords(stopWords);
        this.inDoubt = inDoubt;
    }

    /**
     * The detected language of a document.
     *
     * @param language ISO 639-1 code; null when there is too little prose or no language fits clearly
     * @param byProse whether only sentence-like lines decided; then a change of other lines does not change the result
     * @param lastRead index of the last line that was read; a change of later lines does not change the result
     */
    public record Identification(@Nullable String language, boolean byProse, int lastRead) {}

    /** Returns the language of most of the document's prose, and what decided. */
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

    /** Reads the beginnings of the lines that are prose, or of the others, up to a limit. Returns the number of units left. */
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
