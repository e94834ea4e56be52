package dev.winnow.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes small files that appear only when they are complete. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file, and replaces the file that had its name. If another program writes the same file at the same time, the
     * last one wins. After a failure the incomplete file is removed.
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
