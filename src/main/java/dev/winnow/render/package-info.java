/**
 * Turns an article into text or bytes: JSON, plain text, Markdown, TEI, annotated lines. {@code output} writes them.
 */
@NullMarked
package dev.winnow.render;

import org.jspecify.annotations.NullMarked;
