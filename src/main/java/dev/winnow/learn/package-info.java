/**
 * Proposes rules for a site from some of its pages: for lines that recur, by their place and their present label.
 */
@NullMarked
package dev.winnow.learn;

import org.jspecify.annotations.NullMarked;
