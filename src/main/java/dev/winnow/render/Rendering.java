package dev.winnow.render;

import dev.winnow.document.Article;
import java.util.Set;

/** Renders with one buffer a thread, used again and again. Thread-safe. */
public final class Rendering {

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
    public static Rendering inStream(Format format, Set<Format.Detail> details) {
        return new Rendering(format.renderer(details), false);
    }

    /** For articles with a file each. */
    public static Rendering inFiles(Format format, Set<Format.Detail> details) {
        return new Rendering(format.renderer(details), true);
    }

    public Rendered render(Article article) {
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
        return new Rendered(article.id(), bytes);
    }

    /** What stands before an article in a stream; often nothing. */
    public byte[] separator(String id, boolean first) {
        Utf8Buffer buffer = buffers.get();
        buffer.clear();
        renderer.separate(id, first, buffer);
        return buffer.toByteArray();
    }

    /** What stands after the last article in a stream; mostly nothing. */
    public byte[] end(boolean empty) {
        Utf8Buffer buffer = buffers.get();
        buffer.clear();
        renderer.end(empty, buffer);
        return buffer.toByteArray();
    }
}
