package dev.winnow.output;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Forces many files to disk, so that they survive a power failure. Files are forced soon after they are written, many at the
 * same time, on threads of this class. So the caller need not wait, and the file system combines the requests. One file after
 * the other takes twenty times as long on ext4. Not thread-safe.
 */
final class DurableFiles implements Closeable {

    /** Number of files forced at the same time, each on a thread of its own. The threads only wait for the disk. */
    private static final int TOGETHER = 16;

    /** Number of files per task. Waking a thread for each single file would cost more than forcing the file. */
    private static final int BATCH = 32;

    /** Maximum number of unfinished batches. More would only increase the number of files that a crash can lose. */
    private static final int MOST = 4 * TOGETHER;

    private final Path root;
    private final Set<Path> folders = new HashSet<>();
    private final Semaphore room = new Semaphore(MOST);
    private final AtomicReference<@Nullable IOException> broken = new AtomicReference<>();
    private List<Path> batch = new ArrayList<>();
    private @Nullable ExecutorService workers;

    /** @param root the folder that holds all files; its own name and the names below it are forced to disk, too */
    DurableFiles(Path root) {
        this.root = root;
    }

    /** Adds a complete file with its final name. Waits if too many files are unfinished. */
    void add(Path file) throws IOException {
        for (Path at = file.getParent(); at != null && folders.add(at) && !at.equals(root); at = at.getParent()) {
            // The name of a folder is stored in its parent, so the parents are forced, too.
        }
        batch.add(file);
        if (batch.size() == BATCH) {
            List<Path> full = batch;
            batch = new ArrayList<>();
            ask(full);
        }
    }

    /** Waits until all files so far, and their names, are on disk. */
    void await() throws IOException {
        for (Path file : batch) {
            ask(List.of(file));
        }
        batch.clear();
        acquire(MOST);
        room.release(MOST);
        IOException failure = broken.get();
        if (failure != null) {
            throw Failures.writing(root.toString(), failure, "");
        }
        if (!folders.isEmpty()) {
            folders.forEach(Disk::force);
            Disk.force(root.toAbsolutePath().getParent());
            folders.clear();
        }
    }

    private void ask(List<Path> files) throws IOException {
        acquire(1);
        ExecutorService asking = workers;
        if (asking == null) {
            asking = Executors.newFixedThreadPool(TOGETHER, DurableFiles::daemon);
            workers = asking;
        }
        asking.execute(() -> {
            try {
                for (Path file : files) {
                    force(file);
                }
            } catch (IOException e) {
                broken.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.force(true);
        } catch (NoSuchFileException goneAgain) {
            // Another program removed the file; there is nothing to force.
        }
    }

    private void acquire(int permits) throws IOException {
        try {
            room.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "winnow-disk");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
