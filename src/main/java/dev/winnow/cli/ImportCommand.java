package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.imports.FtrImport;
import dev.winnow.imports.ImportSummary;
import dev.winnow.imports.Imported;
import dev.winnow.imports.Outcome;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow import}: makes rule packs from the rules of other programs. */
@Command(
        name = "import",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Make rule packs from the site files of another program.",
            "Each line that cannot be translated is reported with the reason.",
            "Format ftr: the files of Full-Text RSS and related programs. XPath becomes CSS selectors, if these select the"
                    + " same elements.",
            "Many such files: https://github.com/fivefilters/ftr-site-config"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow import ftr example.com.txt",
            "  winnow import ftr ftr-site-config/ -o my-rules/sites/",
            "  winnow import ftr ftr-site-config/ -o packs/ --quiet"
        })
final class ImportCommand extends BaseCommand {

    /** First words of a pack that this command made. Only such packs are overwritten. */
    private static final String MADE = "# Made from ";

    /** Format of the files. */
    enum Source {
        FTR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "FORMAT", description = "Format of the files: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by picocli; the only one there is
    private Source source;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files named after their host, as example.com.txt, or folders with such files.")
    private final List<String> files = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the packs. Without it, the pack of a single file goes to standard output.")
    private @Nullable String folder;

    @Option(names = "--quiet", description = "Do not list the lines that were not translated; show only the summary.")
    private boolean quiet;

    ImportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        List<Path> paths = paths();
        if (folder == null && paths.size() > 1) {
            throw UserError.usage("several packs need a folder to be written to; name it with -o");
        }
        FtrImport importing = new FtrImport(
                new RuleLoader().load(List.of(RuleRoot.builtIn())).sources().packs());
        ImportSummary summary = new ImportSummary();
        int losses = 0;
        int refused = 0;
        for (Path path : paths) {
            Imported imported;
            try {
                imported = importing.read(path.toString(), Files.readString(path, UTF_8));
            } catch (IllegalArgumentException e) {
                console.say(path + ": " + e.getMessage());
                refused++;
                continue;
            } catch (CharacterCodingException e) {
                console.say(path + ": not UTF-8 text");
                refused++;
                continue;
            }
            losses += imported.losses().size();
            summary.add(imported);
            if (!quiet) {
                imported.losses().forEach(loss -> console.err().println(Console.printable(line(path, loss))));
            }
            if (imported.yaml().isEmpty()) {
                console.say(path + ": nothing of it could be translated");
                continue;
            }
            write(imported);
        }
        if (paths.size() > 1) {
            console.err().print(summary.show());
        }
        return losses == 0 && refused == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static String line(Path path, Outcome loss) {
        return path + ":" + loss.line() + ": not translated: " + loss.reason() + ": " + loss.written();
    }

    private List<Path> paths() throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            Path path = Standard.path(file);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(each -> each.toString().endsWith(".txt") && Files.isRegularFile(each))
                            .sorted()
                            .forEach(paths::add);
                }
            } else if (Files.isRegularFile(path)) {
                paths.add(path);
            } else {
                throw UserError.usage(file + ": no such file or folder");
            }
        }
        if (paths.isEmpty()) {
            throw UserError.usage(String.join(", ", files) + ": there is no .txt file");
        }
        return paths;
    }

    private void write(Imported imported) throws IOException {
        if (folder == null) {
            console.out().write(imported.yaml().getBytes(UTF_8));
            return;
        }
        Path to = Standard.path(folder).resolve(imported.id() + ".yaml");
        if (Files.exists(to) && !Files.readString(to, UTF_8).startsWith(MADE)) {
            throw UserError.usage(to + " was not made by winnow import and is not overwritten");
        }
        Files.createDirectories(Standard.path(folder));
        Files.writeString(to, imported.yaml(), UTF_8);
    }
}
