package dev.winnow.render;

/**
 * One article as bytes, ready to write.
 *
 * @param id id of the article
 * @param bytes UTF-8; callers must not change them
 */
public record Rendered(String id, byte[] bytes) {}
