package dev.winnow.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {

    @TempDir
    Path root;

    @Test
    @Timeout(60)
    void takesMoreFilesThanItHasRoomFor() throws IOException {
        try (DurableFiles files = new DurableFiles(root)) {
            for (int i = 0; i < 300; i++) {
                Path folder = Files.createDirectories(root.resolve("a" + i % 7));
                files.add(Files.writeString(folder.resolve("f" + i), "x"));
            }
            files.await();
            files.add(Files.writeString(root.resolve("one more"), "x"));
            files.await();
        }
        assertThat(root.resolve("a0/f0")).exists();
    }

    @Test
    void saysThatTheDiskFailed() throws IOException {
        Path unwritable = Files.createDirectory(root.resolve("folder"));
        try (DurableFiles files = new DurableFiles(root)) {
            files.add(Files.writeString(root.resolve("file"), "x"));
            files.add(unwritable);
            assertThatThrownBy(files::await)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot write " + root);
        }
    }

    @Test
    void doesNotMindThatAFileWasTakenAway() throws IOException {
        try (DurableFiles files = new DurableFiles(root)) {
            files.add(root.resolve("gone/file"));
            assertThatCode(files::await).doesNotThrowAnyException();
        }
    }
}
