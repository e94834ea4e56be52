/**
 * Scores results against gold, the articles that a person marked on pages: text, lines and metadata, with intervals. A second run
 * can be compared, and the worst pages are shown.
 *
 * <p>Jackson's parser stays inside.
 */
@NullMarked
package dev.winnow.evaluate;

import org.jspecify.annotations.NullMarked;
