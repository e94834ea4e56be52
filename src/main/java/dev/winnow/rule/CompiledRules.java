package dev.winnow.rule;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules of a set and their index. A rule is compiled when a page first needs it. Thread-safe. */
final class CompiledRules {

    private final List<RulePack> packs;
    private final RuleCompiler compiler;
    private final RuleIndex index;
    private final AtomicReferenceArray<CompiledRule> rules;
    /** Fingerprints of all packs, in the order of the packs. */
    private final List<Later<Fingerprint>> fingerprints = new ArrayList<>();

    /** Copies another set with one rule replaced. */
    private CompiledRules(CompiledRules like, List<RulePack> packs, RuleIndex index, CompiledRule changed) {
        this.packs = packs;
        this.compiler = like.compiler;
        this.index = index;
        this.rules = new AtomicReferenceArray<>(index.rules());
        for (int i = 0; i < index.rules(); i++) {
            rules.set(i, i == changed.index() ? changed : like.rules.get(i));
        }
        this.fingerprints.addAll(like.fingerprints);
    }

    private CompiledRules(List<RulePack> packs, RuleCompiler compiler, RuleIndex index, List<CompiledRule> compiled) {
        this.packs = packs;
        this.compiler = compiler;
        this.index = index;
        this.rules = new AtomicReferenceArray<>(index.rules());
        compiled.forEach(rule -> rules.set(rule.index(), rule));
        for (int i = 0; i < packs.size(); i++) {
            int pack = i;
            for (List<Pattern> lines : packs.get(i).fingerprints()) {
                fingerprints.add(new Later<>(() -> known(() -> compiler.compile(lines, pack))));
            }
        }
    }

    /**
     * Compiles all rules.
     *
     * @throws RuleException with all problems
     */
    static CompiledRules compile(RuleSources sources) {
        RuleCompiler compiler = new RuleCompiler(new PatternCompiler(sources.lexicons(), sources.checked()));
        RuleIndex.Builder index = new RuleIndex.Builder();
        List<Diagnostic> problems = new ArrayList<>();
        // Fingerprints come first, so that a trigger's number tells whether it is one.
        for (int i = 0; i < sources.packs().size(); i++) {
            RulePack pack = sources.packs().get(i);
            for (List<Pattern> lines : pack.fingerprints()) {
                try {
                    index.add(compiler.compile(lines, i));
                } catch (TemplateException e) {
                    problems.add(new Diagnostic(pack.place(), "R040", e.problem()));
                }
            }
        }
        int[] firsts = new int[sources.packs().size()];
        for (int i = 1; i < firsts.length; i++) {
            firsts[i] = firsts[i - 1] + sources.packs().get(i - 1).rules().size();
        }
        List<Compiled> ofPacks = IntStream.range(0, firsts.length)
                .parallel()
                .mapToObj(i -> compile(compiler, sources.packs().get(i), i, firsts[i]))
                .toList();
        ofPacks.forEach(pack -> problems.addAll(pack.problems()));
        if (!problems.isEmpty()) {
            throw new RuleException(problems.stream().sorted().toList());
        }
        List<CompiledRule> rules =
                ofPacks.stream().flatMap(pack -> pack.rules().stream()).toList();
        rules.forEach(index::add);
        return new CompiledRules(sources.packs(), compiler, index.build(), rules);
    }

    /** The rules of one pack that could be compiled. */
    private record Compiled(List<CompiledRule> rules, List<Diagnostic> problems) {}

    private static Compiled compile(RuleCompiler compiler, RulePack pack, int packNumber, int firstRule) {
        Compiled compiled = new Compiled(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < pack.rules().size(); i++) {
            Rule rule = pack.rules().get(i);
            try {
                compiled.rules().add(compiler.compile(rule, firstRule + i, pack, packNumber));
            } catch (TemplateException e) {
                compiled.problems().add(new Diagnostic(rule.place(), "R040", e.problem()));
            }
        }
        return compiled;
    }

    /** Takes over an index that was built from the same rules; null when another version wrote it. */
    static @Nullable CompiledRules read(RuleSources sources, ByteBuffer written) {
        PatternCompiler patterns = new PatternCompiler(sources.lexicons(), true);
        RuleIndex index = RuleIndex.read(written, patterns);
        return index == null ? null : new CompiledRules(sources.packs(), new RuleCompiler(patterns), index, List.of());
    }

    RuleIndex index() {
        return index;
    }

    /**
     * Returns a copy with one rule replaced, which the same literals find.
     *
     * @param changed the new rule; its id tells which one it replaces
     * @param away whether the rule is never tried
     * @param with all packs, with the changed rule
     */
    CompiledRules with(Rule changed, boolean away, List<RulePack> with) {
        int number = 0;
        while (!index.id(number).equals(changed.id())) {
            number++;
        }
        int pack = index.pack(number);
        int at = number;
        CompiledRule compiled = known(() -> compiler.compile(changed, at, with.get(pack), pack));
        return new CompiledRules(this, with, away ? index.without(at) : index.with(compiled), compiled);
    }

    /** Returns the rule of a number; compiles it on first use. */
    CompiledRule rule(int number) {
        CompiledRule known = rules.get(number);
        if (known != null) {
            return known;
        }
        int pack = index.pack(number);
        int first = number;
        while (first > 0 && index.pack(first - 1) == pack) {
            first--;
        }
        RulePack source = packs.get(pack);
        Rule rule = source.rules().get(number - first);
        CompiledRule compiled = known(() -> compiler.compile(rule, number, source, pack));
        return rules.compareAndSet(number, null, compiled) ? compiled : rules.get(number);
    }

    /** Returns the fingerprint of a trigger; null when the trigger belongs to a rule. */
    @Nullable
    Fingerprint fingerprint(int trigger) {
        return trigger >= 0 && trigger < fingerprints.size()
                ? fingerprints.get(trigger).get()
                : null;
    }

    private interface Compilation<T> {
        T compile() throws TemplateException;
    }

    /** Compiles what compiled without errors before. */
    private static <T> T known(Compilation<T> compilation) {
        try {
            return compilation.compile();
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}
