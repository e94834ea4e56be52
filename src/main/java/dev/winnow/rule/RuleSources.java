package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import java.util.List;

/**
 * Everything read from rule folders, checked but not yet compiled.
 *
 * @param packs in the order of their paths
 * @param lexicons merged over all folders
 */
public record RuleSources(List<RulePack> packs, Lexicons lexicons) {

    public RuleSources {
        packs = List.copyOf(packs);
    }
}
