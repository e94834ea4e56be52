package dev.winnow.cli;

import dev.winnow.learn.Learner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow new-site}: makes a first pack for a site from a few pages. */
@Command(
        name = "new-site",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Begin rules for a site from one saved page or more.",
            "From " + Learner.FEWEST_PAGES
                    + " pages or more, rules are learnt as by winnow learn. From fewer pages, you"
                    + " get the lines around the article that may recur, and choose from them."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  winnow new-site example.com --from page.html -o my-rules"})
final class NewSiteCommand extends BaseCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The site, for example example.com.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Saved pages of the site.")
    private final List<String> pages = new ArrayList<>();

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final LearnOptions options = new LearnOptions();

    NewSiteCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        SitePages found = SitePages.read(pages, site, reading, console);
        if (found.documents().isEmpty()) {
            throw UserError.usage(String.join(", ", pages) + ": there is no page of " + site);
        }
        return new LearntFiles(console, options.output())
                .write(new Learner(options::builder, found.site(), 0).begin(found.documents()));
    }
}
