package dev.winnow.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits until files below some folders change. Not thread-safe. */
final class Watcher implements Closeable {

    /** Time between two checks whether to stop, in milliseconds. */
    private static final long LOOK = 100;

    /**
     * Time without changes after which an editor has finished saving, in milliseconds. One save causes several changes in a row.
     */
    private static final long QUIET = 150;

    private final List<Path> roots;
    private final WatchService service;

    /** @param roots folders or files to watch */
    Watcher(List<Path> roots) throws IOException {
        this.roots = roots.stream().map(root -> Standard.absolute(root)).toList();
        this.service = FileSystems.getDefault().newWatchService();
        for (Path root : this.roots) {
            Path parent = root.getParent();
            if (Files.isDirectory(root)) {
                register(root, null);
            } else if (parent != null) {
                register(parent);
            }
        }
    }

    /**
     * Waits for changes.
     *
     * @param stop tells whether to stop waiting
     * @return absolute paths of changed and deleted files; all roots if the system lost track of changes; empty if stopped
     */
    Set<Path> await(BooleanSupplier stop) throws IOException {
        Set<Path> changed = new HashSet<>();
        try {
            while (!stop.getAsBoolean()) {
                WatchKey key = service.poll(changed.isEmpty() ? LOOK : QUIET, TimeUnit.MILLISECONDS);
                if (key != null) {
                    take(key, changed);
                } else if (!changed.isEmpty()) {
                    return changed;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Set.of();
    }

    private void take(WatchKey key, Set<Path> changed) throws IOException {
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(event.context() instanceof Path name) || !(key.watchable() instanceof Path folder)) {
                changed.addAll(roots);
                continue;
            }
            Path path = folder.resolve(name);
            boolean isAside = name.toString().startsWith(".");
            if (!isAside && roots.stream().anyMatch(path::startsWith)) {
                changed.add(path);
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
                    register(path, changed);
                }
            }
        }
        key.reset();
    }

    /**
     * Watches a folder and all folders below it.
     *
     * @param found gets the files that already exist there; may be null
     */
    private void register(Path folder, @Nullable Set<Path> found) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) throws IOException {
                register(below);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (found != null) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void register(Path folder) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
