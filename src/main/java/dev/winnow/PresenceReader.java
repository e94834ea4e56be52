package dev.winnow;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.Policy;
import dev.winnow.document.Presence;
import dev.winnow.document.Shape;
import dev.winnow.label.Labelling;
import dev.winnow.label.Provenance;
import dev.winnow.rule.Field;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.LexiconEntry;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Estimates whether a page holds an article, as {@code sureness × words / (words + needed)}.
 *
 * <ul>
 *   <li><i>words</i>: number of words in the longest stretch of text without noise lines, plus a tenth of all other words. An
 *       article is one stretch; a list of teasers is many. A word of a line that is not prose counts 5 %.
 *   <li><i>needed</i>: 15 words for one stretch, 10 more for each further one (at most 6); only 5 if the site's rules found
 *       the headline. Each line that says that there is no article, as on error pages, adds 60.
 *   <li><i>sureness</i>: the highest probability of text that the line model gave to a line of the page.
 * </ul>
 *
 * The verdict does not depend on what the policy keeps. Immutable and thread-safe. The constants were chosen on the pages of
 * the wcxb collection, so that 98 of 100 articles are recognised.
 */
final class PresenceReader {

    /** Number of words at which a single stretch is as likely to be an article as not: about one sentence. */
    private static final int NEEDED = 15;

    /** Added to the needed words for each further stretch: one of several may be long by chance. */
    private static final int NEEDED_OF_STRETCH = 10;

    private static final int MOST_STRETCHES = 6;

    /** Minimum number of words of a stretch. Shorter ones are mostly remains of noise. */
    private static final int SHORTEST_STRETCH = 3;

    /** Needed words if the site's own rules found the headline. */
    private static final int NEEDED_OF_SITE = 5;

    /** Added to the needed words for each line that says that there is no article. */
    private static final int AGAINST = 60;

    /** Maximum number of words of a text that is searched for such lines. A longer text only writes about such messages. */
    private static final int MOST_ASKED = 300;

    // Highest probability of a line, in thousandths. It is below SURE on few pages with an article.
    private static final int UNSURE = 350;
    private static final int SURE = 950;
    private static final int CERTAIN = 1000;
    private static final int LEAST = 50;

    // Weight of a word, in hundredths.
    private static final int PROSE = 100;
    private static final int OTHER = 5;

    /** Divisor for words outside of the longest stretch. */
    private static final int ELSEWHERE = 10;

    /** Minimum number of lines of a stanza. Two lines without a blank line between them may be a headline and its date. */
    private static final int FEWEST_OF_STANZA = 3;

    private static final String PAUSES = ",;，；、،؛";

    /** Maximum number of words that are counted, in a line and on a page. More words do not change the verdict. */
    private static final int MANY_WORDS = 10_000;

    /** Phrases of pages without an article, folded, by language. */
    private final Map<String, List<String>> phrases = new TreeMap<>();

    PresenceReader(Lexicons lexicons) {
        lexicons.get("no-article-phrases")
                .map(Lexicon::words)
                .orElse(new TreeMap<>())
                .forEach((language, entries) -> phrases.put(
                        language,
                        entries.stream()
                                .flatMap(entry -> LexiconEntry.read(entry).spellings().stream())
                                .map(Characters::fold)
                                .toList()));
    }

    /** Returns the verdict on a labelled page. */
    Presence read(Page page, Verdicts verdicts, Policy policy, Labelling labelling) {
        List<Line> text = new ArrayList<>();
        int stretch = 0;
        int longest = 0;
        int all = 0;
        int stretches = 0;
        for (Line line : page.lines()) {
            Verdict verdict = verdicts.named(line.index());
            Label label = verdict == null ? Label.BODY : verdict.label();
            // Text that only the policy drops still counts as text.
            boolean gone = verdict != null && verdict.removed() && policy.keeps(label);
            if (label.group() == Label.Group.TEXT && !gone) {
                int words = all < MANY_WORDS * PROSE ? words(page, line) : 0;
                all += words;
                boolean begins = stretch < SHORTEST_STRETCH * PROSE;
                stretch += words;
                stretches += begins && stretch >= SHORTEST_STRETCH * PROSE ? 1 : 0;
                longest = Math.max(longest, stretch);
                text.add(line);
            } else if (label.group() == Label.Group.NOISE) {
                stretch = 0;
            } else if (label == Label.TITLE) {
                text.add(line);
            }
        }
        int words = longest + (all - longest) / ELSEWHERE;
        int needed = knowsSite(labelling) ? NEEDED_OF_SITE : needed(stretches);
        if (words < MOST_ASKED * PROSE) {
            needed += AGAINST * saysNo(text, labelling.language());
        }
        int sure = Math.max(0, Math.min(SURE, labelling.sureness()) - UNSURE) * CERTAIN / (SURE - UNSURE);
        long likely = words == 0 ? 0 : (long) Math.max(LEAST, sure) * words / (words + needed * PROSE);
        return Presence.of((int) likely);
    }

    private static int needed(int stretches) {
        return NEEDED + NEEDED_OF_STRETCH * Math.min(MOST_STRETCHES, Math.max(0, stretches - 1));
    }

    private static int words(Page page, Line line) {
        int words = Math.min(line.words(), MANY_WORDS);
        return words * (isWritten(page, line) ? PROSE : OTHER);
    }

    /**
     * Whether a line is prose, ends like prose, or belongs to a stanza. A line that ends in an ellipsis is none of these:
     * teasers are cut off so.
     */
    private static boolean isWritten(Page page, Line line) {
        if (line.isLink()) {
            return false;
        }
        int last = line.length() - 1;
        while (last > 0 && Characters.isClosing(line.charAt(last))) {
            last--;
        }
        char end = line.charAt(last);
        boolean cut = Characters.isEllipsis(end) || end == '.' && last > 1 && line.charAt(last - 1) == '.';
        if (cut) {
            return false;
        }
        return Characters.isSentenceEnd(end)
                || PAUSES.indexOf(end) >= 0
                || line.is(Shape.SENTENCE_LIKE)
                || page.isSpaced() && page.together(line.index()).length() >= FEWEST_OF_STANZA;
    }

    private static boolean knowsSite(Labelling labelling) {
        return labelling.site() != null
                && labelling.captures().stream()
                        .anyMatch(capture -> capture.field() == Field.TITLE && capture.rank() == Provenance.Rank.SITE);
    }

    /** Returns the number of lines that say that there is no article. */
    private int saysNo(List<Line> lines, @Nullable String language) {
        List<String> said = language != null && phrases.containsKey(language)
                ? Stream.of(language, "en")
                        .distinct()
                        .flatMap(known -> phrases.getOrDefault(known, List.of()).stream())
                        .toList()
                : phrases.values().stream().flatMap(List::stream).toList();
        return (int) lines.stream()
                .map(line -> Characters.fold(line.text()))
                .filter(line -> said.stream().anyMatch(phrase -> says(line, phrase)))
                .count();
    }

    /**
     * Whether a line has a phrase at the start of a word and outside of quotation marks. A quoted phrase is only written about.
     */
    private static boolean says(String line, String phrase) {
        int at = line.indexOf(phrase);
        while (at > 0 && !Characters.isWordStart(line.charAt(at - 1), line.charAt(at))) {
            at = line.indexOf(phrase, at + 1);
        }
        return at >= 0 && IntStream.range(0, at).noneMatch(i -> isQuote(line.charAt(i)));
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '「' || c == '『' || c == '《';
    }
}
