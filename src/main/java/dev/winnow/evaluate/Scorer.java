package dev.winnow.evaluate;

import dev.winnow.Winnow;
import dev.winnow.document.Block;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the result for one page with its gold. The text is compared by sequences of four words as multisets; on each page,
 * common sequences count as a share of those found and of those in gold. Precision is the mean over the pages on which something
 * was found, recall the mean over those with gold, and F1 comes from the two means. The scrapinghub article extraction benchmark
 * counts in this way, so figures can be compared with published ones. For one page; not thread-safe.
 */
public final class Scorer {

    /** Number of the first words of an article that are compared. */
    private static final int PREFIX_WORDS = 8;

    private final Gold gold;
    private final List<String> words;
    private final List<String> letters;
    private final TextLines article;
    private final @Nullable Winnow winnow;
    private @Nullable Structure structure;

    /** @param winnow reads the page's markup; null to leave out headings and list items */
    public Scorer(Gold gold, @Nullable Winnow winnow) {
        this.gold = gold;
        String text = gold.text() == null ? "" : gold.text();
        this.words = Tokens.words(text);
        this.letters = Tokens.letters(text);
        this.article = new TextLines(text, Shingles.of(letters));
        this.winnow = winnow;
    }

    /** Returns the scores of one prediction. */
    public Tally score(Prediction found) {
        Tally tally = new Tally();
        Prediction.Harm harm = found.harm();
        if (harm != null) {
            tally.add(Term.HARM, harm.removed(), harm.words());
            tally.add(Term.CHANGED_AGAIN, harm.changedAgain());
            return tally;
        }
        if (gold.text() != null) {
            text(gold.text(), found, tally);
        }
        fragments(found.text(), tally);
        meta(gold.meta(), found.meta(), tally);
        return tally;
    }

    private void text(String text, Prediction found, Tally tally) {
        List<String> foundWords = Tokens.words(found.text());
        List<String> foundLetters = Tokens.letters(found.text());
        Shingles foundByLetter = Shingles.of(foundLetters);
        shingles(Shingles.of(words), Shingles.of(foundWords), Term.PRECISION, Term.RECALL, tally);
        shingles(Shingles.of(letters), foundByLetter, Term.LETTER_PRECISION, Term.LETTER_RECALL, tally);
        tally.add(Term.WORD_F1, lower(text).f1(lower(found.text())), 1);
        tally.add(Term.EXACT, words.equals(foundWords));

        TextLines lines = new TextLines(found.text(), foundByLetter);
        tally.add(Term.LINE_PRECISION, article.held(lines), lines.lines().size());
        tally.add(Term.LINE_RECALL, lines.held(article), article.lines().size());
        kept(Term.HEADINGS, Block.Element.HEADING, lines, tally);
        kept(Term.LIST_ITEMS, Block.Element.LIST_ITEM, lines, tally);
        if (gold.flatLabels() != null) {
            flat(gold.flatLabels(), found.labels(), tally);
            noise(gold.flatLabels(), found.labels(), lines, tally);
        }
    }

    private static Shingles lower(String text) {
        return Shingles.single(Tokens.words(text.toLowerCase(Locale.ROOT)));
    }

    private static void shingles(Shingles gold, Shingles found, Term precision, Term recall, Tally tally) {
        int common = gold.common(found);
        tally.add(precision, (double) common / Math.max(1, found.size()), found.size() > 0 ? 1 : 0);
        tally.add(recall, (double) common / Math.max(1, gold.size()), gold.size() > 0 ? 1 : 0);
    }

    private void kept(Term term, Block.Element element, TextLines found, Tally tally) {
        List<String> lines = structure().of(element);
        tally.add(term, lines.stream().filter(found::holds).count(), lines.size());
    }

    private Structure structure() {
        Structure known = structure;
        if (known == null) {
            known = winnow == null ? Structure.UNKNOWN : Structure.of(gold, article, winnow);
            structure = known;
        }
        return known;
    }

