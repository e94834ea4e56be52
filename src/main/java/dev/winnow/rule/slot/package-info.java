/**
 * Slot types of templates: dates, people, places, credits. All words come from lexicons. May import {@code text} and
 * {@code document}.
 */
@NullMarked
package dev.winnow.rule.slot;

import org.jspecify.annotations.NullMarked;
