package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that propose rules. */
final class LearnOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Write the rules to DIR/sites/DOMAIN.yaml, and some pages as fixtures below DIR/fixtures. Default:"
                            + " only the rules, to standard output.")
    private @Nullable String output;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder (or file) of rules that you already have, used beside Winnow's rules. Repeatable.")
    private final List<String> rules = new ArrayList<>();

    /** Returns a new builder with these rules. */
    WinnowBuilder builder() {
        WinnowBuilder builder = Winnow.builder();
        rules.stream().map(Standard::path).forEach(builder::rules);
        return builder;
    }

    /**
     * Checks that the rules load.
     *
     * @throws UserError with all diagnostics if they do not
     */
    void check() {
        RuleOptions.build(builder());
    }

    @Nullable
    String output() {
        return output;
    }
}
