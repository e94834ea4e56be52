package dev.winnow.restore;

import dev.winnow.document.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was written with its ledger.
 *
 * @param source what went in
 * @param text what came out
 * @param ledger what happened between the two
 * @param site null when unknown
 * @param labels what stretches of the text are, in order; null where the run did not write them
 */
public record Cleaned(
        Restored source,
        String text,
        Ledger ledger,
        @Nullable String site,
        @Nullable List<Stretch> labels) {

    /**
     * A stretch of the text.
     *
     * @param start where it begins, in UTF-16 units
     * @param end where it ends
     * @param label the key of what it is
     */
    public record Stretch(int start, int end, String label) {}
}
