package dev.winnow.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes small files that are there when they are whole. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a file, in place of the one that had its name. Another program may write the same file at this moment; the last one
     * stays. What was written of a file that failed is removed.
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
