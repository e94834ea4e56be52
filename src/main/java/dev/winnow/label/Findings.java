package dev.winnow.label;

import dev.winnow.document.HeadValue;
import dev.winnow.document.SourceDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input of the metadata stage: the facts that labelling found about a document.
 *
 * @param source the document as it was read
 * @param language ISO 639-1 code; null when unknown
 * @param site the site pack's domain; null when no site pack applied
 * @param siteName the site pack's name; null likewise, or when the pack gives none
 * @param captures of all accepted matches, in document order
 * @param head machine-readable values of the page, the most trustworthy first; empty for plain text
 */
public record Findings(
        SourceDocument source,
        @Nullable String language,
        @Nullable String site,
        @Nullable String siteName,
        List<Capture> captures,
        List<HeadValue> head) {

    public Findings {
        captures = List.copyOf(captures);
        head = List.copyOf(head);
    }
}
