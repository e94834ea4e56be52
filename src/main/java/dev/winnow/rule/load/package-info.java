/**
 * Loads rule files into rule values, with a diagnostic for every problem. May import {@code document}, {@code rule},
 * {@code rule.slot}, {@code source.html}; snakeyaml-engine stays inside.
 */
@NullMarked
package dev.winnow.rule.load;

import org.jspecify.annotations.NullMarked;
