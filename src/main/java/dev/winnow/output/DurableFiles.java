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
 * Makes many files outlive the system, also where its power fails. The disk is asked soon after they are written, and for many at the
 * same time: the caller need not wait, and what a file system is asked for together it puts down together. Asked one after the
 * other, ext4 takes twenty times as long. Not thread-safe.
 */
final class DurableFiles implements Closeable {

    /** Files that the disk is asked for at the same time. The threads do nothing but wait. */
    private static final int TOGETHER = 16;

    /** Files one thread takes at once: to wake one up for each would cost more than to ask the disk. */
    private static final int BATCH = 32;

    /** Batches that wait at most; more would only be more to lose. */
    private static final int MOST = 4 * TOGETHER;

    private final Path root;
    private final Set<Path> folders = new HashSet<>();
    private final Semaphore room = new Semaphore(MOST);
    private final AtomicReference<@Nullable IOException> broken = new AtomicReference<>();
    private List<Path> batch = new ArrayList<>();
    private @Nullable ExecutorService workers;

    /** @param root the folder that all files lie below; their names in it, and its own, stay too */
    DurableFiles(Path root) {
        this.root = root;
    }

    /** Takes a file that is written and has its name; waits where too many are under way. */
    void add(Path file) throws IOException {
        for (Path at = file.getParent(); at != null && folders.add(at) && !at.equals(root); at = at.getParent()) {
            // A folder's name stands in the one above.
        }
        batch.add(file);
        if (batch.size() == BATCH) {
            List<Path> full = batch;
            batch = new ArrayList<>();
            ask(full);
        }
    }

    /** Returns when all files so far are on the disk, and their names. */
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
            // Somebody took it away; that will stay so, too.
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
