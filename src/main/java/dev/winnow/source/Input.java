package dev.winnow.source;

import dev.winnow.document.SourceDocument;

/**
 * Result of reading one piece of input: a document, or the reason why there is none. In both cases the rest of the input is
 * read.
 */
public sealed interface Input {

    /** Origin of the input, for messages: a path as given, or {@code path:line}. */
    String origin();

    /** A document to clean. */
    record Document(String origin, SourceDocument document) implements Input {}

    /**
     * Input without a document.
     *
     * @param origin a path as given, {@code path:line:column}, or the argument itself
     * @param message what is wrong and what to do, one line, without the origin
     */
    record Failure(String origin, String message) implements Input {

        /** Returns one line for the user: {@code origin: message}. */
        @Override
        public String toString() {
            return origin + ": " + message;
        }
    }
}
