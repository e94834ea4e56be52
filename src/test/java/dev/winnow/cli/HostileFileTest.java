package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no article is: each gets a clear message, and what stands beside it is cleaned all the same. */
class HostileFileTest {

    @TempDir
    Path folder;

    @Test
    void refusesALineOfAHundredMegabytesAndNamesTheWayOut() throws IOException {
        Path huge = folder.resolve("huge.txt");
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'a');
        try (OutputStream out = Files.newOutputStream(huge)) {
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        Path page = Files.writeString(folder.resolve("page.txt"), "The ferry left at noon.\n", US_ASCII);
        Cli.Ran ran = Cli.winnow("clean", huge.toString(), page.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("huge.txt", "--max-size");
        assertThat(ran.out()).contains("The ferry left at noon.").hasLineCount(1);
    }

    @Test
    void cleansALineOfTenMegabytes() throws IOException {
        Path long10 = Files.writeString(folder.resolve("long.txt"), "a".repeat(10 << 20), US_ASCII);
        Cli.Ran ran = Cli.winnow("clean", long10.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.bytes()).hasSizeGreaterThan(10 << 20);
    }

    @Test
    void setsBinaryNoiseAside() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.txt"), noise);
        Cli.Ran ran = Cli.winnow("clean", file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("noise.txt", "binary");
        assertThat(ran.out()).isEmpty();
    }
}
