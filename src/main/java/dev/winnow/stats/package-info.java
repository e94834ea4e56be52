/**
 * Statistics of lines that recur on the pages of a site: line templates, the pages they stand on, and where.
 */
@NullMarked
package dev.winnow.stats;

import org.jspecify.annotations.NullMarked;
