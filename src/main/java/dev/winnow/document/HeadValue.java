package dev.winnow.document;

/**
 * Something a page says of itself for programs: in its head, or in attributes.
 *
 * @param field key of the metadata field it is for, such as {@code published}
 * @param text as written, character references resolved; for the authors one name each where the page lists them one by one
 * @param evidence where it stands, such as {@code html/json-ld}
 */
public record HeadValue(String field, String text, String evidence) {}
