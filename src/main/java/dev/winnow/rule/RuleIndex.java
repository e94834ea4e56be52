package dev.winnow.rule;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of a rule set: literals that lead to rules, and the facts that decide whether a rule is tried, so that rules can
 * be compiled later. It is built from compiled rules and stored with the program, so that a start only reads it. Each site
 * has an index of its own, read for the first page of the site. Immutable and thread-safe.
 *
 * <p>A trigger is a number that stands for one pattern of a rule, or for a fingerprint. Fingerprints have the first numbers,
 * in their order.
 */
final class RuleIndex {

    /** Version of the format. Increase it with every change of the format or of its content. */
    private static final int FORMAT = 2;

    static final int ANY_SITE = -1;
    static final int NO_RULE = -2;

    /** Number of values stored for a trigger, next to each other since they are read for each hit on each page. */
    private static final int SIZE = 7;

    private static final int RULE = 0;
    private static final int PART = 1;
    private static final int PATTERN = 2;
    private static final int PACK = 3;
    private static final int SITE = 4;
    private static final int LINE_LIMIT = 5;
    private static final int PHASE = 6;

    private final String[] ids;
    /** By rule number, the number of its pack. */
    private final int[] packs;
    /** Numbers of the rules with CSS selectors. */
    private final int[] ofElements;

    private final int[] triggers;
    private final LiteralIndex common;
    private final Map<Integer, Later<LiteralIndex>> sites = new TreeMap<>();

    private RuleIndex(Builder builder) {
        ids = builder.ids.toArray(String[]::new);
        packs = ints(builder.packs);
        ofElements = ints(builder.ofElements);
        triggers = ints(builder.triggers);
        common = builder.common.build();
        builder.sites.forEach((pack, index) -> sites.put(pack, new Later<>(index::build)));
    }

    private RuleIndex(RuleIndex like, int[] triggers, int[] ofElements) {
        this.ids = like.ids;
        this.packs = like.packs;
        this.ofElements = ofElements;
        this.triggers = triggers;
        this.common = like.common;
        this.sites.putAll(like.sites);
    }

    /** Returns a copy in which the conditions of one rule have changed, but not its patterns. */
    RuleIndex with(CompiledRule changed) {
        int[] asking = triggers.clone();
        for (int at = 0; at < asking.length; at += SIZE) {
            if (asking[at + RULE] == changed.index()) {
                asking[at + LINE_LIMIT] =
                        changed.matcher().lineLimit(changed.rule().conditions());
                asking[at + PHASE] = changed.phase().ordinal();
            }
        }
        return new RuleIndex(this, asking, ofElements);
    }

    /** Returns a copy in which one rule is never tried. */
    RuleIndex without(int rule) {
        int[] rest = triggers.clone();
        for (int at = 0; at < rest.length; at += SIZE) {
            if (rest[at + RULE] == rule) {
                rest[at + SITE] = NO_RULE;
            }
        }
        return new RuleIndex(
                this,
                rest,
                Arrays.stream(ofElements).filter(other -> other != rule).toArray());
    }

    private RuleIndex(IndexReader in, PatternCompiler patterns) {
        ids = in.texts();
        packs = in.numbers();
        ofElements = in.numbers();
        triggers = in.numbers();
        common = new LiteralIndex(in, patterns);
        for (int left = in.number(); left > 0; left--) {
            int pack = in.number();
            IndexReader part = in.part();
            sites.put(pack, new Later<>(() -> new LiteralIndex(part, patterns)));
        }
    }

    /** Reads a stored index; null when it has another format version. */
    static @Nullable RuleIndex read(ByteBuffer written, PatternCompiler patterns) {
        IndexReader in = new IndexReader(written.duplicate());
        return in.number() == FORMAT ? new RuleIndex(in, patterns) : null;
    }

