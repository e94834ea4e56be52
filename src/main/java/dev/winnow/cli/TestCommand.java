package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Example;
import dev.winnow.rule.RulePack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow test}: do the rules do what their examples and the fixtures say? */
@Command(
        name = "test",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Run the examples of all rules and all fixtures. The rules alone decide, without the line model.",
            "In differences, - is expected and missing, + is there and not expected."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  winnow test", "  winnow test --only trtworld.com", "  winnow test --only common/share-bar --update"
        })
final class TestCommand extends BaseCommand {

    /** Set in continuous integration, where nobody reads what an update would change. */
    private static final String CI = "CI";

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Fixtures of your own. Default: those that come with Winnow.")
    private final List<String> fixtures = new ArrayList<>();

    @Option(names = "--only", paramLabel = "WHAT", description = "A site, a rule's id, or a part of a fixture's path.")
    private @Nullable String only;

    @Option(
            names = "--update",
            description = "Write what comes out as what fixtures expect, and show what changed. Not in CI.")
    private boolean update;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final ColourOption colour = new ColourOption();

    TestCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (update && !console.variable(CI).isEmpty() && !console.variable(CI).equals("false")) {
            throw UserError.usage("--update is refused where CI is set: somebody has to read what changes");
        }
        Winnow winnow = RuleOptions.build(rules.builder().model(Strictness.OFF));
        List<ExampleResult> examples = new ExampleRunner(winnow)
                .run().stream().filter(result -> wanted(result)).toList();
        List<FixtureResult> results = fixtures(winnow);
        if (only != null && examples.isEmpty() && results.isEmpty()) {
            throw UserError.usage("nothing is called '" + only + "'" + DidYouMean.hint(only, names(winnow)));
        }
        print(examples, results);
        boolean ok = examples.stream().allMatch(ExampleResult::ok)
                && results.stream().allMatch(FixtureResult::ok);
        return ok ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private boolean wanted(ExampleResult result) {
        return only == null
                || result.rule().id().equals(only)
                || result.rule().id().startsWith(only + "/");
    }

    private List<FixtureResult> fixtures(Winnow winnow) {
        FixtureRunner runner = new FixtureRunner(winnow);
        List<FixtureResult> results = new ArrayList<>();
        for (Path root : roots()) {
            for (FixtureCase fixture : FixtureCase.find(root)) {
                boolean named = only == null || ("/" + fixture.name() + "/").contains(only);
                // A rule's fixtures are those that it takes something of.
                FixtureResult result = named && update ? runner.update(fixture) : runner.run(fixture);
                if (named || result.rules().contains(only)) {
                    results.add(!named && update ? runner.update(fixture) : result);
                }
            }
        }
        return results;
    }

    private List<Path> roots() {
        if (fixtures.isEmpty()) {
            Path home = Path.of(System.getProperty("winnow.home", ""), "fixtures");
            return Files.isDirectory(home) && rules.usesBuiltin() ? List.of(home) : List.of();
        }
        List<Path> roots = new ArrayList<>();
        for (String folder : fixtures) {
            Path root = Standard.path(folder);
            if (!Files.isDirectory(root)) {
                throw UserError.usage("--fixtures " + folder + ": there is no such folder");
            }
            if (FixtureCase.find(root).stream().noneMatch(FixtureCase::isMeant)) {
                String why = new FixtureCase("", root).isMeant()
                        ? ": this is a fixture itself; name the folder above it. "
                        : ": there is no fixture in it. ";
                throw UserError.usage("--fixtures " + folder + why + FixtureCase.FORM);
            }
            roots.add(root);
        }
        return roots;
    }

    private static List<String> names(Winnow winnow) {
        TreeSet<String> names = new TreeSet<>();
        for (RulePack pack : winnow.rules().packs()) {
            names.add(pack.id());
            pack.rules().forEach(rule -> names.add(rule.id()));
        }
        return List.copyOf(names);
    }

    private void print(List<ExampleResult> examples, List<FixtureResult> results) throws IOException {
        Style style = colour.style(console);
        StringBuilder out = new StringBuilder();
        examples.stream()
                .filter(result -> !result.ok())
                .forEach(result -> failure(result.name(), result.problems(), style, out));
        for (FixtureResult result : results) {
            if (!result.updated().isEmpty()) {
                out.append(style.yellow("updated ")).append(result.name()).append('\n');
                result.updated()
                        .forEach(line ->
                                out.append("    ").append(coloured(line, style)).append('\n'));
                out.append('\n');
            }
            if (!result.ok()) {
                failure("fixture " + result.name(), result.problems(), style, out);
            }
        }
        summary(examples, results, style, out);
        console.out().write(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void failure(String name, List<String> problems, Style style, StringBuilder out) {
        out.append(style.red("failed ")).append(style.bold(name)).append('\n');
        for (String problem : problems) {
            Iterator<String> lines = problem.lines().iterator();
            out.append("  ").append(Console.printable(lines.next())).append('\n');
            lines.forEachRemaining(
                    line -> out.append("    ").append(coloured(line, style)).append('\n'));
        }
        out.append('\n');
    }

    private static String coloured(String line, Style style) {
        String shown = Console.printable(line);
        return line.startsWith("- ") ? style.red(shown) : line.startsWith("+ ") ? style.green(shown) : shown;
    }

    private static void summary(
            List<ExampleResult> examples, List<FixtureResult> results, Style style, StringBuilder out) {
        long rules =
                examples.stream().map(result -> result.rule().id()).distinct().count();
        long known = examples.stream()
                .filter(result -> result.example().wanted() == Example.Wanted.TODO && result.ok())
                .count();
        long failedExamples = examples.stream().filter(result -> !result.ok()).count();
        out.append(Standard.count(examples.size(), "example"))
                .append(" of ")
                .append(Standard.count(rules, "rule"))
                .append(": ")
                .append(verdict(examples.size() - failedExamples - known, failedExamples, style));
        out.append(known == 0 ? "" : ", " + Standard.count(known, "known failure"))
                .append('\n');
        long failed = results.stream().filter(result -> !result.ok()).count();
        out.append(Standard.count(results.size(), "fixture"))
                .append(": ")
                .append(verdict(results.size() - failed, failed, style));
        long updated =
                results.stream().filter(result -> !result.updated().isEmpty()).count();
        out.append(updated == 0 ? "" : ", " + updated + " updated: read the differences before you commit")
                .append('\n');
    }

    private static String verdict(long held, long failed, Style style) {
        return failed == 0 ? style.green(held + " hold") : held + " hold, " + style.red(failed + " failed");
    }
}
