package dev.winnow.source;

import dev.winnow.document.SourceDocument.Undecodable;
import java.util.List;

/**
 * Bytes as text, with all that is needed to have the very bytes back: {@link Encoder#encode}.
 *
 * @param text the whole text; a byte-order mark stands in it as U+FEFF
 * @param charset canonical name of the charset that was used
 * @param undecodable what the charset alone would not bring back, in order of offset
 * @param warnings what a person should know, one sentence each; empty when all went as declared
 */
public record Decoded(String text, String charset, List<Undecodable> undecodable, List<String> warnings) {

    public Decoded {
        undecodable = List.copyOf(undecodable);
        warnings = List.copyOf(warnings);
    }
}
