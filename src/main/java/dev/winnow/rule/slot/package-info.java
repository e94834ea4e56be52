/** Slot types of templates: dates, people, places, credits. May import {@code text} and {@code document}; all words come from lexicons. */
@NullMarked
package dev.winnow.rule.slot;

import org.jspecify.annotations.NullMarked;
