package dev.winnow.rule;

import dev.winnow.rule.slot.Lexicons;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is read from rule folders, not yet compiled. Immutable and thread-safe.
 *
 * @param packs in the order of their paths
 * @param lexicons of all folders, merged by name
 * @param checked whether an earlier check found that all patterns compile; then an expression is compiled on first use
 * @param index the serialized index of the same rules from {@link RuleSet#index}; then a rule is compiled on first use. Null
 *     when there is none
 */
public record RuleSources(
        List<RulePack> packs,
        Lexicons lexicons,
        boolean checked,
        @Nullable ByteBuffer index) {

    /** Makes sources that are not checked and have no index. */
    public RuleSources(List<RulePack> packs, Lexicons lexicons) {
        this(packs, lexicons, false, null);
    }

    public RuleSources {
        packs = List.copyOf(packs);
    }
}
