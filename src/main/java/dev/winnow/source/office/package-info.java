/**
 * Converts PDF, office documents, e-books and mail to text or HTML. Only this package uses PDFBox, Tika's office parsers and
 * mime4j.
 *
 * <p>No package imports it, because its libraries may be missing; callers use {@link dev.winnow.source.RichParser}.
 */
@NullMarked
package dev.winnow.source.office;

import org.jspecify.annotations.NullMarked;
