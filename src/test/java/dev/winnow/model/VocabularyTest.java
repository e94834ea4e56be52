package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void knowsEachWordItLearntAndNoOther() throws IOException {
        Random random = new Random(3);
        Map<Integer, Byte> weights = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            // Many keys that differ in high bits alone.
            weights.put(random.nextInt(50) << 24 | random.nextInt(200), (byte) (1 + random.nextInt(100)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Vocabulary(weights).write(new DataOutputStream(bytes));
        Vocabulary vocabulary = Vocabulary.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        weights.forEach((word, weight) -> assertThat(vocabulary.weight(word)).isEqualTo((int) weight));
        for (int i = 0; i < 5_000; i++) {
            int word = random.nextInt();
            assertThat(vocabulary.weight(word))
                    .isEqualTo(weights.containsKey(word) ? weights.get(word) : Vocabulary.UNKNOWN);
        }
    }
}
