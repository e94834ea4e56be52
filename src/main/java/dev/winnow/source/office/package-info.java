/**
 * PDF, office documents, e-books and mail as text or HTML. PDFBox, Tika's office parsers and mime4j stay inside.
 *
 * <p>May import {@code document} and {@code source}. Nothing imports it: it needs libraries that may not be there, so it is loaded
 * by name ({@link dev.winnow.library.Library#DOCUMENTS}), and compiled apart ({@code pom.xml}, profile {@code documents}).
 */
@NullMarked
package dev.winnow.source.office;

import org.jspecify.annotations.NullMarked;
