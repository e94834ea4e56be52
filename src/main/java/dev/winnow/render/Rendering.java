package dev.winnow.render;

import dev.winnow.document.Article;
import java.util.Set;

/** Turns articles into bytes of a format, and gives the bytes between them. Thread-safe. */
public final class Rendering {

    private final Renderer renderer;
    private final boolean alone;

    private Rendering(Renderer renderer, boolean alone) {
        this.renderer = renderer;
        this.alone = alone;
    }

    /** Returns a rendering for several articles in one file or stream. */
    public static Rendering inStream(Format format, Set<Format.Detail> details) {
        return new Rendering(format.renderer(details), false);
    }

    /** Returns a rendering for one article in each file. */
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

    /** Returns the bytes before an article in a stream; often empty. */
    public byte[] separator(String id, boolean first) {
        Utf8Buffer buffer = new Utf8Buffer();
        renderer.separate(id, first, buffer);
        return buffer.toByteArray();
    }

    /** Returns the bytes after the last article in a stream; mostly empty. */
    public byte[] end(boolean empty) {
        Utf8Buffer buffer = new Utf8Buffer();
        renderer.end(empty, buffer);
        return buffer.toByteArray();
    }
}
