package dev.winnow.rule;

import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.source.html.HtmlPage;
import dev.winnow.source.html.Selectors;
import dev.winnow.text.Hosts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules compiled for use: an index that finds in one pass over a line the few rules that could matter to it, and these rules.
 * Immutable and thread-safe; made once, used for any number of documents.
 */
public final class RuleSet {

    private static final BitSet NONE = new BitSet(0);

    private static final int ANY_SITE = -1;
    private static final int NO_RULE = -2;
    private static final int NO_SITE = -3;

    private final List<RulePack> packs;
    private final Lexicons lexicons;
    private final String digest;
    private final List<CompiledRule> rules;
    private final Trigger[] triggers;
    /** So many triggers, the first ones, are fingerprints. */
    private final int fingerprints;

    /** For each trigger what decides whether it is a candidate, see {@link Facts}. In one array, side by side. */
    private final int[] facts;

    private final LiteralIndex index;
    private final Announcements announcements;
    private final Subjects subjects;
    private final Map<String, List<RulePack>> byHost;
    private final Map<String, BitSet> disabled;
    /** For each language that packs name the numbers of those that are for others. */
    private final Map<String, BitSet> foreign = new HashMap<>();
    /** Numbers of the packs that are not for every language. */
    private final BitSet choosy = new BitSet();
    /** The number of each pack by where it stands. */
    private final Map<Place, Integer> numbers = new HashMap<>();
    /** Two threads may both make it, which does no harm. */
    private volatile @Nullable ElementRules elementRules;

