package dev.winnow.cli;

import dev.winnow.source.Limits;
import dev.winnow.source.Uncompressed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and opens the JSON Lines files that {@code clean} wrote. */
final class CleanedFiles {

    private static final Pattern JSON_LINES = Pattern.compile("\\.jsonl(\\.(gz|bz2|xz|zst))?$");

    private CleanedFiles() {}

    /** Returns the file itself, or all JSON Lines files in a folder, also compressed ones, sorted by path. */
    static List<Path> in(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> JSON_LINES.matcher(file.toString()).find()
                            && !file.equals(path.resolve("rejected.jsonl"))
                            && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** Opens a file, compressed or not. */
    static InputStream open(Path file) throws IOException {
        return unpacked(Files.newInputStream(file), file.toString());
    }

    /**
     * Decompresses a stream.
     *
     * @param in closed together with the stream that is returned, or when it cannot be read
     */
    static InputStream unpacked(InputStream in, String name) throws IOException {
        try {
            return Uncompressed.of(in, Limits.DEFAULT);
        } catch (IOException e) {
            in.close();
            throw UserError.usage(name + ": " + e.getMessage());
        }
    }
}