    byte[] written() {
        IndexWriter out = new IndexWriter();
        out.number(FORMAT);
        out.texts(List.of(ids));
        out.numbers(packs);
        out.numbers(ofElements);
        out.numbers(triggers);
        common.write(out);
        out.number(sites.size());
        sites.forEach((pack, site) -> {
            out.number(pack);
            IndexWriter part = new IndexWriter();
            site.get().write(part);
            out.part(part);
        });
        return out.written();
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the number of rules. */
    int rules() {
        return ids.length;
    }

    String id(int rule) {
        return ids[rule];
    }

    /** Returns the number of a rule's pack. The rules of a pack have consecutive numbers. */
    int pack(int rule) {
        return packs[rule];
    }

    int[] ofElements() {
        return ofElements.clone();
    }

    /** Returns the index of common rules and fingerprints. */
    LiteralIndex common() {
        return common;
    }

    /** Returns the index of a site's rules; null when it has none. */
    @Nullable
    LiteralIndex ofSite(int pack) {
        Later<LiteralIndex> site = sites.get(pack);
        return site == null ? null : site.get();
    }

    /** Returns the number of the rule; {@link #NO_RULE} for a fingerprint. */
    int rule(int trigger) {
        return triggers[SIZE * trigger + RULE];
    }

    Trigger trigger(int trigger) {
        return new Trigger(triggers[SIZE * trigger + PART], triggers[SIZE * trigger + PATTERN]);
    }

    int packOf(int trigger) {
        return triggers[SIZE * trigger + PACK];
    }

    /**
     * Returns the number of the site's pack; {@link #ANY_SITE} for a common rule, {@link #NO_RULE} for a fingerprint or a
     * disabled rule.
     */
    int site(int trigger) {
        return triggers[SIZE * trigger + SITE];
    }

    /** Returns the exclusive limit for the index of the trigger's line. */
    int lineLimit(int trigger) {
        return triggers[SIZE * trigger + LINE_LIMIT];
    }

    /** Returns the ordinal of the rule's {@link Phase}. */
    int phase(int trigger) {
        return triggers[SIZE * trigger + PHASE];
    }

    /** Collects fingerprints and rules; fingerprints must come first. */
    static final class Builder {
        private final List<String> ids = new ArrayList<>();
        private final List<Integer> packs = new ArrayList<>();
        private final List<Integer> ofElements = new ArrayList<>();
        private final List<Integer> triggers = new ArrayList<>();
        private final LiteralIndex.Builder common = new LiteralIndex.Builder();
        private final Map<Integer, LiteralIndex.Builder> sites = new HashMap<>();

        void add(Fingerprint fingerprint) {
            int trigger = triggers.size() / SIZE;
            fingerprint.lines().get(fingerprint.anchor()).forEach(way -> common.add(way, Mode.WHOLE, trigger));
            triggers.addAll(List.of(NO_RULE, 0, 0, fingerprint.pack(), NO_RULE, 0, 0));
        }

        void add(CompiledRule rule) {
            ids.add(rule.rule().id());
            packs.add(rule.pack());
            if (rule.matcher() instanceof ElementMatcher) {
                ofElements.add(rule.index());
            }
            boolean ofSite = rule.source().ofSite();
            LiteralIndex.Builder index =
                    ofSite ? sites.computeIfAbsent(rule.pack(), pack -> new LiteralIndex.Builder()) : common;
            for (CompiledMatcher.Lookup lookup : rule.matcher().lookups()) {
                for (int i = 0; i < lookup.patterns().size(); i++) {
                    index.add(lookup.patterns().get(i), lookup.mode(), triggers.size() / SIZE);
                    triggers.addAll(List.of(
                            rule.index(),
                            lookup.part(),
                            i,
                            rule.pack(),
                            ofSite ? rule.pack() : ANY_SITE,
                            rule.matcher().lineLimit(rule.rule().conditions()),
                            rule.phase().ordinal()));
                }
            }
        }

        RuleIndex build() {
            return new RuleIndex(this);
        }
    }
}
