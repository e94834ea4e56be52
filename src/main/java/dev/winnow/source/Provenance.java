package dev.winnow.source;

import dev.winnow.document.Crawl;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of a document's bytes tell of them: its file, its archive's entry, its record's headers.
 *
 * @param origin where the bytes stand, for messages: a path as given, an archive's entry, {@code path:record}
 * @param id what the document is called in output
 * @param url where it was found; null when unknown
 * @param crawl how it was fetched; null when unknown
 * @param charset the charset's name as declared, any alias and case; null when nobody told
 */
record Provenance(
        String origin,
        String id,
        @Nullable String url,
        @Nullable Crawl crawl,
        @Nullable String charset) {}
