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
 * Writes one file that appears whole: the articles go to {@code NAME.part} beside it, which takes the name at the end. If the
 * disk fills up, a half-written article is cut off again and the whole ones stay in {@code NAME.part}.
 */
final class FileWriter implements ArticleWriter {

    private static final int BUFFER = 1 << 18;

    private final Rendering rendering;
    private final PartFile file;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);
    /** Where each article in {@link #pending} ends. */
    private final List<Integer> ends = new ArrayList<>();
    /** Bytes on the disk that make up whole articles. */
    private long safe;

    private long articles;
    /** Committed or failed: nothing more is written. */
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
            // Written like one more article, so that a full disk cuts it off whole.
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

    /** Counts the articles of this batch that are whole when so many of its bytes are written. */
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

    /** Takes a half-written article off again. */
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
                : String.format(Locale.ROOT, "The first %,d documents are whole in %s", articles, file.path());
    }
}
