package dev.winnow.document;

/**
 * A value that a page gives for programs, in its head or in attributes.
 *
 * @param field key of the metadata field, such as {@code published}
 * @param text as written, character references resolved; authors are one value each where the page lists them one by one
 * @param evidence where the value stands, such as {@code html/json-ld}
 */
public record HeadValue(String field, String text, String evidence) {}
