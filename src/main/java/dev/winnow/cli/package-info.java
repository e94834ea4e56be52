/**
 * The command line: a thin shell over the façade. The only package that knows picocli and the process's streams.
 *
 * <p>May import every other package; none imports it.
 */
@NullMarked
package dev.winnow.cli;

import org.jspecify.annotations.NullMarked;
