/**
 * What may stand in the typed slots of templates: dates, people, places, credits. May import {@code document} only; words come
 * from lexicons.
 */
@NullMarked
package dev.winnow.rule.slot;

import org.jspecify.annotations.NullMarked;
