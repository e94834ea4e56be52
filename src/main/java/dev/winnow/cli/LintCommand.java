package dev.winnow.cli;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RulePack;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.Advice;
import dev.winnow.rule.load.DiagnosticPrinter;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
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
        List<RuleRoot> roots =
                folders.stream().map(Standard::path).map(RuleRoot::of).toList();
        LoadedRules loaded = new RuleLoader().loadSources(RuleRoot.all(!noBuiltin, roots));
        if (!loaded.ok()) {
            return report(loaded.diagnostics(), "problem", loaded);
        }
        try {
            RuleSet rules = RuleSet.compile(loaded.sources(), loaded.digest());
            List<Diagnostic> advice = Advice.on(loaded.sources());
            if (!advice.isEmpty()) {
                return report(advice, "rule", loaded);
            }
            int count =
                    rules.packs().stream().mapToInt(pack -> pack.rules().size()).sum();
            long sites = rules.packs().stream().filter(RulePack::ofSite).count();
            console.say(Standard.count(count, "rule") + " of " + Standard.count(sites, "site")
                    + " and of pages in general: no problems");
            return ExitCode.OK;
        } catch (RuleException e) {
            return report(e.diagnostics(), "problem", loaded);
        }
    }

    private int report(List<Diagnostic> found, String what, LoadedRules loaded) throws IOException {
        String report = DiagnosticPrinter.print(found, loaded.texts());
        console.out().write(report.getBytes(StandardCharsets.UTF_8));
        console.say(Standard.count(found.size(), what)
                + (what.equals("rule")
                        ? " with no evidence but wording; " + (found.size() == 1 ? "it works" : "they work")
                        : ""));
        return ExitCode.FINDINGS;
    }
}
