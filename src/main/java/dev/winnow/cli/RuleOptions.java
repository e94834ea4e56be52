package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RuleException;
import dev.winnow.rule.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose the rules of a command. */
final class RuleOptions {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder (or file) of your own rules, used beside Winnow's rules. Repeatable.")
    private final List<String> rules = new ArrayList<>();

    @Option(names = "--no-builtin", description = "Do not use the rules that come with Winnow.")
    private boolean noBuiltin;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Treat every page as a page of this site, for example trtworld.com.")
    private @Nullable String site;

    /** Returns a builder with these rules. */
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
     * Returns a builder with these rules, some of which may be loaded already.
     *
     * @param console gets notes about the rules
     */
    WinnowBuilder builder(EarlyRules early, Console console) {
        WinnowBuilder builder = builder().notes(console::say);
        RuleSet loaded = noBuiltin || !rules.isEmpty() ? null : early.rules(console);
        return loaded == null ? builder : builder.rules(loaded);
    }

    boolean usesBuiltin() {
        return !noBuiltin;
    }

    /** Whether the user named own rules. */
    boolean hasOwn() {
        return !rules.isEmpty();
    }

    /** Whether a rule is the user's own. True for all rules if the user named none. */
    boolean isOwn(Rule rule) {
        return rules.isEmpty() || isBelow(rule.place(), paths());
    }

    /** Whether a place is in one of these files or folders. */
    static boolean isBelow(Place place, List<Path> paths) {
        Path file = Standard.absolute(Path.of(place.path()));
        return paths.stream().anyMatch(path -> file.startsWith(Standard.absolute(path)));
    }

    /** Returns the site of all pages; null if each page tells its own. */
    @Nullable
    String site() {
        return site;
    }

    List<Path> paths() {
        return rules.stream().map(Standard::path).toList();
    }

    /** Returns these options as the user gave them, to suggest a command. */
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
     * Builds a cleaner.
     *
     * @throws UserError with all diagnostics if the rules are wrong
     */
    static Winnow build(WinnowBuilder builder) {
        return build(builder, problems -> {});
    }

    /**
     * Builds a cleaner.
     *
     * @param told gets the diagnostics before the error is thrown
     * @throws UserError with all diagnostics if the rules are wrong
     */
    static Winnow build(WinnowBuilder builder, Consumer<List<Diagnostic>> told) {
        try {
            return builder.build();
        } catch (RuleException e) {
            told.accept(e.diagnostics());
            int problems = e.diagnostics().size();
            throw UserError.usage((problems == 1 ? "a problem" : problems + " problems")
                    + " in the rules; nothing was done\n"
                    + e.report().stripTrailing());
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }
}
