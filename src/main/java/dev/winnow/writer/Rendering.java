package dev.winnow.writer;

import dev.winnow.document.Article;

/** Renders with one buffer a thread, used again and again. Thread-safe. */
final class Rendering {

    /** A buffer that grew beyond this for one huge document is not kept for the next. */
    private static final int KEPT = 1 << 22;

    private final Renderer renderer;
    private final boolean alone;
    private final ThreadLocal<Utf8Buffer> buffers = ThreadLocal.withInitial(Utf8Buffer::new);

    private Rendering(Renderer renderer, boolean alone) {
        this.renderer = renderer;
        this.alone = alone;
    }

    /** For articles one after the other in a file or stream. */
    static Rendering inStream(Renderer renderer) {
        return new Rendering(renderer, false);
    }

    /** For articles with a file each. */
    static Rendering inFiles(Renderer renderer) {
        return new Rendering(renderer, true);
    }

    ArticleWriter.Rendered render(Article article) {
        Utf8Buffer buffer = buffers.get();
        buffer.clear();
        if (alone) {
            renderer.beginFile(buffer);
        }
        renderer.render(article, buffer);
        byte[] bytes = buffer.toByteArray();
        if (bytes.length > KEPT) {
            buffers.remove();
        }
        return new ArticleWriter.Rendered(article.id(), bytes);
    }

    /** What stands before an article in a stream; often nothing. */
    byte[] separator(String id, boolean first) {
        Utf8Buffer buffer = buffers.get();
        buffer.clear();
        renderer.separate(id, first, buffer);
        return buffer.toByteArray();
    }

    /** What stands after the last article in a stream; mostly nothing. */
    byte[] end(boolean empty) {
        Utf8Buffer buffer = buffers.get();
        buffer.clear();
        renderer.end(empty, buffer);
        return buffer.toByteArray();
    }
}
