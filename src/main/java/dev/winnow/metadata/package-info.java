/**
 * Turns captures into metadata of an article: dates, people, places, pictures, with evidence.
 */
@NullMarked
package dev.winnow.metadata;

import org.jspecify.annotations.NullMarked;
