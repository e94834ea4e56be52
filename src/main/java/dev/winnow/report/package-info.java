/**
 * What a run did, to read afterwards: statistics that take bounded memory over any number of documents, as JSON for programs
 * and as one HTML page for people.
 *
 * <p>May import the façade and {@code document}. Jackson's generator stays inside.
 */
@NullMarked
package dev.winnow.report;

import org.jspecify.annotations.NullMarked;
