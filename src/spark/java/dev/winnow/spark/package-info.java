/**
 * The same cleaning on Apache Spark: partitions, retries, shuffles and storage are Spark's; a document is cleaned as the command line
 * cleans it, to the byte.
 *
 * <p>May import the façade and everything above it, and not {@code cli}. Nothing imports it.
 */
@NullMarked
package dev.winnow.spark;

import org.jspecify.annotations.NullMarked;
