package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.fixture.Coverage;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.fixture.FixtureCase;
import dev.winnow.fixture.FixtureResult;
import dev.winnow.fixture.FixtureRunner;
import dev.winnow.fixture.Gauge;
import dev.winnow.fixture.Mutation;
import dev.winnow.fixture.TestCall;
import dev.winnow.fixture.TestReport;
import dev.winnow.fixture.TestRun;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import dev.winnow.rule.slot.Lexicons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow test}: checks the rules against their examples and the fixtures. */
@Command(
        name = "test",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Test rules: run the examples of all rules, and all fixtures.",
            "The line model is switched off. With --rules, only the examples of your own rules run, and the fixtures of"
                    + " --fixtures.",
            "In differences, - marks what is expected but missing, + marks what is there but not expected."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow test",
            "  winnow test --only trtworld.com --only common/share-bar",
            "  winnow test --rules our-rules --fixtures our-pages --report junit.xml",
            "  winnow test --rules our-rules --fixtures our-pages --changed=origin/main",
            "  winnow test --rules our-rules --fixtures our-pages --watch",
            "  winnow test --only ferry-resumes --update"
        })
final class TestCommand extends BaseCommand {

    /** Environment variable that CI systems set. {@code --update} is refused there: nobody would read the differences. */
    private static final String CI = "CI";

    /** Maximum number of failures for which the last line suggests a command. */
    private static final int MOST_NAMED = 10;

