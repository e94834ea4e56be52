/**
 * Reports about a run: statistics in bounded memory for any number of documents, as JSON for programs and as one HTML page for
 * people.
 *
 * <p>Jackson's generator stays inside.
 */
@NullMarked
package dev.winnow.report;

import org.jspecify.annotations.NullMarked;
