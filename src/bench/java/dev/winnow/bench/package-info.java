/** Measures speed, and what the rules do to text a person marked as the article. Not part of the product. */
@NullMarked
package dev.winnow.bench;

import org.jspecify.annotations.NullMarked;
