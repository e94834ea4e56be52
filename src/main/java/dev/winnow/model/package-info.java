/**
 * The line model: tells the lines of an article from the rest of a page that nobody wrote rules for. Learnt from pages on which a
 * person marked the article; knows no site and no wording but what its weights hold. Works in whole numbers, so every machine says
 * the same.
 */
@NullMarked
package dev.winnow.model;

import org.jspecify.annotations.NullMarked;
