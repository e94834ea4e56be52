/**
 * Proposes rules for a site from some of its pages: what recurs, where, and what it is taken for. May import all that the façade and
 * {@code fixture} do.
 */
@NullMarked
package dev.winnow.learn;

import org.jspecify.annotations.NullMarked;
