/**
 * The façade: what a program calls to clean articles.
 */
@NullMarked
package dev.winnow;

import org.jspecify.annotations.NullMarked;
