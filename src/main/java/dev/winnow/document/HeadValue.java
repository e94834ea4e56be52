package dev.winnow.document;

/**
 * A machine-readable metadata value of a page, from its head or from attributes.
 *
 * @param field key of the metadata field, such as {@code published}
 * @param text as written, character references resolved; authors are one value each where the page lists them one by one
 * @param evidence where the value stands, such as {@code html/json-ld}
 */
public record HeadValue(String field, String text, String evidence) {}
