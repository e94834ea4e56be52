package dev.winnow.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** YAML as a person would write it. */
class YamlTest {

    @Test
    void quotesOnlyWhereYamlAsksForIt() {
        assertThat(Yaml.Text.of("Read more")).isEqualTo("Read more");
        assertThat(Yaml.Text.of("Read more, please")).isEqualTo("Read more, please");
        assertThat(Yaml.Text.of("Αρχική")).isEqualTo("Αρχική");
        assertThat(Yaml.Text.of("Tag #1")).isEqualTo("\"Tag #1\"");
        assertThat(Yaml.Text.of("More: {any}")).isEqualTo("\"More: {any}\"");
        assertThat(Yaml.Text.of("Say \"no\" \\ yes")).isEqualTo("\"Say \\\"no\\\" \\\\ yes\"");
        assertThat(Yaml.Text.of("yes")).isEqualTo("\"yes\"");
        assertThat(Yaml.Text.of("end")).isEqualTo("\"end\"");
        assertThat(Yaml.Text.of("- item")).isEqualTo("\"- item\"");
        assertThat(Yaml.Text.of("a\u200eb")).isEqualTo("\"a\\u200Eb\"");
    }

    @Test
    void writesShortListsInOneLine() {
        assertThat(Yaml.oneOrMore("line", List.of("Home"))).containsExactly("line: Home");
        assertThat(Yaml.oneOrMore("line", List.of("Home", "Sea, sun"))).containsExactly("line: [Home, \"Sea, sun\"]");
        List<String> many = IntStream.range(0, 30).mapToObj(i -> "Item " + i).toList();
        assertThat(Yaml.oneOrMore("line", many)).hasSize(31).startsWith("line:", "- Item 0");
    }

    @Test
    void writesTextsOfSeveralLinesAsTheyAre() {
        assertThat(Yaml.Text.block("one\ntwo", 6)).isEqualTo("|\n      one\n      two");
        assertThat(Yaml.Text.block("one", 6)).isEqualTo("\"one\"");
        assertThat(Yaml.Text.block("one\n\u0007two", 6)).isEqualTo("\"one\\u000A\\u0007two\"");
    }
}
