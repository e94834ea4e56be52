package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything read from rule folders, not yet compiled.
 *
 * @param packs in the order of their paths
 * @param lexicons merged over all folders
 * @param checked whether every pattern is known to compile; then an expression is compiled when the first line asks for it
 * @param index by what the rules are found, as {@link RuleSet#index} gave it for the same rules; then a rule is compiled when the first
 *     line asks for it. Null when nobody knows
 */
public record RuleSources(
        List<RulePack> packs,
        Lexicons lexicons,
        boolean checked,
        @Nullable ByteBuffer index) {

    /** Of which nobody knows whether they compile. */
    public RuleSources(List<RulePack> packs, Lexicons lexicons) {
        this(packs, lexicons, false, null);
    }

    public RuleSources {
        packs = List.copyOf(packs);
    }
}
