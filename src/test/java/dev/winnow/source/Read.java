package dev.winnow.source;

import dev.winnow.document.Crawl;
import dev.winnow.document.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of some bytes on standard input.
 *
 * @param documents in order
 * @param failures each as its line for a person
 */
record Read(List<SourceDocument> documents, List<String> failures, String skipped) {

    static Read of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), Limits.DEFAULT);
    }

    static Read of(byte[] bytes, Limits limits) {
        return of(new ByteArrayInputStream(bytes), limits);
    }

    static Read of(InputStream in, Limits limits) {
        List<SourceDocument> documents = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (Inputs inputs = Inputs.of(List.of("-"), in, limits)) {
            while (inputs.hasNext()) {
                Input input = inputs.next();
                if (input instanceof Input.Document document) {
                    documents.add(document.document());
                } else {
                    failures.add(input.toString());
                }
            }
            return new Read(documents, failures, inputs.skipped().toString());
        }
    }

    /** The same, but for where each record stood in its file. */
    Read withoutOffsets() {
        return new Read(
                documents.stream()
                        .map(one -> one.toBuilder()
                                .crawl(
                                        one.crawl() == null
                                                ? null
                                                : new Crawl(one.crawl().time(), null))
                                .build())
                        .toList(),
                failures,
                skipped);
    }

    List<String> ids() {
        return documents.stream().map(SourceDocument::id).toList();
    }

    List<String> texts() {
        return documents.stream().map(SourceDocument::text).toList();
    }
}
