package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.load.CheckedRules.Content;
import dev.winnow.rule.load.StoredFiles.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule files that were read before, as the program keeps them. */
class StoredRulesTest {

    private static YamlNode node(String yaml) {
        Problems problems = new Problems();
        YamlNode node = YamlReader.read("-", yaml, yaml.lines().toList(), problems);
        assertThat(problems.sorted()).isEmpty();
        return node;
    }

    private static CheckedRules rules() {
        YamlNode map = node("pack: common\nlist: [a, 'b', \"c\", {d: 1}]\nmap:\n  a: |\n    x\n  b: >\n    y\n"
                + "long: " + "z".repeat(300) + "\n");
        YamlNode list = node("\n\n- a\n- - b\n  - {}\n- []\n");
        return new CheckedRules(
                "digest",
                Map.of("a.yaml", new Stamp(-1L, 2L, 3L), "b.yaml", new Stamp(Long.MAX_VALUE, 0, 5L)),
                List.of(new Content("a.yaml", "one", map), new Content("b.yaml", "two", list)),
                ByteBuffer.wrap(new byte[] {1, 2, -3}));
    }

    private static byte[] written(CheckedRules rules) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rules.write(out);
        return out.toByteArray();
    }

    @Test
    void comeBackAsTheyWereWritten() throws IOException {
        byte[] bytes = written(rules());
        assertThat(CheckedRules.read(new ByteArrayInputStream(bytes))).isEqualTo(rules());
    }

    @Test
    void doNotComeBackFromAnotherVersion() throws IOException {
        byte[] bytes = written(rules());
        bytes[3]++;
        assertThat(CheckedRules.read(new ByteArrayInputStream(bytes))).isNull();
    }

    @Test
    void keepEachTextOnce() throws IOException {
        String word = "w".repeat(1_000);
        YamlNode node = node("a: " + word + "\nb: " + word + "\nc: [" + word + "]\n");
        CheckedRules rules =
                new CheckedRules("", Map.of(), List.of(new Content("a.yaml", "", node)), ByteBuffer.wrap(new byte[0]));
        assertThat(written(rules)).hasSizeLessThan(1_200);
    }
}
