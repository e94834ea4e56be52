package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import java.util.List;

/**
 * Everything read from rule folders, not yet compiled.
 *
 * @param packs in the order of their paths
 * @param lexicons merged over all folders
 * @param checked whether every pattern is known to compile; then an expression is compiled when the first line asks for it
 */
public record RuleSources(List<RulePack> packs, Lexicons lexicons, boolean checked) {

    /** Of which nobody knows whether they compile. */
    public RuleSources(List<RulePack> packs, Lexicons lexicons) {
        this(packs, lexicons, false);
    }

    public RuleSources {
        packs = List.copyOf(packs);
    }
}
