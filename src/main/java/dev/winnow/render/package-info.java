/**
 * One article becomes text or bytes: JSON, plain text, Markdown, TEI, annotated lines. Where they go is {@code output}'s job.
 */
@NullMarked
package dev.winnow.render;

import org.jspecify.annotations.NullMarked;
