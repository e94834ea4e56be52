package dev.winnow.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputSizeTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "The ferry left.\n");
        Files.writeString(folder.resolve("b.jsonl"), "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
        Files.writeString(folder.resolve("c.bin"), "no document");
    }

    @Test
    void isWhatIsReadInTheEnd() throws IOException {
        for (String input : List.of(folder.toString(), folder + "/a.txt", folder + "/*.jsonl")) {
            try (Inputs inputs = Inputs.of(List.of(input), InputStream.nullInputStream(), Limits.DEFAULT)) {
                while (inputs.hasNext()) {
                    inputs.next();
                }
                assertThat(InputSize.of(List.of(input))).hasValue(inputs.bytesRead());
            }
        }
    }

    @Test
    void isUnknownForAStream() {
        assertThat(InputSize.of(List.of(folder.toString(), "-"))).isEmpty();
        assertThat(InputSize.of(List.of("/dev/null"))).isEmpty();
    }
}
