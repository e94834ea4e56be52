package dev.winnow.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects the rules that apply to a page by its site, its language, and the rules that the site's pack disables. Immutable
 * and thread-safe.
 */
final class RulesInForce {

    private static final BitSet NONE = new BitSet(0);

    private static final int NO_SITE = -3;

    private final RuleIndex index;

    private final Map<String, BitSet> disabled;
    /** For each language that packs name, the numbers of the packs for other languages only. */
    private final Map<String, BitSet> foreign = new HashMap<>();
    /** Numbers of the packs that name languages. */
    private final BitSet choosy = new BitSet();
    /** Pack numbers by place in the rule files. */
    private final Map<Place, Integer> numbers = new HashMap<>();

    RulesInForce(List<RulePack> packs, RuleIndex index) {
        this.index = index;
        this.disabled = disabled(packs, index);
        for (int i = 0; i < packs.size(); i++) {
            numbers.put(packs.get(i).place(), i);
            choosy.set(i, !packs.get(i).languages().isEmpty());
            packs.get(i).languages().forEach(language -> foreign.put(language, new BitSet()));
        }
        foreign.forEach((language, others) -> choosy.stream()
                .filter(pack -> !packs.get(pack).languages().contains(language))
                .forEach(others::set));
    }

    /**
     * Finds the rules in force that could match the lines.
     *
     * @param explaining whether to include rules whose condition {@code first} excludes the line
     */
    Candidates candidates(ScannedPage page, @Nullable RulePack site, MatchContext context, boolean explaining) {
        Candidates candidates = new Candidates(page);
        int number = site == null ? NO_SITE : numbers.getOrDefault(site.place(), NO_SITE);
        if (number >= 0) {
            LiteralIndex ofSite = index.ofSite(number);
            if (ofSite != null) {
                page.lookUp(ofSite);
            }
        }
        BitSet off = site == null ? null : disabled.get(site.id());
        BitSet unspoken = unspoken(context.language());
        for (int hit = 0; hit < page.hitCount(); hit++) {
            int line = page.position(hit);
            if (line < 0) {
                continue;
            }
            int trigger = page.trigger(hit);
            int pack = index.site(trigger);
            if (pack != number && pack != RuleIndex.ANY_SITE || line >= index.lineLimit(trigger) && !explaining) {
                continue;
            }
            if (pack == number || isActive(index.packOf(trigger), index.rule(trigger), off, unspoken)) {
                candidates.add(index.phase(trigger), line, hit);
            }
        }
        SelectedElements elements = page.elements();
        if (elements != null) {
            for (SelectedElements.Taken element : elements.taken()) {
                CompiledRule rule = element.rule();
                boolean common = !rule.source().ofSite();
                if (common ? isActive(rule.pack(), rule.index(), off, unspoken) : rule.pack() == number) {
                    candidates.add(element);
                }
            }
        }
        return candidates;
    }

    private static boolean isActive(int pack, int rule, @Nullable BitSet off, BitSet unspoken) {
        return !unspoken.get(pack) && (off == null || !off.get(rule));
    }

    /** Returns the numbers of the packs for other languages only; none when the language is unknown. */
    private BitSet unspoken(@Nullable String language) {
        return language == null ? NONE : foreign.getOrDefault(language, choosy);
    }

    private static Map<String, BitSet> disabled(List<RulePack> packs, RuleIndex index) {
        Map<String, BitSet> disabled = new HashMap<>();
        for (RulePack pack : packs) {
            if (!pack.disable().isEmpty()) {
                BitSet off = disabled.computeIfAbsent(pack.id(), id -> new BitSet());
                for (int rule = 0; rule < index.rules(); rule++) {
                    if (pack.disable().contains(index.id(rule))) {
                        off.set(rule);
                    }
                }
            }
        }
        return disabled;
    }
}
