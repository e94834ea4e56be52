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
 * Tells whether a page holds an article: {@code sureness × words / (words + needed)}.
 *
 * <ul>
 *   <li><i>words</i>: those of the longest stretch of text that no noise interrupts, since an article is one and a list of
 *       teasers is many; other text counts a tenth. Lines that are no prose hardly count.
 *   <li><i>needed</i>: some for one stretch, more for each further one; few where the site's rules knew the headline. Each line
 *       that says that there is no article, as error pages do, wants many words more.
 *   <li><i>sureness</i>: how likely the likeliest line is, as the line model says.
 * </ul>
 *
 * Whatever the policy keeps, the verdict is the same. Immutable and thread-safe. The numbers were chosen on the pages of wcxb, so
 * that 98 in 100 articles count as such.
 */
final class PresenceReader {

    /** As many words of a text alone are as likely to be an article as not: a sentence. */
    private static final int NEEDED = 15;

    /** Needed more for each further stretch: one of several is long by chance. */
    private static final int NEEDED_OF_STRETCH = 10;

    private static final int MOST_STRETCHES = 6;

    /** A stretch with fewer words is what noise left over. */
    private static final int SHORTEST_STRETCH = 3;

    /** Needed where the site's own rules knew the headline. */
    private static final int NEEDED_OF_SITE = 5;

    /** Needed for each line that says that there is no article. */
    private static final int AGAINST = 60;

    /** A text with more words is not asked whether it says so: it would only speak of it. */
    private static final int MOST_ASKED = 300;

    // Likelihood of the likeliest line, in thousandths: of few articles it is below SURE.
    private static final int UNSURE = 350;
    private static final int SURE = 950;
    private static final int CERTAIN = 1000;
    private static final int LEAST = 50;

    // What the words of a line count, in hundredths.
    private static final int PROSE = 100;
    private static final int OTHER = 5;

    /** Text outside of the longest stretch counts so much less. */
    private static final int ELSEWHERE = 10;

    /** Fewer lines under each other may be a headline and its date. */
    private static final int FEWEST_OF_STANZA = 3;

    private static final String PAUSES = ",;，；、،؛";

    /** More words say no more. */
    private static final int MANY_WORDS = 10_000;

    /** What pages without an article say, folded, by language. */
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

    /** The verdict on a page, as it was labelled. */
    Presence read(Page page, Verdicts verdicts, Policy policy, Labelling labelling) {
        List<Line> text = new ArrayList<>();
        int stretch = 0;
        int longest = 0;
        int all = 0;
        int stretches = 0;
        for (Line line : page.lines()) {
            Verdict verdict = verdicts.named(line.index());
            Label label = verdict == null ? Label.BODY : verdict.label();
            // What a policy does not keep of the text is still text.
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

    /** Whether a line is prose, ends as prose does, or is one of a stanza. Teasers end in an ellipsis, since they are cut off. */
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

    /** How many lines say that there is no article. */
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

    /** Whether a line has a phrase in words of its own: one that quotes it speaks of it. */
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
