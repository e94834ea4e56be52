/**
 * Scores what was found on pages against what a person says is the article: text, lines, metadata, with intervals, beside another
 * run where there is one, and the worst pages to look at.
 *
 * <p>May import the façade, {@code document}, {@code source} and {@code report}. Jackson's parser stays inside.
 */
@NullMarked
package dev.winnow.evaluate;

import org.jspecify.annotations.NullMarked;
