package dev.winnow.golden;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Winnow;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every folder of {@code fixtures}, with the rules that come with Winnow. */
class FixtureTest {

    @TestFactory
    Stream<DynamicTest> givesWhatIsExpected() {
        FixtureRunner runner = new FixtureRunner(Winnow.builder().build());
        return FixtureCase.find(Path.of("fixtures")).stream()
                .map(fixture ->
                        dynamicTest(fixture.name(), fixture.folder().toUri(), () -> check(runner.run(fixture))));
    }

    private static void check(FixtureResult result) {
        if (!result.ok()) {
            fail(String.join("\n\n", result.problems()));
        }
    }
}
