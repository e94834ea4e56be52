package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** All options that determine how a text is cleaned: the rules, and the treatment of texts beside them. */
final class CleaningOptions {

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final TreatmentOptions treatment = new TreatmentOptions();

    /**
     * Builds a cleaner from the options.
     *
     * @param early rules that may be loaded already
     * @param console gets notes about the rules
     * @throws UserError with all diagnostics if the rules are wrong
     */
    Winnow winnow(EarlyRules early, Console console) {
        return RuleOptions.build(treatment.apply(rules.builder(early, console)));
    }

    /** Returns the site of all pages; null if each page tells its own. */
    @Nullable
    String site() {
        return rules.site();
    }

    /** Returns a builder with these options, to which more rules can be added. */
    WinnowBuilder builder() {
        return treatment.apply(rules.builder());
    }
}
