/**
 * Loads rule files into rule values, with a diagnostic for every problem. snakeyaml-engine stays inside.
 */
@NullMarked
package dev.winnow.rule.load;

import org.jspecify.annotations.NullMarked;
