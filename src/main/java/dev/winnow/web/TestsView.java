package dev.winnow.web;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.fixture.Expectation;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.fixture.Problem;
import dev.winnow.fixture.TestRun;
import dev.winnow.fixture.TestRun.State;
import dev.winnow.fixture.WordDiff;
import dev.winnow.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs the user's examples and fixtures, shows differences, and accepts an actual result as the expected one. */
final class TestsView {

    private final Bench bench;

    TestsView(Bench bench, Server server) {
        this.bench = bench;
        server.on("POST api/tests", this::tests)
                .on("POST api/fixture", this::fixture)
                .on("POST api/accept", this::accept);
    }

    private List<FixtureCase> cases() {
        Path folder = bench.fixtures();
        return folder == null || !Files.isDirectory(folder) ? List.of() : FixtureCase.find(folder);
    }

    private FixtureCase named(String name) {
        return cases().stream()
                .filter(fixture -> fixture.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Answer.NOT_FOUND, "there is no fixture " + name));
    }

    // ---- all ----

    private Answer tests(Request request) throws IOException {
        Winnow winnow = bench.cleaners().rulesAlone(request.draft());
        Set<String> own = bench.cleaners().texts(request.draft()).files().keySet();
        return Answer.json(Map.of("job", bench.jobs().start(progress -> tests(winnow, own, progress))));
    }

    private Object tests(Winnow winnow, Set<String> own, Jobs.Progress progress) {
        List<FixtureCase> cases = cases();
        progress.total(cases.size() + 1);
        List<ExampleResult> examples = new ExampleRunner(winnow).run(rule -> isOf(rule, own));
        progress.step();
        FixtureRunner runner = new FixtureRunner(winnow);
        List<FixtureResult> fixtures = cases.parallelStream()
                .filter(fixture -> !progress.isCancelled())
                .map(fixture -> {
                    FixtureResult result = runner.run(fixture);
                    progress.step();
                    return result;
                })
                .toList();
        TestRun run = new TestRun(winnow.rules().digest(), examples, fixtures, List.of());
        List<TestRun.Test> tests = run.tests();
        List<Map<String, @Nullable Object>> rows = IntStream.range(0, tests.size())
                .mapToObj(i -> plain(
                        tests.get(i),
                        i < examples.size()
                                ? null
                                : fixtures.get(i - examples.size()).name()))
                .toList();
        return Map.of(
                "examples",
                Map.of(
                        "holds", run.examples(State.HOLDS),
                        "failed", run.examples(State.FAILED),
                        "known", run.examples(State.KNOWN_FAILURE)),
                "fixtures",
                Map.of("holds", run.fixtures(State.HOLDS), "failed", run.fixtures(State.FAILED)),
                "rows",
                rows);
    }

    private static boolean isOf(Rule rule, Set<String> files) {
        return files.contains(rule.place().path());
    }

    private static Map<String, @Nullable Object> plain(TestRun.Test test, @Nullable String fixture) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("group", test.group());
        plain.put("name", test.name());
        plain.put("state", test.state().toString());
        plain.put("file", test.file());
        plain.put("line", test.line());
        plain.put(
                "problems",
                test.problems().stream()
                        .map(found -> Map.of("text", found.text(), "file", found.file(), "line", found.line()))
                        .toList());
        plain.put("fixture", fixture);
        return plain;
    }

    // ---- one ----

    private Answer fixture(Request request) throws IOException {
        FixtureCase fixture = named(request.neededText("name"));
        FixtureResult result = new FixtureRunner(bench.cleaners().rulesAlone(request.draft())).run(fixture);
        if (result.explanation() == null) {
            throw new Refusal(
                    Answer.UNFIT,
                    "the page cannot be read: " + result.problems().get(0).text());
        }
        Article article = result.explanation().article();
        String expected = Expectation.text(fixture);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("name", fixture.name());
        told.put("expected", expected);
        told.put("actual", article.text());
        told.put(
                "diff",
                expected == null
                        ? List.of()
                        : WordDiff.of(expected, article.text()).stream()
                                .map(SaveView::plain)
                                .toList());
        told.put(
                "metadata",
                Expectation.metadata(fixture, article).stream()
                        .map(TestsView::plain)
                        .toList());
        told.put("problems", result.problems().stream().map(Problem::text).toList());
        return Answer.json(told);
    }

    private static Map<String, @Nullable Object> plain(Expectation.FieldShown field) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("field", field.name());
        plain.put("expected", field.expected());
        plain.put("actual", field.found());
        return plain;
    }

    private Answer accept(Request request) throws IOException {
        FixtureResult result =
                new FixtureRunner(bench.cleaners().rulesAlone(null)).update(named(request.neededText("name")));
        return Answer.json(Map.of(
                "changed", result.updated(),
                "ok", result.ok(),
                "problems", result.problems().stream().map(Problem::text).toList()));
    }
}
