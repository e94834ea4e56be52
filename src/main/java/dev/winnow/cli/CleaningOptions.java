package dev.winnow.cli;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import picocli.CommandLine.Mixin;

/** All that decides how a text comes out clean: rules, and how texts are treated beside them. */
final class CleaningOptions {

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final TreatmentOptions treatment = new TreatmentOptions();

    /**
     * A cleaner as the options say.
     *
     * @param early rules that may be loaded already
     * @param console is told what is worth knowing of the rules
     * @throws UserError with all diagnostics of the rules
     */
    Winnow winnow(EarlyRules early, Console console) {
        return RuleOptions.build(treatment.apply(rules.builder(early, console)));
    }

    /** A builder as the options say, which takes more rules. */
    WinnowBuilder builder() {
        return treatment.apply(rules.builder());
    }
}
