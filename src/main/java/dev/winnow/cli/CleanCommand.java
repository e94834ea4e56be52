package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.output.ArticleWriter;
import dev.winnow.output.Checkpoint;
import dev.winnow.output.RejectedWriter;
import dev.winnow.output.RunFiles;
import dev.winnow.render.Format;
import dev.winnow.render.Version;
import dev.winnow.report.RunFacts;
import dev.winnow.report.RunReport;
import dev.winnow.report.RunStatistics;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow clean}: documents in, articles out. */
@Command(
        name = "clean",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Clean articles and write their text and metadata.",
            "The default format is JSON Lines: one article a line."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow clean pages/ -o articles.jsonl",
            "  winnow clean 'pages/**/*.txt' --format markdown -o cleaned/",
            "  winnow clean --ledger < dump.jsonl > articles.jsonl",
            "  winnow clean corpus.jsonl -o articles.jsonl --resume",
            "  winnow clean corpus.jsonl --format parquet -o articles/ --resume"
        })
final class CleanCommand extends BaseCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description =
                    "Files, folders, globs (in quotes), or - for standard input. Formats: ${bundle:list.inputs}. The"
                            + " format is recognised by content. Default: standard input.")
    private final List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = Standard.STREAM,
            description = "Output: a file; a folder (ending in /) with one file for each document; or - for standard"
                    + " output (the default). With --format parquet, NAME.parquet is one file, and every other name is"
                    + " a folder of part files.")
    private String output = Standard.STREAM;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            converter = Formats.class,
            completionCandidates = Formats.class,
            description = "Output format: ${COMPLETION-CANDIDATES}. annotated keeps every line and shows its label."
                    + " Default: ${DEFAULT-VALUE}.")
    private Format format = Format.JSONL;

    @Option(names = "--ledger", description = "Write every removed or changed span with its offsets and reason.")
    private boolean ledger;

    @Option(
            names = "--labels",
            description = "Write the label of each span of the text, such as heading. audit is then faster: it cleans"
                    + " only HTML again.")
    private boolean labels;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "URL of the document, which decides its site. Only for a single document.")
    private @Nullable String url;

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final CleaningOptions cleaning = new CleaningOptions();

    @Mixin
    private final RunOptions runs = new RunOptions();

    private final EarlyRules early;

    CleanCommand(Console console, EarlyRules early) {
        super(console);
        this.early = early;
    }

    @Override
    public Integer call() throws IOException {
        runs.check();
        for (Format.Detail detail : details()) {
            if (!format.holds(detail)) {
                throw UserError.usage("--" + detail.name().toLowerCase(Locale.ROOT) + " needs one of the formats "
                        + String.join(", ", Format.with(detail)) + ": the others have no place for it");
            }
        }
        List<String> named = InputOptions.orStandardInput(inputs, console, "clean pages/");
        RunFiles files = files();
        if (runs.resume() && format == Format.PARQUET && files != null && !format.isFolder(output)) {
            throw UserError.usage("--resume cannot continue a single Parquet file; write part files, with -o "
                    + output.replaceFirst("(?i)\\.parquet$", "") + "/");
        }
        Path rejected = runs.rejected(Optional.ofNullable(files).map(RunFiles::rejected))
                .orElse(null);
        OutputFilter own = OutputFilter.of(output, format, beside(files, rejected, runs.report()), named);
        Winnow winnow = cleaning.winnow(early, console);
        // Opening locks the output. Read the files of an earlier run only after that: another run may still write them.
        try (ArticleWriter writer = open();
                RejectedWriter setAside = rejected == null ? null : open(rejected)) {
            Checkpoint earlier = earlier(files, circumstances(winnow, named));
            if (earlier != null && files != null && CleanRun.wasThrough(files, earlier)) {
                files.clear();
                console.say("nothing to do: " + output + " is complete");
                return earlier.rejected() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
            }
            try (Inputs inputs = reading.open(named, console, runs.maxTime())) {
                Iterator<Input> documents = url == null ? own.without(inputs) : single(inputs, url);
                ProgressBar bar = new ProgressBar(console, output, named, inputs::bytesRead);
                Report report = new Report(console, bar, output, rejected == null ? "" : rejected.toString());
                Path target = runs.report().orElse(null);
                RunStatistics statistics = target == null ? null : statistics(earlier);
                Instant began = Instant.now();
                CleanRun run = new CleanRun(
                        this, winnow, runs, writer, files, setAside, statistics, report, circumstances(winnow, named));
                if (earlier != null) {
                    run.resume(earlier, documents);
                }
                try (Interruption interruption = Interruption.listen(console)) {
                    int exit = run.run(documents, interruption);
                    if (target != null && statistics != null) {
                        tell(target, statistics, facts(winnow, named, began, inputs.bytesRead(), earlier));
                    }
                    if (!inputs.skipped().isEmpty()) {
                        console.say("skipped: " + inputs.skipped());
                    }
                    return exit;
                }
            }
        } catch (IOException e) {
            if (Standard.isClosedPipe(e)) {
                return ExitCode.OK;
            }
            throw e;
        }
    }

    /** The files that the run keeps beside its output; null when the output has no place for them. */
    private @Nullable RunFiles files() throws IOException {
        try {
            return RunFiles.of(output, format).orElse(null);
        } catch (InvalidPathException e) {
            throw UserError.usage("'" + output + "' is not a valid path on this system: " + e.getReason());
        }
    }

    /** The statistics of the earlier run if it collected any, else empty ones. */
    private static RunStatistics statistics(@Nullable Checkpoint earlier) throws IOException {
        return earlier == null || earlier.statistics().isEmpty()
                ? new RunStatistics()
                : RunStatistics.restore(earlier.statistics());
    }

    private RunFacts facts(
            Winnow winnow, List<String> named, Instant began, long bytesRead, @Nullable Checkpoint earlier) {
        return new RunFacts(
                Version.current(),
                winnow.rules().digest(),
                settings(named),
                began,
                Duration.between(began, Instant.now())
                        .plusMillis(earlier == null || earlier.statistics().isEmpty() ? 0 : earlier.millis()),
                runs.threads(),
                bytesRead,
                earlier == null || !earlier.statistics().isEmpty() ? 0 : earlier.inputs(),
                RunFacts.packs(winnow.rules()));
    }

    private void tell(Path target, RunStatistics statistics, RunFacts facts) {
        try {
            RunReport.of(facts, statistics).write(target);
        } catch (IOException e) {
            console.say("cannot write the report " + target + ": " + e.getMessage());
        }
    }

    /** The checkpoint of an unfinished run that this run continues; null if there is none. */
    private @Nullable Checkpoint earlier(@Nullable RunFiles files, Map<String, String> settings) throws IOException {
        if (files == null) {
            if (runs.resume()) {
                throw UserError.usage("--resume needs an output on disk; name it with -o FILE or -o FOLDER/");
            }
            return null;
        }
        if (!files.unfinished()) {
            return null;
        }
        if (runs.restart()) {
            files.clear();
            return null;
        }
        Checkpoint earlier = Checkpoint.read(files.checkpoint());
        if (!runs.resume()) {
            throw UserError.usage("an earlier run to " + output + " stopped after "
                    + Standard.count(earlier.inputs(), "document")
                    + "; continue it with --resume, or discard it with --restart");
        }
        List<String> differences = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(settings.keySet());
        names.addAll(earlier.settings().keySet());
        for (String name : names) {
            String before = earlier.settings().getOrDefault(name, "");
            String now = settings.getOrDefault(name, "");
            if (!before.equals(now)) {
                differences.add(name + " was '" + before + "' and is '" + now + "'");
            }
        }
        if (!differences.isEmpty()) {
            throw UserError.usage("cannot resume: " + String.join(", ", differences)
                    + "; call it as before, or start over with --restart");
        }
        return earlier;
    }

    /** The inputs and options that determine the output, as the user gave them. */
    private Map<String, String> settings(List<String> named) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("inputs", String.join(" ", named));
        for (OptionSpec option : spec.options()) {
            String name = option.longestName();
            if (!RunOptions.leavesOutput(name) && !option.originalStringValues().isEmpty()) {
                settings.put(name, String.join(",", option.originalStringValues()));
            }
        }
        return settings;
    }

    /** All that determines the output, except the content of the inputs. */
    private Map<String, String> circumstances(Winnow winnow, List<String> named) {
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("version", Version.current());
        circumstances.put("rules", winnow.rules().digest());
        if (winnow.model() != null) {
            circumstances.put("model", winnow.model());
        }
        if (winnow.statistics() != null) {
            circumstances.put("statistics", winnow.statistics());
        }
        circumstances.putAll(settings(named));
        return circumstances;
    }

    private static List<Path> beside(@Nullable RunFiles files, @Nullable Path rejected, Optional<Path> report) {
        List<Path> beside = new ArrayList<>(files == null ? List.of() : files.own());
        if (rejected != null) {
            beside.add(rejected);
        }
        report.ifPresent(beside::add);
        return beside;
    }

    private Set<Format.Detail> details() {
        Set<Format.Detail> details = EnumSet.noneOf(Format.Detail.class);
        if (ledger) {
            details.add(Format.Detail.LEDGER);
        }
        if (labels) {
            details.add(Format.Detail.LABELS);
        }
        return details;
    }

    private ArticleWriter open() {
        try {
            return ArticleWriter.open(output, format, details(), console.out());
        } catch (IOException e) {
            // A usage error: nothing was done yet, and the output named cannot be written.
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private static RejectedWriter open(Path rejected) {
        try {
            return RejectedWriter.open(rejected);
        } catch (IOException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The only document, with the URL of {@code --url}. */
    private static Iterator<Input> single(Iterator<Input> documents, String url) {
        if (!documents.hasNext()) {
            return documents;
        }
        Input first = documents.next();
        if (documents.hasNext()) {
            throw UserError.usage(
                    "--url is for a single document; give many their URLs as JSON Lines with a field \"url\"");
        }
        Input withUrl = first instanceof Input.Document one
                ? new Input.Document(one.origin(), one.document().withUrl(url))
                : first;
        return List.of(withUrl).iterator();
    }

    static final class Formats extends Choice<Format> {
        Formats() {
            super("format", Format.keys(), Format::ofKey);
        }
    }
}
