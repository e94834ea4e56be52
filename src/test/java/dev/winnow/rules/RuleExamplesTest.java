package dev.winnow.rules;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Winnow;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every rule that comes with Winnow. */
class RuleExamplesTest {

    @TestFactory
    Stream<DynamicTest> doesWhatItsExamplesSay() {
        return new ExampleRunner(Winnow.builder().build())
                .run().stream().map(result -> dynamicTest(result.name(), () -> check(result)));
    }

    private static void check(ExampleResult result) {
        if (!result.ok()) {
            fail(String.join("\n\n", result.problems()));
        }
    }
}
