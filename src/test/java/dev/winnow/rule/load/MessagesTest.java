package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How problems of rule files are told: quotations, numbers of problems, excerpts with a caret. */
class MessagesTest {

    @Test
    void quotationsFitOnALine() {
        assertThat(Words.cut("a  b\n c ")).isEqualTo("a b c");
        assertThat(Words.cut("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(Words.cut("x".repeat(41))).isEqualTo("x".repeat(39) + "…");
        assertThat(Words.cut("x".repeat(9_000))).isEqualTo("x".repeat(39) + "…");
        assertThat(Words.cut(" ".repeat(150) + "x".repeat(20))).isEqualTo("x".repeat(10));
        // No half of a character stays.
        assertThat(Words.cut("x".repeat(38) + "😀".repeat(9))).isEqualTo("x".repeat(38) + "…");
        assertThat(Words.cut("x".repeat(37) + "😀".repeat(9))).isEqualTo("x".repeat(37) + "😀…");
    }

    @Test
    void aFileTellsAHundredProblemsAndThatThereAreMore() {
        Problems problems = new Problems();
        for (int i = 1; i <= Problems.PER_FILE; i++) {
            problems.add(new Place("a.yaml", i, 1), Code.NOT_YAML, "broken");
        }
        assertThat(problems.sorted())
                .hasSize(Problems.PER_FILE)
                .allMatch(one -> one.message().equals("broken"));
        problems.add(new Place("a.yaml", 101, 1), Code.NOT_YAML, "broken");
        problems.add(new Place("a.yaml", 102, 1), Code.NOT_YAML, "broken");
        problems.add(new Place("b.yaml", 1, 1), Code.NOT_YAML, "broken");
        assertThat(problems.sorted()).hasSize(Problems.PER_FILE + 2);
        assertThat(problems.sorted().get(Problems.PER_FILE).code()).isEqualTo(Code.TOO_MANY.id());
        assertThat(problems.sorted().get(Problems.PER_FILE + 1).place().path()).isEqualTo("b.yaml");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 71, 72, 90, 120, 229, 230, 250, 300})
    void theCaretStandsBelowThePlace(int column) {
        StringBuilder built = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            built.append((char) ('a' + i % 26));
        }
        String line = built.toString();
        String[] told = print(line, column);
        int caret = told[1].length() - 1;
        assertThat(told[1]).endsWith("^");
        assertThat(told[0].charAt(caret)).isEqualTo(line.charAt(column - 1));
        assertThat(told[0].length()).isLessThan(150);
        assertThat(told[0].startsWith("    …")).isEqualTo(column > 71);
        assertThat(told[0].endsWith("…")).isEqualTo(column < 230);
    }

    @Test
    void theCaretCountsTabsAndCharactersOutsideTheBasicPlane() {
        assertThat(print("\ta: 😀 x", 6)).containsExactly("    \ta: 😀 x", "    \t    ^");
        assertThat(print("a\u0007b", 3)).containsExactly("    a\uFFFDb", "      ^");
        assertThat(print("ab", 9)).containsExactly("    ab", "      ^");
    }

    private static String[] print(String line, int column) {
        Diagnostic one = new Diagnostic(new Place("a.yaml", 1, column), Code.NOT_YAML.id(), "broken");
        String printed = DiagnosticPrinter.print(List.of(one), Map.of("a.yaml", List.of(line)));
        String[] lines = printed.split("\n");
        return new String[] {lines[1], lines[2]};
    }

    @Test
    void wordsComeWithWinnow() {
        assertThat(WordFiles.builtIn("de")).hasSizeGreaterThan(100);
        assertThat(WordFiles.builtIn("xx")).isEmpty();
    }

    @Test
    void proseComesWithWinnowInFourteenLanguages() {
        Map<String, List<String>> prose = WordFiles.prose();
        assertThat(prose)
                .containsOnlyKeys("ar", "de", "el", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh");
        assertThat(prose.get("en"))
                .contains(
                        "Read more books, she told the pupils of both schools, and watch less of whatever runs at night.");
        assertThat(prose.values())
                .allSatisfy(sentences -> assertThat(sentences)
                        .hasSizeGreaterThan(5)
                        .allMatch(sentence -> !sentence.isBlank() && sentence.equals(sentence.strip())));
    }

    @Test
    void kindsOfValuesHaveTheNamesOfTheSchema() {
        assertThat(NodeType.ofKey("integer")).contains(NodeType.INTEGER);
        assertThat(NodeType.ofKey("array")).contains(NodeType.ARRAY);
        assertThat(NodeType.ofKey("Integer")).isEmpty();
    }
}
