package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.winnow.document.Line;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a rule folder, loading ends with diagnostics. */
class HostileRulesTest {

    @TempDir
    private Path folder;

    @Test
    void refusesAHugeFile() throws IOException {
        assertThat(codes("pack: common\nname: " + "x".repeat(10_000_000) + "\n"))
                .containsExactly("R003");
    }

    @Test
    void readsAHugeScalarBelowTheLimit() throws IOException {
        assertThat(codes("pack: common\nname: " + "x ".repeat(1_900_000) + "\n"))
                .containsExactly("R021");
    }

    @Test
    void boundsTheNumberOfProblems() throws IOException {
        StringBuilder text = new StringBuilder("pack: common\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("key").append(i).append(": value\n");
        }
        assertThat(codes(text.toString())).hasSize(Problems.PER_FILE + 1).contains("R012", "R020");
    }

    @Test
    void refusesDeepNesting() throws IOException {
        assertThat(codes("pack: " + "[".repeat(1_000_000))).containsExactly("R011");
        assertThat(codes("pack: " + "{a: ".repeat(500_000))).containsExactly("R011");
        assertThat(codes("- ".repeat(500_000))).containsExactly("R011");
        assertThat(codes("? ".repeat(500_000))).containsExactly("R011");
    }

    @Test
    void refusesAnAliasBomb() throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 2_000; i++) {
            text.append(String.format(Locale.ROOT, "a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
        }
        assertThat(codes(text.toString())).containsOnly("R009");
    }

    @Test
    void readsNoise() throws IOException {
        Random random = new Random(7);
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        assertThat(codes(noise)).containsExactly("R004");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("pack: common\n");
            for (int k = 0; k < 60; k++) {
                text.append("{}[]:-?&*!|>'\"%@` \n\tab#,⟦⟧".charAt(random.nextInt(26)));
            }
            assertThat(codes(text.toString())).isNotEmpty();
        }
    }

    @Test
    void readsEveryPrefixOfAPack() throws IOException {
        String pack = Files.readString(Path.of("src/test/resources/rules/design/sites/trtworld.com.yaml"));
        for (int end = 0; end < pack.length() - 1; end += 7) {
            codes(pack.substring(0, end));
        }
    }

    @Test
    void readsATemplateOfBracesInLinearTime() throws IOException {
        String template = "{any} ".repeat(300_000);
        assertThat(codes("pack: common\nrules:\n- id: a\n  label: related\n  line: \"" + template + "\"\n"))
                .contains("R021");
        assertThat(codes("pack: common\nrules:\n- id: a\n  label: related\n  line: '" + "{x} ".repeat(300_000) + "'\n"))
                .contains("R021", "R041");
    }

    @Test
    void refusesARegularExpressionThatIsNestedTooDeep() throws IOException {
        assertThat(codesOfRegex("(?:xy".repeat(1_250) + ")*".repeat(1_250))).contains("R044");
        assertThat(codesOfRegex("xy" + "(?:z".repeat(90) + ")*".repeat(90))).doesNotContain("R044");
    }

    @Test
    void refusesARegularExpressionOfManyPages() throws IOException {
        assertThat(codesOfRegex("Read more ".repeat(10_000))).contains("R044");
    }

    @Test
    void refusesRepetitionsThatGrowWithoutEnd() throws IOException {
        assertThat(codesOfRegex("((a{1,1000}){1,1000})b")).contains("R044");
        assertThat(codesOfRegex("Read (?:(?:more ){40}x{40}){40}")).contains("R044");
        assertThat(codesOfRegex("Read (?:(?:(?:a{10}){10}){10}){10}")).contains("R044");
        assertThat(codesOfRegex("Read " + "(?:a{1000})".repeat(100))).contains("R044");
        assertThat(codesOfRegex("Read " + "((".repeat(40) + "a" + "){2}){2}".repeat(40)))
                .contains("R044");
        assertThat(codesOfRegex("Read more (?:[A-Z][a-z]{1,40} ?){1,20}")).doesNotContain("R044");
        assertThat(codesOfRegex("Read more[{]{2}\\{2}.{2,900}{x}")).doesNotContain("R044");
        assertThat(codesOfRegex("Read more\\x{2019}\\x{1F4A5}{2}")).doesNotContain("R044");
    }

    @Test
    void countsPartsThatRepeatMoreOftenThanAnyPageHasLines() throws IOException {
        StringBuilder text = new StringBuilder("pack: common\nrules:\n- id: a\n  label: related\n  lines:\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("  - {line: Read more ").append(i).append(", optional: true, repeat: 1000000}\n");
        }
        text.append("  - {line: Read on}\n  examples:\n  - hit: '⟦Read on⟧'\n  - miss: Read on and on.\n");
        LoadedRules rules = load(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(rules.diagnostics()).isEmpty();
        RuleSet set = RuleSet.compile(rules.sources(), "");
        assertThat(set.scan("Read on", List.of(new Line("Read on", 0, 0, 7, false))))
                .isNotNull();
    }

    @Test
    void readsEveryBracketOfARegularExpression() throws IOException {
        assertThat(codesOfRegex("Read more[[:a]")).doesNotContain("R044");
        assertThat(codesOfRegex("Read more[[:alpha:][:a]")).doesNotContain("R044");
        assertThat(codesOfRegex("Read more \\Q[\\E")).contains("R044");
    }

    @Test
    void readsHalfASurrogatePair() throws IOException {
        String rule = "pack: common\nrules:\n- id: a\n  label: related\n  regex: \"Read more \\ud83d\"\n";
        assertThat(codes(rule)).doesNotContain("R044");
    }

    private List<String> codesOfRegex(String regex) throws IOException {
        return codes("pack: common\nrules:\n- id: a\n  label: related\n  regex: '" + regex + "'\n");
    }

    private List<String> codes(String text) throws IOException {
        return codes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes(byte[] bytes) throws IOException {
        return load(bytes).diagnostics().stream().map(Diagnostic::code).toList();
    }

    private LoadedRules load(byte[] bytes) throws IOException {
        Path file = folder.resolve("hostile.yaml");
        Files.write(file, bytes);
        LoadedRules rules = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> new RuleLoader().load(List.of(RuleRoot.of(file))));
        assertThat(DiagnosticPrinter.print(rules).length()).isLessThan(200_000);
        return rules;
    }
}
