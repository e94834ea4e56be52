package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that propose rules have in common. */
final class LearnOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Write DIR/sites/DOMAIN.yaml, and some of the pages as fixtures below DIR/fixtures. Default: the pack"
                            + " goes to standard output.")
    private @Nullable String output;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rules that you have already, beside those that come with Winnow; repeatable.")
    private final List<String> rules = new ArrayList<>();

    /** A cleaner's builder, a new one for each call. */
    WinnowBuilder builder() {
        WinnowBuilder builder = Winnow.builder();
        rules.stream().map(Standard::path).forEach(builder::rules);
        return builder;
    }

    /**
     * Checks the rules that are there.
     *
     * @throws UserError with all that is wrong with them
     */
    void check() {
        RuleOptions.build(builder());
    }

    @Nullable
    String output() {
        return output;
    }
}
