package dev.winnow.cli;

import dev.winnow.Explanation;
import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.source.Input;
import dev.winnow.source.Inputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
            "A line has the number of its line in the file; in a record, in the decoded text of the record.",
            "For a line that stays, also show each rule that nearly matched and what stopped it: a guard, or the part of"
                    + " a sequence that did not fit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow explain page.txt",
            "  winnow explain --id page-17 corpus.jsonl.zst",
            "  winnow explain --id page-17 --grep harbour corpus.jsonl.zst",
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

    @Option(
            names = "--grep",
            paramLabel = "TEXT",
            description = "Show only lines that contain this text, in upper or lower case.")
    private @Nullable String text;

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
                first &= !show((first ? "" : "\n\n"), document, winnow, view);
            } else {
                console.say(next.toString());
                exit = ExitCode.FINDINGS;
            }
        }
        return first && text != null ? notFound() : exit;
    }

    private int notFound() {
        console.say("no line contains '" + text + "'");
        return ExitCode.FINDINGS;
    }

    /** Shows the document with an id, and stops reading after it. */
    private int one(String wanted, Inputs inputs, Winnow winnow, ExplainView view) throws IOException {
        ClosestIds others = new ClosestIds(wanted);
        List<String> failures = new ArrayList<>();
        while (inputs.hasNext()) {
            Input next = inputs.next();
            if (next instanceof Input.Document document) {
                if (document.document().id().equals(wanted)) {
                    return show("", document, winnow, view) ? ExitCode.OK : notFound();
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

    /** Shows a document, or its lines with the text of {@code --grep}; returns false if it has no such line. */
    private boolean show(String before, Input.Document document, Winnow winnow, ExplainView view) throws IOException {
        SourceDocument source =
                url == null ? document.document() : document.document().withUrl(url);
        Explanation explanation = winnow.explain(source);
        String shown;
        if (text == null) {
            shown = view.show(document.origin(), source, explanation);
        } else {
            List<Integer> found = with(text, explanation);
            if (found.isEmpty()) {
                return false;
            }
            shown = view.show(document.origin(), explanation, found);
        }
        console.out().write((before + shown).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static List<Integer> with(String text, Explanation explanation) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return IntStream.range(0, explanation.lines().size())
                .filter(i -> explanation
                        .lines()
                        .get(i)
                        .line()
                        .text()
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .boxed()
                .toList();
    }
}
