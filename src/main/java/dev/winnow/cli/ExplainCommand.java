package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.source.Inputs;
import dev.winnow.source.Loaded;
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
            "Show every line of a page with its label, rule and reason.",
            "For lines that stay: which rule came close, and what stopped it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  winnow explain page.txt", "  winnow explain --color always page.txt | less -R"})
final class ExplainCommand extends BaseCommand {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "What clean takes. Without any, standard input.")
    private final List<String> inputs = new ArrayList<>();

    @Option(names = "--short", description = "One row for each line of the page, however long it is.")
    private boolean brief;

    @Option(names = "--url", paramLabel = "URL", description = "Where the page was found. Tells its site.")
    private @Nullable String url;

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final NormalizeOptions normalize = new NormalizeOptions();

    @Mixin
    private final ColourOption colour = new ColourOption();

    ExplainCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        List<String> named = InputOptions.orStandardInput(inputs, console, "winnow explain page.txt");
        Winnow winnow = RuleOptions.build(normalize.apply(policy.apply(rules.builder())));
        ExplainView view = new ExplainView(colour.style(console), console.width(), brief);
        int exit = ExitCode.OK;
        boolean first = true;
        try (Inputs loaded = reading.open(named, console)) {
            while (loaded.hasNext()) {
                Loaded next = loaded.next();
                if (next instanceof Loaded.Document document) {
                    var source = url == null
                            ? document.document()
                            : document.document().withUrl(url);
                    String shown = view.show(document.origin(), source, winnow.explain(source));
                    console.out().write(((first ? "" : "\n\n") + shown).getBytes(StandardCharsets.UTF_8));
                    first = false;
                } else {
                    console.say(next.toString());
                    exit = ExitCode.FINDINGS;
                }
            }
        }
        return exit;
    }
}
