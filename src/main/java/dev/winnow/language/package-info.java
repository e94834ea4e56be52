/**
 * Detects the language of a document. Imports {@code document}; only this package uses the language detector's library. Words
 * and scripts of languages come from a lexicon, not from code.
 */
@NullMarked
package dev.winnow.language;

import org.jspecify.annotations.NullMarked;
