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
 * Which examples and fixtures of {@code winnow test} run.
 *
 * @param only sites, rules, or fixtures by name or a part of it; empty for all
 * @param names of all fixtures: a whole name means this one alone
 * @param changes what was touched; null where that does not matter
 */
record TestSelection(
        List<String> only, Set<String> names, @Nullable TestChanges changes) {

    boolean takes(Rule rule) {
        return (only.isEmpty() || only.stream().anyMatch(what -> means(what, rule)))
                && (changes == null || changes.touch(rule));
    }

    /** What a fixture's page must turn out to be, so that it runs. */
    Predicate<Seen> wants(FixtureCase fixture) {
        boolean named = only.isEmpty() || only.stream().anyMatch(what -> means(what, fixture));
        // A rule's fixtures are those that it takes something of.
        return seen -> (named || only.stream().anyMatch(seen.rules()::contains))
                && (changes == null || changes.touch(fixture, seen));
    }

    /** The first of the names that nothing has; null when each means something. */
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
