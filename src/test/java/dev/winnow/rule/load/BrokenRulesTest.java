package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that must be rejected, each beside what is printed about it. A folder is a case of several files. Run with
 * {@code -Dwinnow.update=true} to write what is printed now, and read the difference.
 */
class BrokenRulesTest {

    private static final Path CASES = Path.of("src/test/resources/rules/broken");

    @TestFactory
    List<DynamicTest> saysWhatIsWrong() throws IOException {
        return cases().stream()
                .map(path -> DynamicTest.dynamicTest(name(path), () -> check(path)))
                .toList();
    }

    @Test
    void showsEveryCodeButThoseOfTheSurroundings() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path path : cases()) {
            Arrays.stream(Files.readString(expected(path)).split("\\s+"))
                    .filter(word -> word.matches("R\\d{3}"))
                    .forEach(shown::add);
        }
        Set<String> codes = Arrays.stream(Code.values()).map(Code::id).collect(Collectors.toCollection(TreeSet::new));
        // Unreadable, without rules, too large, too many, and what only lint says: these have tests of their own.
        codes.removeAll(Set.of("R001", "R002", "R003", "R012"));
        codes.removeIf(code -> code.compareTo("R060") >= 0);
        assertThat(shown).containsAll(codes);
    }

    private static void check(Path path) throws IOException {
        String printed = DiagnosticPrinter.print(new RuleLoader().load(List.of(RuleRoot.of(path))));
        assertThat(printed).as("a broken file has diagnostics").isNotEmpty();
        if (Boolean.getBoolean("winnow.update")) {
            Files.writeString(expected(path), printed);
        } else if (!Files.exists(expected(path))) {
            fail("no " + expected(path));
        } else {
            assertThat(printed).isEqualTo(Files.readString(expected(path)));
        }
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> list = Files.list(CASES)) {
            return list.filter(path -> !path.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString().replace(".yaml", "");
    }

    private static Path expected(Path path) {
        return path.resolveSibling(name(path) + ".txt");
    }
}
