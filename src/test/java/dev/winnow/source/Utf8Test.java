package dev.winnow.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final int[] ALPHABET = {
        'a', 'b', ' ', '\n', 0x7F, 0x80, 'é', 0x7FF, 0x800, 'щ', '中', 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600,
        0x10FFFF
    };

    @Test
    void readsWhatTheJdkReads() {
        Random random = new Random(20_261_125);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int ascii = random.nextInt(10);
            for (int i = random.nextInt(60); i > 0; i--) {
                text.appendCodePoint(ALPHABET[random.nextInt(10) < ascii ? random.nextInt(4) : random.nextInt(18)]);
            }
            assertThat(Utf8.decode(text.toString().getBytes(UTF_8)))
                    .as("round " + round)
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void refusesWhatTheJdkRefuses() {
        Random random = new Random(4);
        byte[] telling = {
            'a',
            (byte) 0x80,
            (byte) 0x90,
            (byte) 0xA0,
            (byte) 0xBF,
            (byte) 0xC0,
            (byte) 0xC1,
            (byte) 0xC2,
            (byte) 0xDF,
            (byte) 0xE0,
            (byte) 0xED,
            (byte) 0xEF,
            (byte) 0xF0,
            (byte) 0xF4,
            (byte) 0xF5,
            (byte) 0xF8,
            (byte) 0xFF
        };
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[random.nextInt(14)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = telling[random.nextInt(telling.length)];
            }
            assertThat(Utf8.decode(bytes)).as("round " + round).isEqualTo(strict(bytes));
        }
    }

    @Test
    void readsTextLongerThanItsBuffer() {
        String text = "Über den Fluss — ".repeat(20_000);
        assertThat(Utf8.decode(text.getBytes(UTF_8))).isEqualTo(text);
        assertThat(Utf8.decode(new byte[0])).isEmpty();
    }

    private static @Nullable String strict(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException invalid) {
            return null;
        }
    }
}
