/**
 * What becomes of one input in a run over many: cleaned within its time and memory, or set aside with a cause. The command line and
 * Spark share it.
 *
 * <p>May import the façade, {@code source}, {@code render} and {@code report}.
 */
@NullMarked
package dev.winnow.run;

import org.jspecify.annotations.NullMarked;
