package dev.winnow.rule;

import dev.winnow.document.Line;

/** Number of pages of the site that have a line, by site statistics. For one page and one thread. */
@FunctionalInterface
public interface Recurrence {

    /** Without statistics no line recurs. */
    Recurrence NONE = line -> 0;

    /**
     * Returns the number of pages with the line, or with a line that differs only in numbers, dates and names; 0 when
     * unknown.
     */
    int pages(Line line);
}
