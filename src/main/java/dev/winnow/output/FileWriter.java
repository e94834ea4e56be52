package dev.winnow.output;

import dev.winnow.document.Article;
import dev.winnow.render.Rendered;
import dev.winnow.render.Rendering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes all articles to one file, which appears only when it is complete. Until then the articles are in {@code NAME.part}
 * beside it. If the disk becomes full, an incomplete article is cut off, and the complete ones stay in {@code NAME.part}.
 */
final class FileWriter implements ArticleWriter {

    private static final int BUFFER = 1 << 18;

    private final Rendering rendering;
    private final PartFile file;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);
    /** End offset of each article in {@link #pending}. */
    private final List<Integer> ends = new ArrayList<>();
    /** Number of written bytes that belong to complete articles. */
    private long safe;

    private long articles;
    /** True after a commit or a failure: then nothing more is written. */
    private boolean done;

    private boolean committed;

    FileWriter(Rendering rendering, PartFile file) {
        this.rendering = rendering;
        this.file = file;
    }

    static FileWriter open(Rendering rendering, Path path) throws IOException {
        try {
            return new FileWriter(rendering, PartFile.open(path));
        } catch (IOException broken) {
            throw Failures.writing(path.toString(), broken, "");
        }
    }

    @Override
    public void resume(long earlier, long bytes) throws IOException {
        file.resume(bytes);
        articles = earlier;
        safe = bytes;
    }

    @Override
    public long save() throws IOException {
        flush();
        file.force();
        return safe;
    }

    @Override
    public long end() throws IOException {
        flush();
        return safe + rendering.end(articles == 0).length;
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        if (done) {
            throw new IOException("cannot write " + file.target() + ": it was committed, or writing it failed before");
        }
        byte[] separator = rendering.separator(article.id(), articles == 0 && ends.isEmpty());
        if (pending.size() + separator.length + article.bytes().length > BUFFER) {
            flush();
        }
        pending.writeBytes(separator);
        pending.writeBytes(article.bytes());
        ends.add(pending.size());
        if (pending.size() > BUFFER) {
            flush();
        }
    }

    @Override
    public void commit() throws IOException {
        byte[] end = rendering.end(articles == 0 && ends.isEmpty());
        if (end.length > 0) {
            // The end is written like an article, so that on a full disk it is cut off completely.
            pending.writeBytes(end);
            ends.add(pending.size());
        }
        flush();
        done = true;
        try {
            file.commit();
            committed = true;
        } catch (IOException broken) {
            throw Failures.writing(file.target().toString(), broken, whatIsSafe());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!done) {
                flush();
            }
            if (!committed && articles == 0) {
                file.discard();
            }
        } finally {
            file.close();
        }
    }

    private void flush() throws IOException {
        if (ends.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
        try {
            file.write(bytes);
            count(bytes.position());
            pending.reset();
            ends.clear();
        } catch (IOException full) {
            done = true;
            count(bytes.position());
            cut(full);
            throw Failures.writing(file.target().toString(), full, whatIsSafe());
        }
    }

    /** Counts the articles of this batch that are complete after the given number of written bytes. */
    private void count(int written) {
        int whole = 0;
        while (whole < ends.size() && ends.get(whole) <= written) {
            whole++;
        }
        if (whole > 0) {
            articles += whole;
            safe += ends.get(whole - 1);
        }
    }

    /** Cuts off an incomplete article. */
    private void cut(IOException full) {
        try {
            file.cut(safe);
        } catch (IOException worse) {
            full.addSuppressed(worse);
        }
    }

    private String whatIsSafe() {
        return articles == 0 || !file.isOurs()
                ? ""
                : String.format(Locale.ROOT, "The first %,d documents are complete in %s", articles, file.path());
    }
}
