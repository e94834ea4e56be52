package dev.winnow.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the rules that count on a page: by its site, its language, and what the site's pack disables. Immutable and thread-safe. */
final class RulesInForce {

    private static final BitSet NONE = new BitSet(0);

    private static final int ANY_SITE = -1;
    private static final int NO_RULE = -2;
    private static final int NO_SITE = -3;

    /** For each trigger what decides whether it is a candidate, see {@link Facts}. In one array, side by side. */
    private final int[] facts;

    private final Map<String, BitSet> disabled;
    /** For each language that packs name the numbers of those that are for others. */
    private final Map<String, BitSet> foreign = new HashMap<>();
    /** Numbers of the packs that are not for every language. */
    private final BitSet choosy = new BitSet();
    /** The number of each pack by where it stands. */
    private final Map<Place, Integer> numbers = new HashMap<>();

    RulesInForce(List<RulePack> packs, List<CompiledRule> rules, Trigger[] triggers) {
        this.facts = Facts.of(triggers);
        this.disabled = disabled(packs, rules);
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
     * @param explaining whether rules are wanted, too, for which a line stands too far down
     */
    Candidates candidates(ScannedPage page, @Nullable RulePack site, MatchContext context, boolean explaining) {
        Candidates candidates = new Candidates(page);
        int number = site == null ? NO_SITE : numbers.getOrDefault(site.place(), NO_SITE);
        if (number >= 0) {
            page.lookUp(number);
        }
        BitSet off = site == null ? null : disabled.get(site.id());
        BitSet unspoken = unspoken(context.language());
        for (int hit = 0; hit < page.hitCount(); hit++) {
            int line = page.position(hit);
            if (line < 0) {
                continue;
            }
            int at = Facts.SIZE * page.trigger(hit);
            int pack = facts[at + Facts.SITE];
            if (pack != number && pack != ANY_SITE || line >= facts[at + Facts.LINE_LIMIT] && !explaining) {
                continue;
            }
            if (pack == number || isActive(facts[at + Facts.PACK], facts[at + Facts.RULE], off, unspoken)) {
                candidates.add(facts[at + Facts.STRATUM], line, hit);
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

    /** Numbers of the packs that are not for a language; none where it is unknown. */
    private BitSet unspoken(@Nullable String language) {
        return language == null ? NONE : foreign.getOrDefault(language, choosy);
    }

    private static Map<String, BitSet> disabled(List<RulePack> packs, List<CompiledRule> rules) {
        Map<String, BitSet> disabled = new HashMap<>();
        for (RulePack pack : packs) {
            if (!pack.disable().isEmpty()) {
                BitSet off = disabled.computeIfAbsent(pack.id(), id -> new BitSet());
                rules.stream()
                        .filter(rule -> pack.disable().contains(rule.rule().id()))
                        .forEach(rule -> off.set(rule.index()));
            }
        }
        return disabled;
    }

    /** What is asked of a trigger's rule for each hit on each page. */
    private static final class Facts {

        private static final int SIZE = 5;
        /** Number of the pack whose site the rule is for; {@link #ANY_SITE} when it is common, {@link #NO_RULE} for none. */
        private static final int SITE = 0;
        /** Number of the rule's pack. */
        private static final int PACK = 1;
        /** The rule's number. */
        private static final int RULE = 2;
        /** Number of the line before which the trigger's line must stand. */
        private static final int LINE_LIMIT = 3;

        private static final int STRATUM = 4;

        private static int[] of(Trigger[] triggers) {
            int[] facts = new int[SIZE * triggers.length];
            for (int i = 0; i < triggers.length; i++) {
                CompiledRule rule = triggers[i].rule();
                facts[SIZE * i + SITE] = rule == null ? NO_RULE : rule.source().ofSite() ? rule.pack() : ANY_SITE;
                if (rule != null) {
                    facts[SIZE * i + PACK] = rule.pack();
                    facts[SIZE * i + RULE] = rule.index();
                    facts[SIZE * i + LINE_LIMIT] = rule.reach().before();
                    facts[SIZE * i + STRATUM] = rule.stratum().ordinal();
                }
            }
            return facts;
        }
    }
}
