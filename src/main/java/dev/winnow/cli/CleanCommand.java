package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.source.Inputs;
import dev.winnow.source.Loaded;
import dev.winnow.writer.ArticleWriter;
import dev.winnow.writer.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
            "  winnow clean --ledger < dump.jsonl > articles.jsonl"
        })
final class CleanCommand extends BaseCommand {

    /** Characters of documents under way at most, some 256 MB. */
    private static final long MOST_CHARACTERS = 1L << 27;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "Files, folders, globs (quoted), or - for standard input: text, JSON Lines, WARC, ZIP, TAR,"
                    + " also as gz, bz2, xz, zst, told apart by content. Without any, standard input.")
    private final List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = Standard.STREAM,
            description = "A file; a folder (ending in /) for one file a document; - for standard output (default).")
    private String output = Standard.STREAM;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            converter = ToFormat.class,
            completionCandidates = FormatNames.class,
            description =
                    "jsonl (default), text, markdown, tei, parquet (one file), or annotated: every line with its label,"
                            + " nothing dropped.")
    private Format format = Format.JSONL;

    @Option(names = "--ledger", description = "Tell every removed or changed stretch, with offsets and reasons.")
    private boolean ledger;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the document was found; for a single document. Tells its site.")
    private @Nullable String url;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Documents cleaned at the same time; the output is the same. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final NormalizeOptions normalize = new NormalizeOptions();

    CleanCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw UserError.usage("--threads must be at least 1");
        }
        if (ledger && !format.holdsLedger()) {
            throw UserError.usage(
                    "--ledger needs --format jsonl, tei or parquet: the other formats have no place for it");
        }
        List<String> named = InputOptions.orStandardInput(inputs, console, "winnow clean pages/");
        OutputFilter own = OutputFilter.of(output, format.extension(), named);
        Winnow winnow = RuleOptions.build(normalize.apply(policy.apply(rules.builder())));
        try (Inputs loaded = reading.open(named, console)) {
            Iterator<Loaded> documents = url == null ? own.without(loaded) : single(loaded, url);
            int exit = clean(winnow, documents);
            if (!loaded.skipped().isEmpty()) {
                console.say("skipped: " + loaded.skipped());
            }
            return exit;
        }
    }

    private int clean(Winnow winnow, Iterator<Loaded> documents) throws IOException {
        Report report = new Report(console, output);
        OrderedWork<Loaded, Result> work = new OrderedWork<>(threads, CleanCommand::weight, MOST_CHARACTERS);
        try (ArticleWriter writer = open()) {
            work.run(documents, item -> clean(winnow, item, writer), result -> write(result, writer, report));
            writer.commit();
        } catch (IOException e) {
            if (Standard.isClosedPipe(e)) {
                return ExitCode.OK;
            }
            throw e;
        }
        return report.end();
    }

    private ArticleWriter open() {
        try {
            return ArticleWriter.open(output, format, ledger, console.out());
        } catch (IOException e) {
            // Nothing is lost yet: the command named a place where nothing can be written.
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private static long weight(Loaded loaded) {
        return loaded instanceof Loaded.Document document
                ? document.document().text().length()
                : 0;
    }

    /** The only document, with its URL. */
    private static Iterator<Loaded> single(Iterator<Loaded> documents, String url) {
        if (!documents.hasNext()) {
            return documents;
        }
        Loaded first = documents.next();
        if (documents.hasNext()) {
            throw UserError.usage(
                    "--url is for a single document; give many their URLs as JSON Lines with a field \"url\"");
        }
        Loaded withUrl = first instanceof Loaded.Document one
                ? new Loaded.Document(one.origin(), one.document().withUrl(url))
                : first;
        return List.of(withUrl).iterator();
    }

    private Result clean(Winnow winnow, Loaded item, ArticleWriter writer) {
        if (item instanceof Loaded.Failure failure) {
            return Result.failed(failure.toString());
        }
        Loaded.Document loaded = (Loaded.Document) item;
        try {
            var article = winnow.clean(loaded.document());
            return new Result(writer.render(article), article.warnings(), "");
        } catch (OutOfMemoryError e) {
            return Result.failed(loaded.origin()
                    + ": not enough memory for it; use fewer --threads, or more memory: WINNOW_JAVA_OPTS=-Xmx8g");
        } catch (RuntimeException | StackOverflowError e) {
            trace(e);
            return Result.failed(loaded.origin() + ": this is a bug: " + e + "; run again with --debug, and report it");
        }
    }

    private static void write(Result result, ArticleWriter writer, Report report) throws IOException {
        if (result.article() == null) {
            report.failed(result.failure());
            return;
        }
        writer.write(result.article());
        report.written(result.article().id(), result.warnings());
    }

    /**
     * What came of one input.
     *
     * @param article null when it failed
     */
    private record Result(ArticleWriter.@Nullable Rendered article, List<String> warnings, String failure) {

        static Result failed(String message) {
            return new Result(null, List.of(), message);
        }
    }

    static final class ToFormat implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return Format.ofKey(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no format '" + value + "'" + DidYouMean.hintOrAll(value, Format.keys())));
        }
    }

    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Format.keys().iterator();
        }
    }
}
