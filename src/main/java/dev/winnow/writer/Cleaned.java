package dev.winnow.writer;

import dev.winnow.document.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A record that was written with its ledger.
 *
 * @param source what went in
 * @param text what came out
 * @param ledger what happened between the two
 * @param site null when unknown
 */
public record Cleaned(
        Restored source,
        String text,
        Ledger ledger,
        @Nullable String site) {}
