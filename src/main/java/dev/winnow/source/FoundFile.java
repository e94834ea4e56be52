package dev.winnow.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command's inputs name, on any file system. The same arguments name the same files, with the same ids, as for
 * {@link Inputs#of(List, java.io.InputStream, Limits)}.
 *
 * @param origin its path; begins like the argument
 * @param id id of its document, and prefix of the ids of its records
 * @param size in bytes
 * @param named whether the user named this file; false if it was found in a folder
 */
public record FoundFile(String origin, String id, long size, boolean named) {

    /** A file system, with only the operations that finding files needs. */
    public interface Store {

        /** Returns the entry at a path; null if there is none. */
        @Nullable
        Entry at(String path) throws IOException;

        /** Returns the entries of a folder, in any order. */
        List<Entry> in(String folder) throws IOException;
    }

    /**
     * A file or folder.
     *
     * @param name the last part of its path
     * @param size in bytes; undefined for a folder
     */
    public record Entry(String name, boolean isFolder, long size) {}

    /** How a file can be divided for reading. */
    public enum Kind {
        /** Lines, one record each; reading may begin at any line. */
        LINES,
        /** Parquet; its end must be read first. */
        ROWS,
        /** Anything else: one stream, read from its beginning. */
        STREAM;

        /** Number of bytes at the beginning of a file that show its kind. */
        public static final int HEAD = FileType.HEAD;

        /**
         * Returns the kind of a file.
         *
         * @param head its first {@value #HEAD} bytes, or all bytes of a shorter file
         * @param whole whether {@code head} holds all bytes of the file
         */
        public static Kind of(byte[] head, boolean whole, String name) {
            if (ParquetDocuments.isParquet(head)) {
                return ROWS;
            }
            return FileType.of(head, whole, name).reads() == FileType.Reads.JSON_LINES ? LINES : STREAM;
        }
    }

    /**
     * Finds the files.
     *
     * @param arguments paths and globs
     * @param failures receives the arguments that name no file
     */
    public static List<FoundFile> of(List<String> arguments, Store store, Consumer<Input.Failure> failures)
            throws IOException {
        Map<String, Entry> there = new HashMap<>();
        for (String argument : arguments) {
            Entry entry = store.at(argument);
            if (entry != null) {
                there.put(argument, entry);
            }
        }
        DocumentIds ids = DocumentIds.of(
                arguments,
                argument -> there.containsKey(argument) && there.get(argument).isFolder(),
                argument -> Glob.isGlob(argument) && !there.containsKey(argument));
        List<FoundFile> found = new ArrayList<>();
        for (String argument : arguments) {
            Entry entry = there.get(argument);
            int before = found.size();
            try {
                if (entry != null && !entry.isFolder()) {
                    found.add(new FoundFile(argument, ids.ofFile(argument), entry.size(), true));
                } else if (entry != null) {
                    new Walk(store, argument, argument, null, ids, found).folder("", true);
                } else if (Glob.isGlob(argument)) {
                    Glob glob = Glob.of(argument);
                    Walk walk = new Walk(store, argument, glob.base(), glob, ids, found);
                    if (store.at(glob.base().isEmpty() ? "." : glob.base()) != null) {
                        walk.folder("", false);
                    }
                }
            } catch (IllegalArgumentException broken) {
                failures.accept(new Input.Failure(argument, String.valueOf(broken.getMessage())));
                continue;
            }
            if (found.size() == before) {
                failures.accept(new Input.Failure(
                        argument,
                        entry != null
                                ? "the folder holds no documents (" + FileWalk.DOCUMENTS + ")"
                                : Glob.isGlob(argument)
                                        ? "the pattern matches no file"
                                        : "no such file or folder; check the path"));
            }
        }
        return found;
    }

    /** Walks through a folder, with the same decisions as {@link FileWalk}. */
    private record Walk(
            Store store,
            String argument,
            String base,
            @Nullable Glob glob,
            DocumentIds ids,
            List<FoundFile> found) {

        /**
         * Walks through one folder.
         *
         * @param below its path below the base, ending in a slash; empty for the base
         * @param wholly whether every document of it is wanted, whatever the glob
         */
        void folder(String below, boolean wholly) throws IOException {
            String path = base.isEmpty() && below.isEmpty() ? "." : join(below);
            List<Entry> entries = new ArrayList<>(store.in(path));
            entries.sort(Comparator.comparing(Entry::name));
            for (Entry entry : entries) {
                String name = entry.name();
                if (name.startsWith(".") && (glob == null || !glob.wantsHidden())) {
                    continue;
                }
                boolean matches = !wholly && glob != null && glob.matches(below + name);
                if (entry.isFolder()) {
                    boolean all = wholly || matches && glob != null && glob.takesFolders();
                    long depth = below.chars().filter(c -> c == '/').count() + 1;
                    if (all || glob == null || depth <= glob.depth()) {
                        folder(below + name + "/", all);
                    }
                } else if (matches || wholly && FileWalk.isDocument(name)) {
                    found.add(new FoundFile(
                            join(below + name), ids.below(argument, below + name), entry.size(), matches));
                }
            }
        }

        private String join(String below) {
            return base.isEmpty() ? below : base.endsWith("/") ? base + below : base + "/" + below;
        }
    }
}
