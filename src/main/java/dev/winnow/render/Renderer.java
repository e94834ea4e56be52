package dev.winnow.render;

import dev.winnow.document.Article;

/** How one article looks in a format. Thread-safe: all state is in the buffer. */
interface Renderer {

    void render(Article article, Utf8Buffer out);

    /** What stands before an article that has a file of its own. */
    default void beginFile(Utf8Buffer out) {}

    /** What stands before an article in a stream of several. */
    default void separate(String id, boolean first, Utf8Buffer out) {}

    /**
     * What stands after the last article in a stream of several, once all are committed.
     *
     * @param empty whether there was none
     */
    default void end(boolean empty, Utf8Buffer out) {}
}
