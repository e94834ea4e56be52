/**
 * PDF, office documents, e-books and mail as text or HTML. PDFBox, Tika's office parsers and mime4j stay inside.
 *
 * <p>May import {@code document} and {@code source}. Nothing imports it: its libraries may be missing, so it
 * stands behind {@link dev.winnow.source.RichParser}.
 */
@NullMarked
package dev.winnow.source.office;

import org.jspecify.annotations.NullMarked;
