package dev.winnow.evaluate;

/** The terms that are counted on pages. Each is a sum of parts and a sum of wholes; their ratio is a share or a mean. */
enum Term {
    PRECISION,
    RECALL,
    LETTER_PRECISION,
    LETTER_RECALL,
    WORD_F1,
    EXACT,
    LINE_PRECISION,
    LINE_RECALL,
    FLAT_PRECISION,
    FLAT_RECALL,
    HEADINGS,
    LIST_ITEMS,
    INNER_NOISE,
    WITH,
    WITHOUT,
    PREFIX,
    TITLE_EXACT,
    TITLE_NEAR,
    DATE_RIGHT,
    DATE_WRONG,
    DATE_MISSING,
    DATE_GIVEN,
    AUTHORS,
    AUTHORS_GIVEN,
    LANGUAGE,
    SITE_NAME,
    HARM,
    CHANGED_AGAIN
}
