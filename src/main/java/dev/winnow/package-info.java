/**
 * The façade: what a program calls to clean articles.
 *
 * <p>May import every package above it in the data flow ({@code document} to {@code output}), never {@code fixture} or
 * {@code cli}.
 */
@NullMarked
package dev.winnow;

import org.jspecify.annotations.NullMarked;
