package dev.winnow.render;

import dev.winnow.document.Article;

/** Writes an article in one format. Thread-safe: all state is in the buffer. */
interface Renderer {

    void render(Article article, Utf8Buffer out);

    /** Writes what precedes an article in a file of its own. */
    default void beginFile(Utf8Buffer out) {}

    /** Writes what precedes an article in a stream of several. */
    default void separate(String id, boolean first, Utf8Buffer out) {}

    /**
     * Writes what follows the last article in a stream of several, after all are committed.
     *
     * @param empty whether the stream has no article
     */
    default void end(boolean empty, Utf8Buffer out) {}
}
