/**
 * Articles become output: JSON Lines, text, Markdown, TEI, annotated lines; to a stream, a file or a folder. And the way back:
 * {@link dev.winnow.writer.Restore}.
 *
 * <p>May import {@code document} and {@code source}. Jackson's parser stays inside.
 */
@NullMarked
package dev.winnow.writer;

import org.jspecify.annotations.NullMarked;
