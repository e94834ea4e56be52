/**
 * One article becomes text or bytes: JSON, plain text, Markdown, TEI, annotated lines. Where they go is {@code output}'s job.
 *
 * <p>May import {@code document}.
 */
@NullMarked
package dev.winnow.render;

import org.jspecify.annotations.NullMarked;
