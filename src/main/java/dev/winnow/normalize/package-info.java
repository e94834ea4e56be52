/**
 * Turns decoded text into normal text and keeps every offset. Each step is one small class with one configuration name. Only
 * this package uses the entity tables of Commons Text.
 */
@NullMarked
package dev.winnow.normalize;

import org.jspecify.annotations.NullMarked;