    private RuleSet(RuleSources sources, String digest, RuleCompiler compiler) {
        this.packs = sources.packs();
        this.lexicons = sources.lexicons();
        this.digest = digest;
        this.rules = List.copyOf(compiler.rules());
        this.triggers = compiler.triggers().toArray(Trigger[]::new);
        this.fingerprints = (int) compiler.triggers().stream()
                .filter(trigger -> trigger.rule() == null)
                .count();
        this.facts = Facts.of(triggers);
        this.index = compiler.index();
        this.announcements = new Announcements(lexicons);
        this.subjects = new Subjects(lexicons);
        this.byHost = byHost(packs);
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
     * Compiles rules.
     *
     * @param digest names the rule set in output; for rules from files the SHA-256 over these
     * @throws RuleException with every problem, if a pattern cannot be compiled
     */
    public static RuleSet compile(RuleSources sources, String digest) {
        RuleCompiler compiler = new RuleCompiler(new PatternCompiler(sources.lexicons()));
        // First, so that a trigger's number tells whether it is one.
        for (int i = 0; i < sources.packs().size(); i++) {
            RulePack pack = sources.packs().get(i);
            for (List<Pattern> lines : pack.fingerprints()) {
                compiler.fingerprint(lines, pack, i);
            }
        }
        for (int i = 0; i < sources.packs().size(); i++) {
            RulePack pack = sources.packs().get(i);
            for (Rule rule : pack.rules()) {
                compiler.add(rule, pack, i);
            }
        }
        if (!compiler.problems().isEmpty()) {
            throw new RuleException(compiler.problems().stream().sorted().toList());
        }
        return new RuleSet(sources, digest, compiler);
    }

    public List<RulePack> packs() {
        return packs;
    }

    public Lexicons lexicons() {
        return lexicons;
    }

    /** SHA-256 over the rule files, or what the maker of the rule set gave instead. */
    public String digest() {
        return digest;
    }

    /**
     * Looks lines up in the index.
     *
     * @param text of which they are parts
     */
    public ScannedPage scan(String text, List<Line> lines) {
        return new ScannedPage(index, index.scan(text, lines));
    }

    /** Looks a page's lines up in the index, and its markup, where it has some, for what rules select of it: see {@link #selectors}. */
    public ScannedPage scan(Page page) {
        ScannedPage scanned = scan(page.text().text(), page.lines());
        if (page.markup() instanceof HtmlPage markup) {
            scanned.elements(elementRules().select(page, markup), page);
        }
        return scanned;
    }

    /** All that rules select, to read a page of HTML with. */
    public Selectors selectors() {
        return elementRules().selectors();
    }

    /** Made with the first page of HTML: text needs none of it, nor the library behind it. */
    private ElementRules elementRules() {
        ElementRules made = elementRules;
        if (made == null) {
            made = new ElementRules(rules, packs);
            elementRules = made;
        }
        return made;
    }

    /** The proposal to take what stands outside of the article's element for navigation; empty when none is known. */
    public List<Proposal> proposeOutside(ScannedPage page, @Nullable RulePack site) {
        SelectedElements elements = page.elements();
        return elements == null ? List.of() : elements.outside(page, site);
    }

    /** Whether a line stands in an element beside the article, by its number in the page: of it no metadata are taken. */
    public boolean isBeside(ScannedPage page, int line) {
        SelectedElements elements = page.elements();
        return elements != null && elements.isBeside(line);
    }

    /**
     * A value that stands where a pack says.
     *
     * @param pack that says so
     * @param place number of the selector, the same for all values that it selects
     */
    public record Stated(RulePack pack, Field field, int place, String text) {}

    /** Metadata values that stand where the site's pack, or one for all pages, says; the best place of each field first. */
    public List<Stated> stated(ScannedPage page, @Nullable RulePack site) {
        SelectedElements elements = page.elements();
        return elements == null
                ? List.of()
                : elements.values(site).stream()
                        .map(value -> new Stated(value.pack(), value.field(), value.place(), value.text()))
                        .toList();
    }

    /** The pack of a site by its id. */
    public Optional<RulePack> site(String id) {
        return packs.stream()
                .filter(pack -> pack.ofSite() && pack.id().equals(id))
                .findFirst();
    }

    /**
     * The pack for a host: one that names it, or else a parent domain with a star.
     *
     * @param day for which the layout counts, where several packs describe it; null when unknown
     */
    public Optional<RulePack> siteOfHost(String host, @Nullable LocalDate day) {
        String name = host;
        while (true) {
            Optional<RulePack> found = byHost.getOrDefault(name, List.of()).stream()
                    .filter(pack -> day == null || pack.valid().covers(day))
                    .findFirst();
            int dot = name.indexOf('.', name.startsWith("*.") ? 2 : 0);
            if (found.isPresent() || dot < 0) {
                return found;
            }
            name = "*." + name.substring(dot + 1);
        }
    }

    /** The pack whose fingerprints the page shows; the one with most when there are several. */
    public Optional<RulePack> siteOfPage(ScannedPage page, @Nullable LocalDate day) {
        Map<Integer, Integer> hits = new TreeMap<>();
        for (int hit = 0; hit < page.hitCount(); hit++) {
            int trigger = page.trigger(hit);
            if (trigger >= 0 && trigger < fingerprints) {
                Fingerprint fingerprint = triggers[trigger].fingerprint();
                int line = page.position(hit);
                if (fingerprint != null && line >= 0 && fingerprint.fits(page.lines(), line)) {
                    hits.merge(fingerprint.pack(), 1, Integer::sum);
                }
            }
        }
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        return hits.entrySet().stream()
                .filter(hit -> day == null || packs.get(hit.getKey()).valid().covers(day))
                .max(Comparator.comparing((Map.Entry<Integer, Integer> hit) -> hit.getValue())
                        .thenComparing(hit -> packs.get(hit.getKey()).id(), Comparator.reverseOrder()))
                .map(hit -> packs.get(hit.getKey()));
    }

    /**
     * Why a page is no page of the sites it could be one of, for a person: a fingerprint of which a line stands there, a layout of
     * other days.
     *
     * @param host of the page; null when unknown: only then fingerprints count
     */
    public List<String> siteMisses(ScannedPage page, @Nullable String host, @Nullable LocalDate day) {
        List<String> misses = new ArrayList<>();
        if (host != null) {
            siteOfHost(host, null).ifPresent(pack -> misses.add(outOfDate(pack, day)));
            if (misses.isEmpty()) {
                misses.add("no pack names the host " + host + Suggestion.of(host, byHost.keySet()));
            }
            return misses;
        }
        Map<Integer, String> byPack = new TreeMap<>();
        for (int hit = 0; hit < page.hitCount(); hit++) {
            int trigger = page.trigger(hit);
            int line = page.position(hit);
            Fingerprint fingerprint = trigger < 0 || trigger >= fingerprints ? null : triggers[trigger].fingerprint();
            if (fingerprint == null || line < 0) {
                continue;
            }
            RulePack pack = packs.get(fingerprint.pack());
            if (fingerprint.fits(page.lines(), line)) {
                byPack.put(fingerprint.pack(), outOfDate(pack, day));
            } else {
                byPack.putIfAbsent(fingerprint.pack(), pack.id() + ": " + fingerprint.stop(page.lines(), line));
            }
        }
        misses.addAll(byPack.values());
        return misses;
    }

    private static String outOfDate(RulePack pack, @Nullable LocalDate day) {
        return pack.id() + " is for pages of other days (valid), this one is of " + day;
    }

    /** Whether the rule asks what other rules said of the lines beside it. */
    public boolean asksForNeighbours(String rule) {
        return rules.stream().anyMatch(r -> r.rule().id().equals(rule) && r.stratum() == Stratum.NEIGHBOURS);
    }

    /**
     * Finds the rules in force that could match the lines.
     *
     * @param explaining whether rules are wanted, too, for which a line stands too far down
     */
    public Candidates candidates(ScannedPage page, @Nullable RulePack site, MatchContext context, boolean explaining) {
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

    /**
     * Lets the rules of a stratum propose.
     *
     * @param candidates of the view's lines
     * @param only the full id of the one rule to try; null for all
     * @param explaining whether somebody asks for rules that fitted but for a guard; otherwise patterns of rules whose guards
     *     fail are not even tried
     * @param nearMisses is given the rules that fitted but for a guard, those over their budget in any case
     */
    public List<Proposal> propose(
            Stratum stratum,
            Candidates candidates,
            View view,
            @Nullable String only,
            boolean explaining,
            List<Proposal.NearMiss> nearMisses) {
        Proposer proposer = new Proposer(view, explaining, nearMisses);
        for (int i = 0; i < candidates.count(stratum); i++) {
            Trigger trigger = triggers[candidates.trigger(stratum, i)];
            CompiledRule rule = trigger.rule();
            if (rule != null && (only == null || only.equals(rule.rule().id()))) {
                if (!proposer.attempt(rule, trigger, candidates.line(stratum, i))) {
                    candidates.forget(stratum, i);
                }
            }
        }
        for (SelectedElements.Taken element : candidates.elements()) {
            CompiledRule rule = element.rule();
            if (rule.stratum() == stratum
                    && (only == null || only.equals(rule.rule().id()))) {
                proposer.element(element, candidates.page());
            }
        }
        List<Surroundings.Withdrawn> withdrawn = new ArrayList<>();
        List<Proposal> settled = Surroundings.settle(proposer.proposals(), view, announcements, subjects, withdrawn);
        if (explaining) {
            withdrawn.forEach(gone -> nearMisses.add(gone.nearMiss()));
        }
        return settled;
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

    private static boolean isActive(int pack, int rule, @Nullable BitSet off, BitSet unspoken) {
        return !unspoken.get(pack) && (off == null || !off.get(rule));
    }

    /** Numbers of the packs that are not for a language; none where it is unknown. */
    private BitSet unspoken(@Nullable String language) {
        return language == null ? NONE : foreign.getOrDefault(language, choosy);
    }

    private static Map<String, List<RulePack>> byHost(List<RulePack> packs) {
        Map<String, List<RulePack>> byHost = new HashMap<>();
        for (RulePack pack : packs) {
            for (String host : pack.hosts()) {
                byHost.computeIfAbsent(Hosts.spelled(host), h -> new ArrayList<>())
                        .add(pack);
            }
        }
        return byHost;
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
}
