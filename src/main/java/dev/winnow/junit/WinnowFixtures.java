package dev.winnow.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.fixture.Problem;
import dev.winnow.fixture.TestCall;
import dev.winnow.model.Strictness;
import dev.winnow.rule.RuleException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs your own rules and fixtures as tests of JUnit 5: one test for each example of each rule, and one for each fixture. Rules
 * and fixtures may be anywhere below a folder; no other files are needed.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> ourRules() {
 *     return WinnowFixtures.in(Path.of("winnow")).tests();
 * }
 * }</pre>
 *
 * <p>The tests use your rules and the built-in rules, but not the line model. The examples of the built-in rules are not run.
 * Immutable and thread-safe. Needs {@code org.junit.jupiter:junit-jupiter-api} on the class path.
 */
public final class WinnowFixtures {

    private final Path fixtures;
    private final @Nullable Path rules;
    private final boolean builtin;

    private WinnowFixtures(Path fixtures, @Nullable Path rules, boolean builtin) {
        this.fixtures = fixtures;
        this.rules = rules;
        this.builtin = builtin;
    }

    /**
     * Uses the rules and fixtures below a folder: every {@code *.yaml} is a rule file, every folder with a {@code source.*} is
     * a fixture.
     */
    public static WinnowFixtures in(Path folder) {
        return new WinnowFixtures(folder, null, true);
    }

    /** Returns the same fixtures with rules from another folder or file. */
    public WinnowFixtures withRules(Path elsewhere) {
        return new WinnowFixtures(fixtures, elsewhere, builtin);
    }

    /** Returns the same fixtures without the built-in rules; the built-in lexicons stay in use. */
    public WinnowFixtures withoutBuiltinRules() {
        return new WinnowFixtures(fixtures, rules, false);
    }

    /**
     * Returns the tests: a container for the examples of each pack, and one for the fixtures.
     *
     * @throws RuleException if the rules have problems; it lists all of them
     * @throws IllegalArgumentException if there is no rule or no fixture, since tests without content would always pass
     */
    public Stream<DynamicNode> tests() {
        Path ruleRoot = rules == null ? fixtures : rules;
        WinnowBuilder builder = Winnow.builder().model(Strictness.OFF).builtinRules(builtin);
        Winnow winnow = builder.rules(ruleRoot).build();
        List<DynamicNode> nodes = new ArrayList<>(examples(winnow, ruleRoot));
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("there is no rule in " + ruleRoot);
        }
        List<FixtureCase> cases =
                FixtureCase.find(fixtures).stream().filter(FixtureCase::isMeant).toList();
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("there is no fixture in " + fixtures + ". " + FixtureCase.FORM);
        }
        FixtureRunner runner = new FixtureRunner(winnow, call(ruleRoot));
        nodes.add(dynamicContainer(
                "fixtures",
                cases.stream()
                        .map(fixture -> dynamicTest(
                                fixture.name(), fixture.folder().toUri(), () -> check(runner.run(fixture))))));
        return nodes.stream();
    }

    private TestCall call(Path ruleRoot) {
        List<String> options = new ArrayList<>(List.of("--rules", ruleRoot.toString()));
        if (!builtin) {
            options.add("--no-builtin");
        }
        options.addAll(List.of("--fixtures", fixtures.toString()));
        return new TestCall("winnow", options);
    }

    private static List<DynamicNode> examples(Winnow winnow, Path ruleRoot) {
        Path root = ruleRoot.toAbsolutePath().normalize();
        Map<String, List<DynamicTest>> byPack = new LinkedHashMap<>();
        for (ExampleResult result : new ExampleRunner(winnow)
                .run(rule -> absolute(rule.place().path()).startsWith(root))) {
            String id = result.rule().id();
            URI place = URI.create(absolute(result.example().place().path()).toUri() + "?line="
                    + result.example().place().line());
            byPack.computeIfAbsent(id.substring(0, id.indexOf('/')), pack -> new ArrayList<>())
                    .add(dynamicTest(result.name(), place, () -> check(result)));
        }
        return byPack.entrySet().stream()
                .map(pack -> (DynamicNode) dynamicContainer("examples of " + pack.getKey(), pack.getValue()))
                .toList();
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static void check(ExampleResult result) {
        if (!result.ok()) {
            throw new AssertionError(String.join("\n\n", result.problems()));
        }
    }

    private static void check(FixtureResult result) {
        if (!result.ok()) {
            String hint = result.hint().isEmpty() ? "" : "\n\nif this is right: " + result.hint();
            throw new AssertionError(
                    result.problems().stream().map(Problem::text).collect(Collectors.joining("\n\n")) + hint);
        }
    }
}
