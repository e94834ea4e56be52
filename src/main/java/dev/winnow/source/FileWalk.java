package dev.winnow.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the files below a folder, sorted by name, with one folder in memory at a time. Follows links, but never enters
 * a folder from inside itself. Hidden files are skipped. Not thread-safe.
 */
final class FileWalk implements Iterator<Path> {

    /** Extensions of documents in a folder or archive. Files given by name or by a glob may have any extension. */
    private static final Set<String> EXTENSIONS = Set.of(
            "txt",
            "text",
            "md",
            "markdown",
            "jsonl",
            "ndjson",
            "json",
            "html",
            "htm",
            "xhtml",
            "pdf",
            "docx",
            "doc",
            "odt",
            "rtf",
            "epub",
            "eml",
            "mbox",
            "parquet",
            "warc",
            "wet",
            "zip",
            "tar",
            "tgz",
            "tbz2",
            "txz",
            "tzst");

    /** Extensions of compressions, which may follow another extension. */
    private static final Set<String> COMPRESSIONS = Set.of("gz", "bz2", "xz", "zst", "zstd");

    /** Short list of the extensions, for messages. */
    static final String DOCUMENTS =
            ".txt, .text, .md, .html, .jsonl, .json, .pdf, .docx, .eml, .parquet, .warc, .wet, .zip, .tar, also as .gz, .bz2, .xz, .zst";

    private final Path base;
    private final @Nullable Glob glob;
    private final Skipped skipped;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<Path> open = new HashSet<>();
    private final List<Input.Failure> unreadable = new ArrayList<>();
    private @Nullable Path upcoming;
    private boolean named;

    /**
     * @param wholly whether every document of the folder is wanted, whatever the glob
     * @param names the folder's entries
     */
    private record Level(Path real, Iterator<Path> names, boolean wholly) {}

    /**
     * @param glob pattern of the wanted files; null for all documents
     * @param skipped counts the files that are skipped, in folders of which all documents are wanted
     */
    FileWalk(Path base, @Nullable Glob glob, Skipped skipped) {
        this.base = base;
        this.glob = glob;
        this.skipped = skipped;
        enter(base, glob == null);
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && !levels.isEmpty()) {
            Level level = levels.getLast();
            if (level.names().hasNext()) {
                look(level.names().next(), level.wholly());
            } else {
                levels.removeLast();
                open.remove(level.real());
            }
        }
        return upcoming != null;
    }

    @Override
    public Path next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        Path path = upcoming;
        upcoming = null;
        return path;
    }

    /** Returns the folders that could not be read since the last call. */
    List<Input.Failure> takeUnreadable() {
        List<Input.Failure> taken = List.copyOf(unreadable);
        unreadable.clear();
        return taken;
    }

    /** Whether the user named the last file, by path or glob. False if it was found in a folder. */
    boolean isNamed() {
        return named;
    }

    /** Returns a path below the base, with {@code /} between its parts on every system. */
    String relative(Path path) {
        return slashed(base.relativize(path));
    }

    static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private void look(Path path, boolean wholly) {
        String name = String.valueOf(path.getFileName());
        if (name.startsWith(".") && (glob == null || !glob.wantsHidden())) {
            if (wholly) {
                skipped.add(Skipped.HIDDEN);
            }
            return;
        }
        boolean matches = !wholly && glob != null && glob.matches(relative(path));
        if (Files.isDirectory(path)) {
            boolean all = wholly || matches && glob != null && glob.takesFolders();
            if (all || glob == null || levels.size() <= glob.depth()) {
                enter(path, all);
            }
        } else if (!Files.isRegularFile(path)) {
            if (matches || wholly) {
                skipped.add(Skipped.NO_FILE);
            }
        } else if (matches || wholly && isDocument(name)) {
            upcoming = path;
            named = matches;
        } else if (wholly) {
            skipped.addNamed(name);
        }
    }

    private void enter(Path folder, boolean wholly) {
        List<Path> names = new ArrayList<>();
        try {
            Path real = folder.toRealPath();
            if (!open.add(real)) {
                skipped.add(Skipped.NO_FILE);
                return;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(names::add);
            }
            names.sort((a, b) ->
                    a.getFileName().toString().compareTo(b.getFileName().toString()));
            levels.addLast(new Level(real, names.iterator(), wholly));
        } catch (IOException | DirectoryIteratorException broken) {
            IOException cause = broken instanceof IOException io ? io : new IOException(broken);
            unreadable.add(new Input.Failure(folder.toString(), "the folder cannot be read: " + Inputs.reason(cause)));
        }
    }

    /** Whether the file name is that of a document or container. A compressed file without another extension may be one. */
    static boolean isDocument(String name) {
        String bare = withoutCompression(name);
        String extension = extension(bare);
        return EXTENSIONS.contains(extension)
                || bare.length() < name.length() && !extension.chars().allMatch(Character::isLetter)
                || bare.length() < name.length() && extension.isEmpty();
    }

    /** Returns the name without the extension of a compression. */
    static String withoutCompression(String name) {
        return COMPRESSIONS.contains(extension(name)) ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
