package dev.winnow.output;

import dev.winnow.document.Article;
import dev.winnow.render.Rendered;
import dev.winnow.render.Rendering;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes articles to a stream or device, one after the other. */
final class StreamWriter implements ArticleWriter {

    private static final int BUFFER = 1 << 16;

    private final Rendering rendering;
    private final OutputStream out;
    private final String name;
    private final boolean closes;
    private boolean first = true;
    private boolean failed;
    private boolean ended;

    StreamWriter(Rendering rendering, OutputStream out, String name, boolean closes) {
        this.rendering = rendering;
        this.out = new BufferedOutputStream(out, BUFFER);
        this.name = name;
        this.closes = closes;
    }

    static StreamWriter toDevice(Rendering rendering, Path device) throws IOException {
        try {
            return new StreamWriter(rendering, Files.newOutputStream(device), device.toString(), true);
        } catch (IOException broken) {
            throw Failures.writing(device.toString(), broken, "");
        }
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        try {
            out.write(rendering.separator(article.id(), first));
            out.write(article.bytes());
            first = false;
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    @Override
    public void commit() throws IOException {
        try {
            if (!ended) {
                ended = true;
                out.write(rendering.end(first));
            }
            out.flush();
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    private IOException failure(IOException broken) {
        failed = true;
        return Failures.writing(name, broken, "");
    }

    @Override
    public void close() throws IOException {
        try {
            if (!failed) {
                out.flush();
            }
        } catch (IOException broken) {
            throw failure(broken);
        }
        if (closes) {
            out.close();
        }
    }
}
