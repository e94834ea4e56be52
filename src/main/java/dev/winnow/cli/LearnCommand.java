package dev.winnow.cli;

import dev.winnow.learn.Learner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow learn}: rules for a site, proposed from some of its pages. */
@Command(
        name = "learn",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Propose rules for a site from some of its pages: what recurs above, below and in their articles, days and selectors.",
            "Every third page is held back, and rules that are not right enough there are left out. Ten pages are a good beginning,"
                    + " as different as you can find."
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
            description = "Pages: what clean takes. Those with an address of another site are passed over.")
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
            description =
                    "Leave out rules that are less right than this on the pages held back, at the lower end of what is"
                            + " likely. Default: ${DEFAULT-VALUE}.")
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
