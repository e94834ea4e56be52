package dev.winnow.render;

/**
 * One article as bytes, ready to be written.
 *
 * @param id the article's
 * @param bytes UTF-8; not to be changed
 */
public record Rendered(String id, byte[] bytes) {}
