/**
 * Cleans the inputs of a run within limits of time and memory; an input that fails is rejected with a cause. The command line
 * and Spark share it.
 */
@NullMarked
package dev.winnow.run;

import org.jspecify.annotations.NullMarked;
