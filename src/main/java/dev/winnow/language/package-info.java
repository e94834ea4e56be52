/**
 * Tells the language of a document. Imports {@code document} and the language detector's library, which stays inside. Which
 * words and scripts stand for which language is not known here but comes from a lexicon.
 */
@NullMarked
package dev.winnow.language;

import org.jspecify.annotations.NullMarked;
