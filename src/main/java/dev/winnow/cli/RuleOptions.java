package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules a command works with. */
final class RuleOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rules of your own, beside those that come with Winnow; repeatable.")
    private final List<String> rules = new ArrayList<>();

    @Option(names = "--no-builtin", description = "Without the rules that come with Winnow.")
    private boolean noBuiltin;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Take every page as one of this site, for example trtworld.com.")
    private @Nullable String site;

    /** A builder with these rules. */
    WinnowBuilder builder() {
        if (noBuiltin && rules.isEmpty()) {
            throw UserError.usage("--no-builtin leaves no rules; name a folder of your own with --rules");
        }
        WinnowBuilder builder = Winnow.builder().builtinRules(!noBuiltin);
        paths().forEach(builder::rules);
        if (site != null) {
            builder.site(site);
        }
        return builder;
    }

    /**
     * The same, with rules that may be loaded already.
     *
     * @param console is told what is worth knowing of the rules
     */
    WinnowBuilder builder(EarlyRules early, Console console) {
        WinnowBuilder builder = builder().notes(console::say);
        RuleSet loaded = noBuiltin || !rules.isEmpty() ? null : early.rules(console);
        return loaded == null ? builder : builder.rules(loaded);
    }

    boolean usesBuiltin() {
        return !noBuiltin;
    }

    /** Whether there are rules of the user's. */
    boolean hasOwn() {
        return !rules.isEmpty();
    }

    /** Whether the rule is the user's, or there are none but those that come with Winnow. */
    boolean isOwn(Rule rule) {
        return rules.isEmpty() || isBelow(rule.place(), paths());
    }

    /** Whether a place is in one of these files or folders. */
    static boolean isBelow(Place place, List<Path> paths) {
        Path file = Standard.absolute(Path.of(place.path()));
        return paths.stream().anyMatch(path -> file.startsWith(Standard.absolute(path)));
    }

    List<Path> paths() {
        return rules.stream().map(Standard::path).toList();
    }

    /** These options as they were given, for a hint. */
    List<String> written() {
        List<String> words = new ArrayList<>();
        rules.forEach(folder -> words.addAll(List.of("--rules", folder)));
        if (noBuiltin) {
            words.add("--no-builtin");
        }
        if (site != null) {
            words.addAll(List.of("--site", site));
        }
        return words;
    }

    /**
     * Builds, or says what is wrong with the rules.
     *
     * @throws UserError with all diagnostics
     */
    static Winnow build(WinnowBuilder builder) {
        try {
            return builder.build();
        } catch (RuleException e) {
            int problems = e.diagnostics().size();
            throw UserError.usage((problems == 1 ? "a problem" : problems + " problems")
                    + " in the rules; nothing was done\n"
                    + e.report().stripTrailing());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }
}
