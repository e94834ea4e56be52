/**
 * Reads cleaned records and restores their sources from text and ledger.
 *
 * <p>Jackson's parser stays inside.
 */
@NullMarked
package dev.winnow.restore;

import org.jspecify.annotations.NullMarked;
