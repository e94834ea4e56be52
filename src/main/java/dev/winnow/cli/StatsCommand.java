package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.model.Strictness;
import dev.winnow.output.WholeFile;
import dev.winnow.source.Inputs;
import dev.winnow.stats.PageReader;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow stats}: counts the lines that recur on the pages of sites, for {@code clean --stats}. */
@Command(
        name = "stats",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Count the lines that recur on the pages of each site, for clean --stats.",
            "A page is identified by its URL, a site by its registered domain. You can count the parts of a corpus one by one and"
                    + " merge the files, in any order: the result is the same, byte for byte."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow stats corpus.jsonl.zst -o corpus.stats",
            "  winnow stats --merge january.stats february.stats -o year.stats",
            "  winnow stats --show corpus.stats --site example.com",
            "  winnow clean corpus.jsonl.zst --stats corpus.stats -o articles.jsonl"
        })
final class StatsCommand extends BaseCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Pages with URLs, in any form that clean reads. With --merge or --show: files of statistics.")
    private final List<String> named = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File for the statistics; - for standard output.")
    private @Nullable String output;

    @Option(names = "--merge", description = "Merge several files of statistics into one.")
    private boolean merge;

    @Option(names = "--show", description = "Print a file of statistics.")
    private boolean show;

    @Option(names = "--site", paramLabel = "HOST", description = "With --show: only this site.")
    private @Nullable String site;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "With --show: number of lines for each site. Default: ${DEFAULT-VALUE}.")
    private int top = 20;

    @Option(names = "--json", description = "With --show: as JSON.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of pages read in parallel; it does not change the result. Default: the number of"
                    + " processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final NormalizeOptions normalize = new NormalizeOptions();

    private long counted;
    private long failed;

    StatsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        check();
        if (show) {
            String text = new StatsView(read(named.get(0)), site, top, console.width()).show(json);
            console.out().write(text.getBytes(UTF_8));
            return ExitCode.OK;
        }
        StatisticsCollector collector = new StatisticsCollector();
        if (merge) {
            named.forEach(file -> collector.add(read(file)));
        } else {
            count(collector);
        }
        Statistics statistics = collector.statistics();
        write(statistics);
        tell(statistics);
        return failed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void check() {
        if (threads < 1 || top < 1) {
            throw UserError.usage((threads < 1 ? "--threads" : "--top") + " must be at least 1");
        }
        if (show && merge) {
            throw UserError.usage("--show prints a file and --merge makes one; choose one");
        }
        if (show && (named.size() > 1 || output != null)) {
            throw UserError.usage(
                    output != null ? "--show prints to standard output; leave out -o" : "--show takes one file");
        }
        if (!show && (site != null || json)) {
            throw UserError.usage((json ? "--json" : "--site") + " is for --show");
        }
        if (!show && output == null) {
            throw UserError.usage("-o FILE is missing: name the file for the statistics");
        }
    }

    private static Statistics read(String file) {
        return StatisticsOptions.read(file);
    }

    private void count(StatisticsCollector collector) throws IOException {
        Winnow winnow = RuleOptions.build(normalize.apply(Winnow.builder()).model(Strictness.OFF));
        PageReader pages = new PageReader(winnow.rules().lexicons());
        EachPage each = new EachPage(this, threads);
        try (Inputs inputs = reading.open(named, console)) {
            each.run(inputs, page -> pages.read(page, winnow.page(page)), (name, page) -> {
                counted++;
                collector.add(page);
            });
        }
        failed = each.failed();
        if (counted == 0 && failed == 0) {
            throw UserError.usage(String.join(", ", named) + ": there is no page to count");
        }
    }

    private void write(Statistics statistics) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        statistics.write(bytes);
        if (output == null || output.equals(Standard.STREAM)) {
            console.out().write(bytes.toByteArray());
            return;
        }
        try {
            WholeFile.write(Standard.path(output), bytes.toByteArray());
        } catch (IOException e) {
            throw UserError.usage(output + " cannot be written: " + e);
        }
    }

    private void tell(Statistics statistics) {
        long known = statistics.sites().size();
        console.say((merge ? Standard.count(named.size(), "file") : Standard.count(counted, "page")) + ", "
                + Standard.count(known, "site"));
        if (statistics.unknownPages() > 0) {
            console.say("pages without a URL, not counted: " + statistics.unknownPages());
        }
        if (statistics.halvings() > 0) {
            console.say("too many pages for one file: one page in " + (1L << statistics.halvings())
                    + " is kept; split the corpus by sites to keep more");
        }
    }
}
