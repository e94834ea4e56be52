package dev.winnow.source;

import dev.winnow.document.SourceDocument;

/** What came of one piece of input: a document, or why there is none. The rest of the input goes on in either case. */
public sealed interface Input {

    /** Where it came from, for messages: a path as given, or {@code path:line}. */
    String origin();

    /** A document to clean. */
    record Document(String origin, SourceDocument document) implements Input {}

    /**
     * Input that gave no document.
     *
     * @param origin a path as given, {@code path:line:column}, or the argument itself
     * @param message what is wrong and what to do, one line, without the origin
     */
    record Failure(String origin, String message) implements Input {

        /** One line for a person: {@code origin: message}. */
        @Override
        public String toString() {
            return origin + ": " + message;
        }
    }
}
