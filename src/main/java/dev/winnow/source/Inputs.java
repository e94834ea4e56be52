package dev.winnow.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the documents of a command's inputs, in a fixed order. Inputs are files, folders (recursive, sorted by name),
 * globs (expanded here, so that they work in quotes) and {@code -} for standard input. Each input is opened only when its turn
 * comes. JSON Lines and WARC are read record by record, archives entry by entry, compressed or not. So the memory does not
 * depend on the size of the corpus. Not thread-safe.
 * <pre>{@code
 * try (Inputs inputs = Inputs.of(List.of("pages/", "-"), System.in, Limits.DEFAULT)) {
 *     while (inputs.hasNext()) {
 *         Input input = inputs.next();   // a Document, or a Failure that says why there is none
 *     }
 * }
 * }</pre>
 *
 * <p>Every error of an input becomes an {@link Input.Failure}. Nothing is thrown, and the other inputs are read.
 */
public final class Inputs implements Iterator<Input>, Closeable {

    private final Iterator<String> arguments;
    private final DocumentIds ids;
    private final Opener opener;
    private final InputStream stdin;
    private final String stdinOrigin;
    private final String stdinId;
    private final Deque<Input> waiting = new ArrayDeque<>();
    private @Nullable FileWalk walk;
    private @Nullable String walked;
    private boolean walkFoundSome;
    private @Nullable Documents current;

    private Inputs(
            List<String> arguments,
            InputStream stdin,
            String stdinOrigin,
            String stdinId,
            Limits limits,
            @Nullable String charset) {
        this.arguments = List.copyOf(arguments).iterator();
        this.ids = DocumentIds.of(arguments);
        this.opener = new Opener(limits, charset);
        this.stdin = stdin;
        this.stdinOrigin = stdinOrigin;
        this.stdinId = stdinId;
    }

    /** For an input that is already open. */
    private Inputs(Limits limits) {
        this(List.of(), InputStream.nullInputStream(), "", "", limits, null);
    }

    /** @param arguments paths, globs and {@code -}, in the order of reading */
    public static Inputs of(List<String> arguments, InputStream stdin, Limits limits) {
        return of(arguments, stdin, limits, null);
    }

    /**
     * Returns the documents of one stream. The stream may hold anything that a file may hold: a page, JSON Lines, a WARC file,
     * an archive, compressed or not.
     *
     * @param in not closed
     * @param name name of the stream in ids and messages; its extension decides where the bytes do not show the type
     */
    public static Inputs of(InputStream in, String name, Limits limits) {
        return new Inputs(List.of("-"), in, name, name, limits, null);
    }

    /**
     * Returns the documents of a file that is read as a stream, from its beginning.
     *
     * @param in closed together with the result
     */
    public static Inputs of(InputStream in, FoundFile file, Limits limits) {
        Inputs inputs = new Inputs(limits);
        inputs.current = inputs.opener.open(in, file.origin(), file.id(), file.size(), file.named());
        return inputs;
    }

    /**
     * Returns the records of a part of a JSON Lines file.
     *
     * @param in begins at the beginning of a line; closed together with the result
     * @param before number of lines of the file before the part
     */
    public static Inputs ofLines(InputStream in, FoundFile file, long before, Limits limits) {
        Inputs inputs = new Inputs(limits);
        inputs.current = inputs.opener.openLines(in, file.origin(), file.id(), before);
        return inputs;
    }

    /**
     * Returns the rows of a Parquet file as documents.
     *
     * @param in closed together with the result
     * @param columns maps columns to the fields as which they are read: {@code text}, {@code html}, {@code id}, {@code url} or
     *     {@code crawled}. Other columns keep their names
     */
    public static Inputs ofRows(SeekableByteChannel in, FoundFile file, Map<String, String> columns, Limits limits)
            throws IOException {
        Inputs inputs = new Inputs(limits);
        Provenance from = new Provenance(file.origin(), file.id(), null, null, null);
        inputs.current = inputs.opener.openRows(in, from, columns);
        return inputs;
    }

    /**
     * @param arguments paths, globs and {@code -}, in the order of reading
     * @param charset declared charset of the text files; null when none is declared
     */
    public static Inputs of(List<String> arguments, InputStream stdin, Limits limits, @Nullable String charset) {
        return new Inputs(arguments, stdin, "-", "stdin", limits, charset);
    }

    /** Returns all readable formats as one phrase, for help texts. */
    public static String kinds() {
        return FileType.Reads.list();
    }

    @Override
    public boolean hasNext() {
        while (waiting.isEmpty()) {
            if (current != null && current.hasNext()) {
                waiting.add(current.next());
            } else if (current != null) {
                closeCurrent();
            } else if (walk != null) {
                step(walk);
            } else if (arguments.hasNext()) {
                argument(arguments.next());
            } else {
                return false;
            }
        }
        return true;
    }

    /** Counts what was skipped so far in folders, archives and WARC files. */
    public Skipped skipped() {
        return opener.skipped();
    }

    @Override
    public Input next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.remove();
    }

    /** Number of bytes read so far from files and standard input, before decompression. */
    public long bytesRead() {
        return opener.bytesRead();
    }

    /** Closes the current input, but not standard input. */
    @Override
    public void close() {
        closeCurrent();
        walk = null;
    }

    /** Describes a system error in words that can follow a path. */
    static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "no such file or folder; check the path";
        }
        if (error instanceof AccessDeniedException) {
            return "no permission to read it";
        }
        return LibraryMessage.of(error);
    }

    private void argument(String argument) {
        if (argument.equals("-")) {
            // A wrapper, so that closing does not close the stream of the process.
            current = opener.open(new Unclosed(stdin), stdinOrigin, stdinId, -1, true);
            return;
        }
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                walk(argument, new FileWalk(path, null, opener.skipped()));
            } else if (Files.exists(path) || !Glob.isGlob(argument)) {
                current = opener.open(path, argument, ids.ofFile(argument), true);
            } else {
                Glob glob = Glob.of(argument);
                Path base = Path.of(glob.base());
                if (Files.isDirectory(base)) {
                    walk(argument, new FileWalk(base, glob, opener.skipped()));
                } else {
                    fail(argument, "the pattern matches nothing: there is no folder " + base);
                }
            }
        } catch (InvalidPathException broken) {
            fail(argument, "no path on this system: " + broken.getReason());
        } catch (IllegalArgumentException broken) {
            fail(argument, String.valueOf(broken.getMessage()));
        }
    }

    private void walk(String argument, FileWalk files) {
        walk = files;
        walked = argument;
        walkFoundSome = false;
    }

    private void step(FileWalk files) {
        boolean more = files.hasNext();
        waiting.addAll(files.takeUnreadable());
        walkFoundSome |= more || !waiting.isEmpty();
        if (more) {
            Path path = files.next();
            current = opener.open(
                    path, path.toString(), ids.below(String.valueOf(walked), files.relative(path)), files.isNamed());
            return;
        }
        String argument = String.valueOf(walked);
        walk = null;
        if (!walkFoundSome) {
            fail(
                    argument,
                    Glob.isGlob(argument) && !Files.isDirectory(Path.of(argument))
                            ? "the pattern matches no file"
                            : "the folder holds no documents (" + FileWalk.DOCUMENTS + ")");
        }
    }

    private void fail(String origin, String message) {
        waiting.add(new Input.Failure(origin, message));
    }

    private void closeCurrent() {
        if (current != null) {
            try {
                current.close();
            } catch (IOException ignored) {
                // Everything needed from it has been read.
            }
            current = null;
        }
    }

    /** A stream that stays open when it is closed. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }

        @Override
        public void close() {}
    }
}
