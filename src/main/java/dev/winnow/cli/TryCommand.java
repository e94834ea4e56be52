package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.render.PlainJson;
import dev.winnow.source.Inputs;
import dev.winnow.trial.Comparison;
import dev.winnow.trial.Effect;
import dev.winnow.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow try}: shows the effect of changed rules on a corpus before they are committed. */
@Command(
        name = "try",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Try rules on a corpus: show what they newly remove, spare (no longer remove) and capture.",
            "Every page is cleaned twice, and the results are compared: once with RULES, and once without them or with"
                    + " other rules (--since, --against). Changes on most pages are shown first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  winnow try my-rules --corpus pages/",
            "  winnow try my-rules --since HEAD --corpus corpus.jsonl.zst --max-change 0.01"
        })
final class TryCommand extends BaseCommand {

    @Parameters(paramLabel = "RULES", arity = "1..*", description = "The rules to try: files, or folders of them.")
    private final List<String> tried = new ArrayList<>();

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            required = true,
            description = "Pages to try the rules on, in any form that clean reads. Repeatable.")
    private final List<String> corpus = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "REV",
            description = "Compare with RULES as they were at this git revision, for example HEAD or origin/main.")
    private @Nullable String since;

    @Option(names = "--against", paramLabel = "DIR", description = "Compare with the rules in this folder.")
    private @Nullable String against;

    @Option(
            names = "--max-change",
            paramLabel = "SHARE",
            description = "Exit with code 1 if more than this share of the text is newly removed or spared, for example"
                    + " 0.01.")
    private double maxChange = 1;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Number of rows for each kind of change. Default: ${DEFAULT-VALUE}.")
    private int top = 20;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the result as JSON; - writes JSON to standard output, without the table.")
    private @Nullable String json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of pages compared in parallel; it does not change the result. Default: the number of"
                    + " processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final InputOptions reading = new InputOptions();

    @Mixin
    private final CleaningOptions cleaning = new CleaningOptions();

    private long failed;

    TryCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        check();
        Trial trial = new Trial();
        Winnow after = RuleOptions.build(builder(paths()));
        Comparison comparison = new Comparison(before(), after);
        EachPage pages = new EachPage(this, threads);
        try (Inputs inputs = reading.open(corpus, console)) {
            pages.run(inputs, comparison::of, trial::add);
        }
        failed = pages.failed();
        if (trial.pages() == 0 && failed == 0) {
            throw UserError.usage(String.join(", ", corpus) + ": there is no page to try the rules on");
        }
        comparison.after().rules().packs().stream()
                .filter(pack -> pack.ofSite() && RuleOptions.isBelow(pack.place(), paths()))
                .filter(pack -> !trial.sites().contains(pack.id()))
                .forEach(pack -> console.say("the rules of " + pack.id() + " apply to none of the pages: no page has a"
                        + " URL of its hosts, or its fingerprint"));
        boolean tooMuch = trial.change() > maxChange;
        if (Standard.STREAM.equals(json)) {
            console.out().write(json(trial));
        } else {
            console.out().write(new TryView(trial, console.width(), top).show().getBytes(UTF_8));
            if (json != null) {
                Files.write(Standard.path(json), json(trial));
            }
        }
        if (tooMuch) {
            console.say(String.format(
                    Locale.ROOT,
                    "%.2f %% of the text changes, more than the %.2f %% of --max-change",
                    100 * trial.change(),
                    100 * maxChange));
        }
        return tooMuch || failed > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void check() {
        if (threads < 1 || top < 1) {
            throw UserError.usage((threads < 1 ? "--threads" : "--top") + " must be at least 1");
        }
        if (!(maxChange >= 0 && maxChange <= 1)) {
            throw UserError.usage("--max-change is a share from 0 to 1, for example 0.01 for one in a hundred");
        }
        if (since != null && against != null) {
            throw UserError.usage("--since and --against both say what to compare with; choose one");
        }
    }

    private List<Path> paths() {
        return tried.stream().map(Standard::path).toList();
    }

    private Winnow before() throws IOException {
        if (since == null) {
            return before(against == null ? List.of() : List.of(Standard.path(against)));
        }
        try (PastFiles past = PastFiles.of(since, paths())) {
            return before(past.roots());
        }
    }

    /** Only the rules that are tried must know the site of {@code --site}: it may be new. */
    private Winnow before(List<Path> rules) {
        Winnow before = RuleOptions.build(builder(rules).site(null));
        String site = cleaning.site();
        return site == null || before.rules().sites().byId(site).isEmpty()
                ? before
                : RuleOptions.build(cleaning.builder().rules(before.rules()));
    }

    private WinnowBuilder builder(List<Path> rules) {
        WinnowBuilder builder = cleaning.builder();
        rules.forEach(builder::rules);
        return builder;
    }

    private byte[] json(Trial trial) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("pages", trial.pages());
        all.put("changed_pages", trial.changedPages());
        all.put("failed_pages", failed);
        all.put("change", trial.change());
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Effect.Kind kind : Effect.Kind.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("times", trial.times(kind));
            one.put("share", trial.share(kind));
            one.put("top", trial.top(kind, top).stream().map(TryCommand::plain).toList());
            kinds.put(kind.title().replace(' ', '_'), one);
        }
        all.put("effects", kinds);
        return (PlainJson.of(all) + "\n").getBytes(UTF_8);
    }

    private static Map<String, Object> plain(Trial.Frequent frequent) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("text", frequent.effect().text());
        plain.put("subject", frequent.effect().subject());
        plain.put("rule", frequent.effect().rule());
        plain.put("times", frequent.times());
        plain.put("pages", frequent.pages());
        plain.put("example", frequent.example());
        return plain;
    }
}