    /** Format of standard output. */
    enum Shown {
        TEXT,
        GITHUB,
        JSON,
        TAP,
        JUNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "Folder of your own fixtures. Repeatable. Default: Winnow's fixtures; with --rules, none.")
    private final List<String> fixtures = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            description = "Run only this: a site, the id of a rule, or the name of a fixture or a part of its path."
                    + " Repeatable.")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--changed",
            paramLabel = "REV",
            arity = "0..1",
            fallbackValue = "HEAD",
            description =
                    "Run only what changed since a git revision (default: HEAD). A change in the rules of a site runs"
                            + " its pages; a change in common rules or word lists runs every page.")
    private @Nullable String changed;

    @Option(names = "--watch", description = "Run again what changes, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--update",
            description = "Write the results into the fixtures as the expected ones, and show the differences. Refused"
                    + " in CI.")
    private boolean update;

    @Option(
            names = "--coverage",
            description = "List the rules, parts, conditions and lexicon words that no example and no fixture reaches.")
    private boolean coverage;

    @Option(
            names = "--mutate",
            description =
                    "Remove each rule, remove each condition and change each label in turn. List what no test notices,"
                            + " and misses that can never fail.")
    private boolean mutate;

    @Option(
            names = "--floor",
            paramLabel = "N",
            description = "With --coverage or --mutate: exit with code 1 if the result is below N percent.")
    private double floor;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "Format of standard output: ${COMPLETION-CANDIDATES}. github is text with annotations. Default:"
                            + " text; in GitHub Actions, github.")
    private @Nullable Shown format;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Also write a report, by the ending of the file: JUnit XML (.xml), TAP (.tap), JSON (.json), or a page"
                            + " that shows every document with what was removed and why (.html). Repeatable.")
    private final List<String> reports = new ArrayList<>();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Option(
            names = "--builtin",
            description = "With --rules: also run Winnow's examples and fixtures, to see what your rules change there.")
    private boolean builtin;

    @Mixin
    private final ColourOption colour = new ColourOption();

    TestCommand(Console console) {
        super(console);
    }

    /**
     * A folder of fixtures.
     *
     * @param call the command that runs them, for hints
     */
    private record Root(Path folder, TestCall call, List<FixtureCase> cases) {}

    @Override
    public Integer call() throws IOException {
        check();
        if (watch) {
            try (Interruption interruption = Interruption.listen(console)) {
                watch(interruption::wanted);
            }
            return ExitCode.OK;
        }
        List<Path> watched = new ArrayList<>(ruleRoots());
        roots().forEach(root -> watched.add(root.folder()));
        return run(changed == null ? null : GitChanges.since(changed, watched));
    }

    private void check() {
        if (update && !console.variable(CI).isEmpty() && !console.variable(CI).equals("false")) {
            throw UserError.usage("--update is refused where CI is set: somebody must read the differences");
        }
        if (watch && (update || changed != null)) {
            throw UserError.usage("--watch finds changes by itself; leave out " + (update ? "--update" : "--changed"));
        }
        if (builtin && !rules.usesBuiltin()) {
            throw UserError.usage("--builtin and --no-builtin exclude each other; leave one out");
        }
        if (floor != 0 && !coverage && !mutate) {
            throw UserError.usage("--floor needs --coverage or --mutate; add one of them");
        }
        if (floor < 0 || floor > 100) {
            throw UserError.usage("--floor is in percent, from 0 to 100");
        }
        for (String report : reports) {
            if (TestReport.ofFile(report).isEmpty()) {
                throw UserError.usage("--report " + report + ": the ending decides the format; there are "
                        + String.join(", ", TestReport.endings()));
            }
        }
    }

    // ---- watching ----

    /** Runs all tests, then those that changes concern, until told to stop. */
    private void watch(BooleanSupplier stop) throws IOException {
        List<Path> watched = new ArrayList<>(ruleRoots());
        roots().forEach(root -> watched.add(root.folder()));
        try (Watcher watcher = new Watcher(watched)) {
            runOrTell(null);
            console.say("watching "
                    + watched.stream().map(Path::toString).distinct().collect(Collectors.joining(", "))
                    + "; Ctrl-C ends");
            while (!stop.getAsBoolean()) {
                Set<Path> touched = watcher.await(stop);
                if (!touched.isEmpty()) {
                    console.say("changed: "
                            + touched.stream()
                                    .map(path -> String.valueOf(path.getFileName()))
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
                    runOrTell(touched);
                }
            }
        }
    }

    /** Runs tests and prints a usage error without ending: rules may be incomplete while somebody writes them. */
    private void runOrTell(@Nullable Set<Path> touched) throws IOException {
        try {
            run(touched);
        } catch (UserError e) {
            console.say(e.text());
        }
    }

    // ---- running ----

    /** @param touched absolute paths of changed files; null to run all tests */
    private int run(@Nullable Set<Path> touched) throws IOException {
        for (String report : reports) {
            // If the rules cannot be read, there is no report: nobody should take an earlier one for it.
            Files.deleteIfExists(Standard.path(report));
        }
        Winnow winnow = RuleOptions.build(rules.builder().model(Strictness.OFF), this::annotate);
        List<Root> roots = roots();
        Set<String> names = new HashSet<>();
        roots.forEach(root -> root.cases().forEach(fixture -> names.add(fixture.name())));
        TestChanges changes = touched == null
                ? null
                : new TestChanges(touched, ruleRoots(), winnow.rules().packs());
        TestSelection selection = new TestSelection(only, names, changes);
        List<ExampleResult> examples =
                new ExampleRunner(winnow).run(rule -> (builtin || rules.isOwn(rule)) && selection.takes(rule));
        List<FixtureResult> results = new ArrayList<>();
        for (Root root : roots) {
            FixtureRunner runner = new FixtureRunner(winnow, root.call());
            root.cases().parallelStream()
                    .map(fixture -> runner.run(fixture, update, selection.wants(fixture)))
                    .flatMap(Optional::stream)
                    .forEachOrdered(results::add);
        }
        String unknown = touched == null ? selection.unknown(examples, results) : null;
        if (unknown != null) {
            throw UserError.usage(
                    "nothing is called '" + unknown + "'" + DidYouMean.hint(unknown, names(winnow, names)));
        }
        boolean ok = examples.stream().allMatch(ExampleResult::ok)
                && results.stream().allMatch(FixtureResult::ok);
        List<Gauge> gauges = ok ? gauges(winnow, selection, roots) : List.of();
        TestRun run = new TestRun(winnow.rules().digest(), examples, results, gauges);
        for (String report : reports) {
            write(report, run);
        }
        show(run);
        if (roots.isEmpty()) {
            console.say("no fixtures: name their folder with --fixtures");
        } else if (touched != null && examples.isEmpty() && results.isEmpty()) {
            console.say("no example and no fixture was touched");
        }
        if (!ok && (coverage || mutate)) {
            console.say("nothing is measured while tests fail");
        }
        return ok && isAboveFloor(gauges) ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private List<Gauge> gauges(Winnow winnow, TestSelection selection, List<Root> roots) {
        Predicate<Rule> wanted = rule -> (builtin || rules.isOwn(rule)) && selection.takes(rule);
        List<FixtureCase> cases =
                roots.stream().flatMap(root -> root.cases().stream()).toList();
        List<Gauge> gauges = new ArrayList<>();
        if (coverage) {
            gauges.add(Coverage.of(winnow, wanted, cases, knownWords()));
        }
        if (mutate) {
            gauges.add(Mutation.of(winnow, wanted, cases));
        }
        return gauges;
    }

    /** Words that the coverage does not count: those of Winnow's lexicons, if only the user's own rules are tested. */
    private Lexicons knownWords() {
        return rules.hasOwn() && !builtin
                ? new RuleLoader()
                        .load(List.of(RuleRoot.builtInLexicons()))
                        .sources()
                        .lexicons()
                : Lexicons.NONE;
    }

    private boolean isAboveFloor(List<Gauge> gauges) {
        boolean above = true;
        for (Gauge gauge : gauges) {
            if (gauge.percent() < floor) {
                above = false;
                console.say(String.format(
                        Locale.ROOT,
                        "%s is %.1f %%, below the floor of %.1f %%",
                        gauge.name(),
                        gauge.percent(),
                        floor));
            }
        }
        return above;
    }

    private Shown shown() {
        return format != null ? format : Annotations.areWanted(console) ? Shown.GITHUB : Shown.TEXT;
    }

    private void annotate(List<Diagnostic> problems) {
        if (shown() == Shown.GITHUB) {
            try {
                console.out().write(Annotations.of(console).errors(problems).getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void show(TestRun run) throws IOException {
        String text = switch (shown()) {
            case JSON -> TestReport.JSON.of(run);
            case TAP -> TestReport.TAP.of(run);
            case JUNIT -> TestReport.JUNIT.of(run);
            case TEXT -> new TestView(colour.style(console)).show(run) + again(run);
            case GITHUB ->
                new TestView(colour.style(console)).show(run)
                        + again(run)
                        + TestView.annotations(run, Annotations.of(console));
        };
        console.out().write(text.getBytes(UTF_8));
    }

    /** Returns a line with the command that runs the failed tests again; empty if it does not help. */
    private String again(TestRun run) {
        Set<String> failed = new LinkedHashSet<>();
        run.examples().stream()
                .filter(result -> !result.ok())
                .forEach(result -> failed.add(result.rule().id()));
        run.fixtures().stream().filter(result -> !result.ok()).forEach(result -> failed.add(result.name()));
        if (failed.isEmpty() || failed.size() > MOST_NAMED || failed.equals(Set.copyOf(only))) {
            return "";
        }
        List<String> options = new ArrayList<>(options());
        fixtures.forEach(folder -> options.addAll(List.of("--fixtures", folder)));
        List<String> named = new ArrayList<>();
        failed.forEach(name -> named.addAll(List.of("--only", name)));
        return "to run only these again: " + new TestCall(Standard.program(), options).with(named) + "\n";
    }

    private static void write(String report, TestRun run) throws IOException {
        Path file = Standard.path(report);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, TestReport.ofFile(report).orElseThrow().of(run), UTF_8);
    }

    // ---- what there is ----

    private List<String> options() {
        List<String> options = new ArrayList<>(rules.written());
        if (builtin) {
            options.add("--builtin");
        }
        return options;
    }

    private boolean withBuiltinFixtures() {
        return rules.usesBuiltin() && (builtin || !rules.hasOwn() && fixtures.isEmpty());
    }

    private static Path home(String folder) {
        return Path.of(System.getProperty("winnow.home", ""), folder);
    }

    /** Files and folders of the rules that the user may change. */
    private List<Path> ruleRoots() {
        List<Path> roots = new ArrayList<>(rules.paths());
        if (rules.usesBuiltin() && (builtin || !rules.hasOwn()) && Files.isDirectory(home("rules"))) {
            roots.add(home("rules"));
        }
        return roots;
    }

    private List<Root> roots() {
        List<Root> roots = new ArrayList<>();
        for (String folder : fixtures) {
            List<String> options = new ArrayList<>(rules.written());
            options.addAll(List.of("--fixtures", folder));
            roots.add(new Root(Standard.path(folder), new TestCall(Standard.program(), options), cases(folder)));
        }
        if (withBuiltinFixtures() && Files.isDirectory(home("fixtures"))) {
            Path folder = home("fixtures");
            roots.add(new Root(folder, new TestCall(Standard.program(), options()), FixtureCase.find(folder)));
        }
        return roots;
    }

    private static List<FixtureCase> cases(String folder) {
        Path root = Standard.path(folder);
        if (!Files.isDirectory(root)) {
            throw UserError.usage("--fixtures " + folder + ": there is no such folder");
        }
        List<FixtureCase> cases = FixtureCase.find(root);
        if (cases.stream().noneMatch(FixtureCase::isMeant)) {
            String why = new FixtureCase("", root).isMeant()
                    ? ": this is a fixture itself; name the folder above it. "
                    : ": there is no fixture in it. ";
            throw UserError.usage("--fixtures " + folder + why + FixtureCase.FORM);
        }
        return cases;
    }

    private static List<String> names(Winnow winnow, Set<String> fixtures) {
        TreeSet<String> names = new TreeSet<>(fixtures);
        for (RulePack pack : winnow.rules().packs()) {
            names.add(pack.id());
            pack.rules().forEach(rule -> names.add(rule.id()));
        }
        return List.copyOf(names);
    }
}
