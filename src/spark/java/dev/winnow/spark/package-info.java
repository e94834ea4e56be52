/**
 * Runs Winnow on Apache Spark. Spark handles partitions, retries, shuffles and storage. The result for a document is the same
 * as on the command line, to the byte.
 *
 * <p>May import the façade and everything above it, and not {@code cli}. Nothing imports it.
 */
@NullMarked
package dev.winnow.spark;

import org.jspecify.annotations.NullMarked;
