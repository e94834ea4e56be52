/**
 * Slot types of templates: dates, people, places, credits. All words come from lexicons.
 */
@NullMarked
package dev.winnow.rule.slot;

import org.jspecify.annotations.NullMarked;
