/**
 * The line model: tells the lines of an article from the rest of a page, where no rule applies. It was learnt from pages on which
 * a person marked the article. It knows no site, and no words but those with a weight. All results are whole numbers, so they are
 * the same on every machine.
 */
@NullMarked
package dev.winnow.model;

import org.jspecify.annotations.NullMarked;
