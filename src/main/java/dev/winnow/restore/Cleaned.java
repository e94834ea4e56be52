package dev.winnow.restore;

import dev.winnow.document.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cleaned record that was written with its ledger.
 *
 * @param source the restored source
 * @param text the cleaned text
 * @param ledger the edits between source and text
 * @param site the site of the record; null if unknown
 * @param labels labelled stretches of the text, in order; null if the run did not write labels
 */
public record Cleaned(
        Restored source,
        String text,
        Ledger ledger,
        @Nullable String site,
        @Nullable List<Stretch> labels) {

    /**
     * A labelled stretch of the text.
     *
     * @param start start offset, in UTF-16 units
     * @param end end offset, exclusive, in UTF-16 units
     * @param label key of the label
     */
    public record Stretch(int start, int end, String label) {}
}
