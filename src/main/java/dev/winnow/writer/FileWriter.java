package dev.winnow.writer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.winnow.document.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private final Path target;
    private final Path part;
    private final SeekableByteChannel channel;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);
    /** Where each article in {@link #pending} ends. */
    private final List<Integer> ends = new ArrayList<>();
    /** Bytes on the disk that make up whole articles. */
    private long safe;

    private long articles;
    /** Whether what an earlier run left behind the safe bytes is cut off. */
    private boolean begun;
    /** Committed or failed: nothing more is written. */
    private boolean done;

    private boolean committed;

    FileWriter(Renderer renderer, Path target, Path part, SeekableByteChannel channel) {
        this.rendering = Rendering.inStream(renderer);
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    static FileWriter open(Renderer renderer, Path path) throws IOException {
        try {
            Path target = RunFiles.real(path);
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path part = RunFiles.underWay(target);
            FileChannel channel = FileChannel.open(part, CREATE, WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new IOException("another run is writing to it; wait for its end or choose another place with -o");
            }
            return new FileWriter(renderer, target, part, channel);
        } catch (IOException broken) {
            throw Failures.writing(path.toString(), broken, "");
        }
    }

    /** Whether another run holds the file. The lock goes with its process, however that ends. */
    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException noLocksHere) {
            return false;
        }
    }

    @Override
    public void resume(long earlier, long bytes) throws IOException {
        if (channel.size() < bytes) {
            throw new IOException(part + " is shorter than the earlier run left it; start over with --restart");
        }
        articles = earlier;
        safe = bytes;
    }

    @Override
    public long save() throws IOException {
        flush();
        force();
        return safe;
    }

    private void force() throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        if (done) {
            throw new IOException("cannot write " + target + ": it was committed, or writing it failed before");
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
            begin();
            force();
            channel.close();
            move(part, target);
            committed = true;
        } catch (IOException broken) {
            throw Failures.writing(target.toString(), broken, whatIsSafe());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!done) {
                flush();
            }
        } finally {
            channel.close();
        }
        if (!committed && articles == 0) {
            Files.deleteIfExists(part);
        }
    }

    private void flush() throws IOException {
        if (ends.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
        try {
            begin();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            count(bytes.position());
            pending.reset();
            ends.clear();
        } catch (IOException full) {
            done = true;
            count(bytes.position());
            cut(full);
            throw Failures.writing(target.toString(), full, whatIsSafe());
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            channel.truncate(safe).position(safe);
            begun = true;
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
            channel.truncate(safe);
        } catch (IOException worse) {
            full.addSuppressed(worse);
        }
    }

    private String whatIsSafe() {
        return articles == 0
                ? ""
                : String.format(Locale.ROOT, "The first %,d documents are whole in %s", articles, part.toString());
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
