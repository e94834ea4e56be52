/**
 * The command line, a thin layer over the façade. Only this package uses picocli and the standard streams of the process.
 *
 * <p>No package imports it.
 */
@NullMarked
package dev.winnow.cli;

import org.jspecify.annotations.NullMarked;
