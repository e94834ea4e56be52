package dev.winnow.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** Returns the number of bytes that {@link Inputs} will read. A progress bar needs it for the remaining time. */
public final class InputSize {

    private InputSize() {}

    /**
     * Adds the sizes of all files; this needs one file system lookup per file.
     *
     * @param arguments as for {@link Inputs#of}
     * @return empty if standard input is among them, or a path that is neither a regular file nor a folder, or if a size cannot
     *     be read
     */
    public static OptionalLong of(List<String> arguments) {
        long bytes = 0;
        try {
            for (String argument : arguments) {
                Path path = Path.of(argument);
                if (argument.equals("-")
                        || Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
                    return OptionalLong.empty();
                }
                if (Files.isDirectory(path)) {
                    bytes += size(new FileWalk(path, null, new Skipped()));
                } else if (Files.exists(path)) {
                    bytes += Files.size(path);
                } else if (Glob.isGlob(argument)) {
                    Glob glob = Glob.of(argument);
                    bytes += size(new FileWalk(Path.of(glob.base()), glob, new Skipped()));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // The run itself reports the error.
            return OptionalLong.empty();
        }
        return OptionalLong.of(bytes);
    }

    private static long size(Iterator<Path> files) throws IOException {
        long bytes = 0;
        while (files.hasNext()) {
            bytes += Files.size(files.next());
        }
        return bytes;
    }
}
