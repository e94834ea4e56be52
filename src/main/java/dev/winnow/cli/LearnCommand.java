package dev.winnow.cli;

import dev.winnow.learn.Learner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow learn}: proposes rules for a site from some of its pages. */
@Command(
        name = "learn",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Propose rules for a site from some of its pages.",
            "The rules name lines that recur above, below and inside the articles, the order of dates, and CSS selectors.",
            "Every third page is held back to test the rules; rules that are wrong too often there are left out. Begin"
                    + " with about ten pages that differ as much as possible."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow learn --site example.com pages/",
            "  winnow learn --site example.com corpus.jsonl.zst -o my-rules"
        })
final class LearnCommand extends BaseCommand {

    @Parameters(
            paramLabel = "PAGES",
            arity = "1..*",
            description = "Pages, in any form that clean reads. Pages with a URL of another site are skipped.")
    private final List<String> pages = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "DOMAIN",
            required = true,
            description = "The site, for example example.com.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String site;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description = "Leave out rules with less precision than this on the pages held back. The lower bound of the"
                    + " confidence interval counts. Default: ${DEFAULT-VALUE}.")
    private double precision = 0.7;

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final LearnOptions options = new LearnOptions();

    LearnCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (!(precision >= 0 && precision <= 1)) {
            throw UserError.usage("--precision is a share from 0 to 1, for example 0.9");
        }
        options.check();
        SitePages found = SitePages.read(pages, site, reading, console);
        int count = found.documents().size();
        if (count < Learner.FEWEST_PAGES) {
            throw UserError.usage(Standard.count(count, "page") + " of " + site + ": nothing recurs on fewer than "
                    + Learner.FEWEST_PAGES + "; add some, or begin by hand with winnow new-site " + site
                    + " --from FILE");
        }
        Learner learner = new Learner(options::builder, found.site(), precision);
        return new LearntFiles(console, options.output()).write(learner.learn(found.documents()));
    }
}
