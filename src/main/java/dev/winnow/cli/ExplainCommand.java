package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow explain}: what every line of a page is, and why. */
@Command(
        name = "explain",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Show every line of a page with its label, its shapes, its rule and the reason.",
            "For lines that stay: which rule came close, and what stopped it; of a sequence the part that did not fit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow explain page.txt",
            "  winnow explain --id page-17 corpus.jsonl.zst",
            "  winnow explain --color always page.txt | less -R"
        })
final class ExplainCommand extends BaseCommand {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "What clean takes. Without any, standard input.")
    private final List<String> inputs = new ArrayList<>();

    /** Inputs that cannot be read, of which we tell when a document is not found. */
    private static final int MOST_FAILURES = 10;

    @Option(names = "--id", paramLabel = "ID", description = "Only the document with this id, of many in a corpus.")
    private @Nullable String id;

    @Option(names = "--short", description = "One row for each line of the page, however long it is.")
    private boolean brief;

    @Option(names = "--url", paramLabel = "URL", description = "Where the page was found. Tells its site.")
    private @Nullable String url;

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final CleaningOptions cleaning = new CleaningOptions();

    @Mixin
    private final ColourOption colour = new ColourOption();

    private final EarlyRules early;

    ExplainCommand(Console console, EarlyRules early) {
        super(console);
        this.early = early;
    }

    @Override
    public Integer call() throws IOException {
        List<String> named = InputOptions.orStandardInput(inputs, console, "winnow explain page.txt");
        Winnow winnow = cleaning.winnow(early, console);
        ExplainView view = new ExplainView(colour.style(console), console.width(), brief);
        try (Inputs inputs = reading.open(named, console)) {
            return id == null ? all(inputs, winnow, view) : one(id, inputs, winnow, view);
        }
    }

    private int all(Inputs inputs, Winnow winnow, ExplainView view) throws IOException {
        int exit = ExitCode.OK;
        boolean first = true;
        while (inputs.hasNext()) {
            Input next = inputs.next();
            if (next instanceof Input.Document document) {
                show((first ? "" : "\n\n"), document, winnow, view);
                first = false;
            } else {
                console.say(next.toString());
                exit = ExitCode.FINDINGS;
            }
        }
        return exit;
    }

    /** Reads no further than the document asked for. */
    private int one(String wanted, Inputs inputs, Winnow winnow, ExplainView view) throws IOException {
        ClosestIds others = new ClosestIds(wanted);
        List<String> failures = new ArrayList<>();
        while (inputs.hasNext()) {
            Input next = inputs.next();
            if (next instanceof Input.Document document) {
                if (document.document().id().equals(wanted)) {
                    show("", document, winnow, view);
                    return ExitCode.OK;
                }
                others.add(document.document().id());
            } else if (failures.size() < MOST_FAILURES) {
                failures.add(next.toString());
            }
        }
        // One of these may be the document asked for.
        failures.forEach(console::say);
        throw UserError.usage(others.message());
    }

    private void show(String before, Input.Document document, Winnow winnow, ExplainView view) throws IOException {
        SourceDocument source =
                url == null ? document.document() : document.document().withUrl(url);
        String shown = before + view.show(document.origin(), source, winnow.explain(source));
        console.out().write(shown.getBytes(StandardCharsets.UTF_8));
    }
}
