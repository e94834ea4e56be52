package dev.winnow.cli;

import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner.Seen;
import dev.winnow.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects the examples and fixtures that {@code winnow test} runs.
 *
 * @param only sites, rules, or fixtures by name or by a part of their path; empty for all
 * @param names names of all fixtures; a full name selects only this fixture
 * @param changes selects tests by changed files; null to select all
 */
record TestSelection(
        List<String> only, Set<String> names, @Nullable TestChanges changes) {

    boolean takes(Rule rule) {
        return (only.isEmpty() || only.stream().anyMatch(what -> means(what, rule)))
                && (changes == null || changes.touch(rule));
    }

    /** Returns a condition on the cleaned page of a fixture; the fixture counts only if it holds. */
    Predicate<Seen> wants(FixtureCase fixture) {
        boolean named = only.isEmpty() || only.stream().anyMatch(what -> means(what, fixture));
        // The name of a rule selects the fixtures in which the rule removes something.
        return seen -> (named || only.stream().anyMatch(seen.rules()::contains))
                && (changes == null || changes.touch(fixture, seen));
    }

    /** Returns the first name in {@code only} that selects nothing; null if each selects something. */
    @Nullable
    String unknown(List<ExampleResult> examples, List<FixtureResult> fixtures) {
        for (String what : only) {
            if (examples.stream().noneMatch(result -> means(what, result.rule()))
                    && fixtures.stream()
                            .noneMatch(result -> means(what, result.fixture())
                                    || result.rules().contains(what))) {
                return what;
            }
        }
        return null;
    }

    private static boolean means(String what, Rule rule) {
        return rule.id().equals(what) || rule.id().startsWith(what + "/");
    }

    private boolean means(String what, FixtureCase fixture) {
        return names.contains(what) ? fixture.name().equals(what) : ("/" + fixture.name() + "/").contains(what);
    }
}
