package dev.winnow.render;

import dev.winnow.document.Article;
import java.util.Set;

/** Articles of a format as bytes, and what stands between them. Thread-safe. */
public final class Rendering {

    private final Renderer renderer;
    private final boolean alone;

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
        Utf8Buffer buffer = new Utf8Buffer();
        if (alone) {
            renderer.beginFile(buffer);
        }
        renderer.render(article, buffer);
        return new Rendered(article.id(), buffer.toByteArray());
    }

    /** What stands before an article in a stream; often nothing. */
    public byte[] separator(String id, boolean first) {
        Utf8Buffer buffer = new Utf8Buffer();
        renderer.separate(id, first, buffer);
        return buffer.toByteArray();
    }

    /** What stands after the last article in a stream; mostly nothing. */
    public byte[] end(boolean empty) {
        Utf8Buffer buffer = new Utf8Buffer();
        renderer.end(empty, buffer);
        return buffer.toByteArray();
    }
}
