package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow lint}: what is wrong with rule files. */
@Command(
        name = "lint",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Check rule files: every problem of every file, with its place and what was probably meant.",
        footerHeading = "%nExamples:%n",
        footer = {"  winnow lint", "  winnow lint my-rules/"})
final class LintCommand extends BaseCommand {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "Folders of rules (or single files) of your own, beside those that come with Winnow.")
    private final List<String> folders = new ArrayList<>();

    @Option(names = "--no-builtin", description = "Without the rules that come with Winnow.")
    private boolean noBuiltin;

    LintCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (noBuiltin && folders.isEmpty()) {
            throw UserError.usage("--no-builtin leaves nothing to check; name a folder of rules");
        }
        WinnowBuilder builder = Winnow.builder().builtinRules(!noBuiltin);
        folders.forEach(folder -> builder.rules(Standard.path(folder)));
        try {
            RuleSet rules = builder.build().rules();
            int count =
                    rules.packs().stream().mapToInt(pack -> pack.rules().size()).sum();
            long sites = rules.packs().stream().filter(RulePack::ofSite).count();
            console.say(Standard.count(count, "rule") + " of " + Standard.count(sites, "site")
                    + " and of pages in general: no problems");
            return ExitCode.OK;
        } catch (RuleException e) {
            String report = e.report().stripTrailing() + "\n";
            console.out().write(report.getBytes(StandardCharsets.UTF_8));
            console.say(Standard.count(e.diagnostics().size(), "problem"));
            return ExitCode.FINDINGS;
        }
    }
}
