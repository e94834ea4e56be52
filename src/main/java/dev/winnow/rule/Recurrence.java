package dev.winnow.rule;

import dev.winnow.document.Line;

/** On how many pages of its site a line stands, as statistics of the site say. For one page and one thread. */
@FunctionalInterface
public interface Recurrence {

    /** Without statistics no line recurs. */
    Recurrence NONE = line -> 0;

    /** How many pages have the line, or its like with other numbers, dates and names; 0 where nothing is known of it. */
    int pages(Line line);
}
