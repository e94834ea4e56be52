package dev.winnow.source;

import dev.winnow.document.SourceDocument.Undecodable;
import java.util.List;

/**
 * Decoded text, with everything needed to restore the exact bytes: {@link Encoder#encode}.
 *
 * @param text the whole text; it keeps a byte-order mark as U+FEFF
 * @param charset canonical name of the charset that was used
 * @param undecodable bytes that the charset alone would not restore, sorted by offset
 * @param warnings warnings for the user, one sentence each; empty when the declaration was right
 */
public record Decoded(String text, String charset, List<Undecodable> undecodable, List<String> warnings) {

    public Decoded {
        undecodable = List.copyOf(undecodable);
        warnings = List.copyOf(warnings);
    }
}
