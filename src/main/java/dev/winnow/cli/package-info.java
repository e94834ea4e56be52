/**
 * The command line: a thin shell over the façade. The only package that knows picocli and the process's streams.
 *
 * <p>No package imports it.
 */
@NullMarked
package dev.winnow.cli;

import org.jspecify.annotations.NullMarked;
