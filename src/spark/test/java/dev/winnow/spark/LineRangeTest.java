package dev.winnow.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineRangeTest {

    @Test
    void rangesThatFollowEachOtherHaveEachLineOnce() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] file = new byte[random.nextInt(60)];
            for (int i = 0; i < file.length; i++) {
                file[i] = (byte) (random.nextInt(4) == 0 ? '\n' : 'a' + random.nextInt(20));
            }
            StringBuilder all = new StringBuilder();
            for (int from = 0; from < file.length; ) {
                int to = Math.min(file.length, from + 1 + random.nextInt(20));
                byte[] part = range(file, from, to);
                String text = new String(part, UTF_8);
                // Begins with a line.
                assertThat(text.isEmpty() || all.isEmpty() || all.charAt(all.length() - 1) == '\n')
                        .as("seed %d, from %d to %d", seed, from, to)
                        .isTrue();
                all.append(text);
                from = to;
            }
            assertThat(all.toString()).as("seed %d", seed).isEqualTo(new String(file, UTF_8));
        }
    }

    private static byte[] range(byte[] file, int from, int to) throws IOException {
        byte[] rest = Arrays.copyOfRange(file, Math.max(0, from - 1), file.length);
        try (InputStream in = new LineRange(new ByteArrayInputStream(rest), from, to)) {
            return in.readAllBytes();
        }
    }
}
