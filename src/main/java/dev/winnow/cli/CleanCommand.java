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
        description = "Clean articles: text and metadata, as JSON Lines unless another format is asked for.",
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
                    "Files, folders, globs (quoted), or - for standard input: ${bundle:list.inputs}; told apart by"
                            + " content. Without any, standard input.")
    private final List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = Standard.STREAM,
            description = "A file; a folder (ending in /) for one file a document; - for standard output (default)."
                    + " For parquet, NAME.parquet is a file; all else a folder of part files.")
    private String output = Standard.STREAM;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            converter = Formats.class,
            completionCandidates = Formats.class,
            description = "${COMPLETION-CANDIDATES}. annotated has every line with its label, nothing"
                    + " dropped. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.JSONL;

    @Option(names = "--ledger", description = "Tell every removed or changed stretch, with offsets and reasons.")
    private boolean ledger;

    @Option(
            names = "--labels",
            description = "Tell what each stretch of the text is, such as a heading; audit need not clean again then.")
    private boolean labels;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the document was found; for a single document. Tells its site.")
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
        List<String> named = InputOptions.orStandardInput(inputs, console, "winnow clean pages/");
        RunFiles files = files();
        if (runs.resume() && format == Format.PARQUET && files != null && !format.isFolder(output)) {
            throw UserError.usage("--resume cannot go on with a single Parquet file; write part files, with -o "
                    + output.replaceFirst("(?i)\\.parquet$", "") + "/");
        }
        Path rejected = runs.rejected(Optional.ofNullable(files).map(RunFiles::rejected))
                .orElse(null);
        OutputFilter own = OutputFilter.of(output, format, beside(files, rejected, runs.report()), named);
        Winnow winnow = cleaning.winnow(early, console);
        // Opening claims the output; nothing of an earlier run is looked at before, or another run may be writing it.
        try (ArticleWriter writer = open();
                RejectedWriter setAside = rejected == null ? null : open(rejected)) {
            Checkpoint earlier = earlier(files, circumstances(winnow, named));
            if (earlier != null && files != null && CleanRun.wasThrough(files, earlier)) {
                files.clear();
                console.say("nothing is left to do: " + output + " is whole");
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

    /** What the run keeps beside its output; null where there is no place for it. */
    private @Nullable RunFiles files() throws IOException {
        try {
            return RunFiles.of(output, format).orElse(null);
        } catch (InvalidPathException e) {
            throw UserError.usage("'" + output + "' is no path on this system: " + e.getReason());
        }
    }

    /** Those of an earlier run, if it counted. */
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

    /** What an earlier run did before it broke off, if this one is to go on with it. */
    private @Nullable Checkpoint earlier(@Nullable RunFiles files, Map<String, String> settings) throws IOException {
        if (files == null) {
            if (runs.resume()) {
                throw UserError.usage("--resume needs an output that stays; write it with -o FILE or -o FOLDER/");
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
            throw UserError.usage("an earlier run to " + output + " broke off after "
                    + Standard.count(earlier.inputs(), "document")
                    + "; go on with it by --resume, or forget it by --restart");
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

    /** The inputs and the options on which the output depends, as the user gave them. */
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

    /** What the output depends on, but for the inputs' content. */
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
            // Nothing is lost yet: the command named a place where nothing can be written.
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

    /** The only document, with its URL. */
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
