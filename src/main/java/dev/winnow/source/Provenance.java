package dev.winnow.source;

import dev.winnow.document.Crawl;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a document from outside its bytes: from its file, archive entry or record headers.
 *
 * @param origin where the bytes stand, for messages: a path as given, an archive entry, {@code path:record}
 * @param id name of the document in output
 * @param url URL of the document; null when unknown
 * @param crawl how the document was fetched; null when unknown
 * @param charset name of the declared charset, any alias and case; null when none is declared
 */
record Provenance(
        String origin,
        String id,
        @Nullable String url,
        @Nullable Crawl crawl,
        @Nullable String charset) {}
