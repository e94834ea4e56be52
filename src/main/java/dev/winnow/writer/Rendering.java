package dev.winnow.writer;

import dev.winnow.document.Article;

/** Renders with one buffer a thread, used again and again. Thread-safe. */
final class Rendering {

    /** A buffer that grew beyond this for one huge document is not kept for the next. */
    private static final int KEPT = 1 << 22;

    private final Renderer renderer;
    private final ThreadLocal<Utf8Buffer> buffers = ThreadLocal.withInitial(Utf8Buffer::new);

    Rendering(Renderer renderer) {
        this.renderer = renderer;
    }

    ArticleWriter.Rendered render(Article article) {
        Utf8Buffer buffer = buffers.get();
        buffer.clear();
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
}
