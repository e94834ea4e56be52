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

/** {@code winnow explain}: shows the label of every line of a page, and the reason. */
@Command(
        name = "explain",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Show every line of a page with its label, shapes, rule and reason.",
            "For a line that stays, also show each rule that nearly matched and what stopped it: a guard, or the part of"
                    + " a sequence that did not fit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow explain page.txt",
            "  winnow explain --id page-17 corpus.jsonl.zst",
            "  winnow explain --color always page.txt | less -R"
        })
final class ExplainCommand extends BaseCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Pages, in any form that clean reads. Default: standard input.")
    private final List<String> inputs = new ArrayList<>();

    /** Maximum number of unreadable inputs that are listed when the document of {@code --id} is not found. */
    private static final int MOST_FAILURES = 10;

    @Option(names = "--id", paramLabel = "ID", description = "Show only the document with this id.")
    private @Nullable String id;

    @Option(names = "--short", description = "Cut every line of the page to one row.")
    private boolean brief;

    @Option(names = "--url", paramLabel = "URL", description = "URL of the page, which decides its site.")
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
        List<String> named = InputOptions.orStandardInput(inputs, console, "explain page.txt");
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

    /** Shows the document with an id, and stops reading after it. */
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
        // One of the unreadable inputs may be the wanted document.
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