    private static void flat(boolean[] right, boolean @Nullable [] labels, Tally tally) {
        int both = 0;
        int kept = 0;
        int wanted = 0;
        for (int i = 0; labels != null && i < Math.min(right.length, labels.length); i++) {
            both += right[i] && labels[i] ? 1 : 0;
            kept += labels[i] ? 1 : 0;
            wanted += right[i] ? 1 : 0;
        }
        tally.add(Term.FLAT_PRECISION, both, kept);
        tally.add(Term.FLAT_RECALL, both, wanted);
    }

    /**
     * Counts noise lines between the first and the last line of the article. Noise lines that repeat a line of the article are
     * left out.
     */
    private void noise(boolean[] right, boolean @Nullable [] labels, TextLines found, Tally tally) {
        List<String> lines = gold.flatLines();
        int first = 0;
        while (first < right.length && !right[first]) {
            first++;
        }
        int last = right.length - 1;
        while (last > first && !right[last]) {
            last--;
        }
        int noise = 0;
        int removed = 0;
        for (int i = first; i < last; i++) {
            if (!right[i] && !TextLines.key(lines.get(i)).isEmpty() && !article.holds(lines.get(i))) {
                noise++;
                boolean kept = labels == null || i >= labels.length ? found.holds(lines.get(i)) : labels[i];
                removed += kept ? 0 : 1;
            }
        }
        tally.add(Term.INNER_NOISE, removed, noise);
    }

    private void fragments(String text, Tally tally) {
        String low = Tokens.spaced(text.toLowerCase(Locale.ROOT));
        tally.add(Term.WITH, share(gold.with(), low), gold.with().isEmpty() ? 0 : 1);
        tally.add(Term.WITHOUT, share(gold.without(), low), gold.without().isEmpty() ? 0 : 1);
        if (gold.prefix() != null && !text.isEmpty()) {
            List<String> first = Tokens.words(gold.prefix().toLowerCase(Locale.ROOT));
            String wanted = String.join(" ", first.subList(0, Math.min(first.size(), PREFIX_WORDS)));
            tally.add(
                    Term.PREFIX,
                    String.join(" ", Tokens.words(text.toLowerCase(Locale.ROOT)))
                            .contains(wanted));
        }
    }

    private static double share(List<String> fragments, String low) {
        long found = fragments.stream()
                .filter(fragment -> low.contains(Tokens.spaced(fragment.toLowerCase(Locale.ROOT))))
                .count();
        return (double) found / Math.max(1, fragments.size());
    }

    private static void meta(Meta gold, Meta found, Tally tally) {
        if (gold.title() != null) {
            tally.add(Term.TITLE_EXACT, Names.same(gold.title(), found.title()));
            tally.add(Term.TITLE_NEAR, Names.near(gold.title(), found.title()));
        }
        Days day = Days.of(gold.date());
        if (day != null) {
            Days given = Days.of(found.date());
            boolean right = given != null && day.isSame(given);
            tally.add(Term.DATE_RIGHT, right);
            tally.add(Term.DATE_WRONG, given != null && !right);
            tally.add(Term.DATE_MISSING, given == null);
            tally.add(Term.DATE_GIVEN, right ? 1 : 0, given == null ? 0 : 1);
        }
        if (!gold.authors().isEmpty()) {
            Set<String> people = Names.people(found.authors());
            double f1 = Names.f1(Names.people(gold.authors()), people);
            tally.add(Term.AUTHORS, f1, 1);
            tally.add(Term.AUTHORS_GIVEN, f1, people.isEmpty() ? 0 : 1);
        }
        if (gold.language() != null) {
            tally.add(Term.LANGUAGE, sameLanguage(gold, found));
        }
        if (gold.siteName() != null) {
            tally.add(Term.SITE_NAME, Names.near(gold.siteName(), found.siteName()));
        }
    }

    static boolean sameLanguage(Meta gold, Meta found) {
        return code(gold.language()).equals(code(found.language()));
    }

    private static String code(@Nullable String language) {
        String code = language == null ? "" : language.toLowerCase(Locale.ROOT);
        return code.substring(0, Math.min(2, code.length()));
    }
}
