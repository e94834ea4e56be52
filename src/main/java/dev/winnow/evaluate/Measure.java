package dev.winnow.evaluate;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The measures; each value is from 0 to 1. */
public enum Measure {
    F1("f1", "text: F1 of 4-word sequences", Term.PRECISION, Term.RECALL),
    PRECISION("precision", "text: precision", Term.PRECISION),
    RECALL("recall", "text: recall", Term.RECALL),
    F1_CHAR("f1_char", "text: F1, Chinese, Japanese … by letter", Term.LETTER_PRECISION, Term.LETTER_RECALL),
    WORD_F1("word_f1", "text: F1 of words in any order", Term.WORD_F1),
    ACCURACY("accuracy", "text: exactly the gold's words", Term.EXACT),
    LINE_PRECISION("line_precision", "lines: precision", Term.LINE_PRECISION),
    LINE_RECALL("line_recall", "lines: recall", Term.LINE_RECALL),
    FLAT_PRECISION("flat_line_precision", "lines of the flat page: precision", Term.FLAT_PRECISION),
    FLAT_RECALL("flat_line_recall", "lines of the flat page: recall", Term.FLAT_RECALL),
    FLAT_F1("flat_line_f1", "lines of the flat page: F1", Term.FLAT_PRECISION, Term.FLAT_RECALL),
    HEADINGS("headings_kept", "sub-headings of the article kept", Term.HEADINGS),
    LIST_ITEMS("list_items_kept", "list items of the article kept", Term.LIST_ITEMS),
    NOISE("inner_noise_removed", "noise lines within the article removed", Term.INNER_NOISE),
    WITH("with", "wanted fragments found", Term.WITH),
    WITHOUT("without", "unwanted fragments found (less is better)", Term.WITHOUT),
    PREFIX("prefix", "first words found", Term.PREFIX),
    TITLE_EXACT("title_exact", "title: exact", Term.TITLE_EXACT),
    TITLE_NEAR("title_near", "title: exact or near", Term.TITLE_NEAR),
    DATE("date", "date: right", Term.DATE_RIGHT),
    DATE_WRONG("date_wrong", "date: wrong (less is better)", Term.DATE_WRONG),
    DATE_MISSING("date_missing", "date: missing (less is better)", Term.DATE_MISSING),
    DATE_PRECISION("date_precision", "date: right, where one is given", Term.DATE_GIVEN),
    AUTHORS_F1("authors_f1", "authors: F1", Term.AUTHORS),
    AUTHORS_GIVEN("authors_f1_given", "authors: F1, where some are given", Term.AUTHORS_GIVEN),
    LANGUAGE("lang", "language: right", Term.LANGUAGE),
    SITE_NAME("site_name", "name of the site: exact or near", Term.SITE_NAME),
    HARM("harm", "words of clean text removed (less is better)", Term.HARM),
    CHANGED_AGAIN("changed_again", "changed by a second cleaning (less is better)", Term.CHANGED_AGAIN);

    private static final Set<Measure> LESS_IS_BETTER =
            EnumSet.of(WITHOUT, DATE_WRONG, DATE_MISSING, HARM, CHANGED_AGAIN);

    private final String key;
    private final String title;
    private final @Nullable Term precision;
    private final Term ratio;

    Measure(String key, String title, Term ratio) {
        this(key, title, null, ratio);
    }

    Measure(String key, String title, @Nullable Term precision, Term recall) {
        this.key = key;
        this.title = title;
        this.precision = precision;
        this.ratio = recall;
    }

    /** Returns the name for programs. */
    public String key() {
        return key;
    }

    /** Returns the name for people. */
    public String title() {
        return title;
    }

    /** Whether a smaller value is the better one. */
    public boolean lessIsBetter() {
        return LESS_IS_BETTER.contains(this);
    }

    /** Returns the precision, if the measure is the harmonic mean of precision and recall; null if it is a single ratio. */
    @Nullable
    Term precision() {
        return precision;
    }

    /** Returns the ratio, or the recall. */
    Term ratio() {
        return ratio;
    }
}
