package dev.winnow.golden;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Winnow;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.fixture.Problem;
import dev.winnow.model.Strictness;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every folder of {@code fixtures}, with the rules that come with Winnow alone. */
class FixtureTest {

    @TestFactory
    Stream<DynamicTest> givesWhatIsExpected() {
        Winnow winnow = Winnow.builder().model(Strictness.OFF).build();
        FixtureRunner runner = new FixtureRunner(winnow);
        Set<String> fired = new TreeSet<>();
        Stream<DynamicTest> fixtures = FixtureCase.find(Path.of("fixtures")).stream()
                .map(fixture -> dynamicTest(fixture.name(), fixture.folder().toUri(), () -> {
                    FixtureResult result = runner.run(fixture);
                    fired.addAll(result.rules());
                    check(result);
                }));
        return Stream.concat(
                fixtures, Stream.of(dynamicTest("hold the label of every rule", () -> labels(winnow, fired))));
    }

    /** A rule's label is held by a fixture of which it takes something, or by a mark in an example of its own. */
    private static void labels(Winnow winnow, Set<String> fired) {
        List<String> free = winnow.rules().packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> !rule.keep() && !fired.contains(rule.id()))
                .filter(rule -> rule.examples().stream()
                        .noneMatch(example -> example.text().contains("⟦⟦")))
                .map(rule -> rule.id())
                .toList();
        if (!free.isEmpty()) {
            fail("nothing would notice that these rules change their label; name it in the mark of a hit, as in"
                    + " ⟦⟦share⟧Share this page⟧: " + free);
        }
    }

    private static void check(FixtureResult result) {
        if (!result.ok()) {
            fail(result.problems().stream().map(Problem::text).collect(Collectors.joining("\n\n"))
                    + (result.hint().isEmpty() ? "" : "\n\nif this is right: " + result.hint()));
        }
    }
}
