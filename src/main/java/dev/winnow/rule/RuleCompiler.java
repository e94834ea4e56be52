package dev.winnow.rule;

import java.util.ArrayList;
import java.util.List;

/** Compiles rules and puts their literals into the index. Used once per rule set. */
final class RuleCompiler {

    private final PatternCompiler patterns;
    private final LiteralIndex.Builder index = new LiteralIndex.Builder();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<CompiledRule> rules = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    RuleCompiler(PatternCompiler patterns) {
        this.patterns = patterns;
    }

    List<CompiledRule> rules() {
        return rules;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    LiteralIndex index() {
        return index.build();
    }

    /** Compiles one rule; a problem is noted and the rule left out. */
    void add(Rule rule, RulePack pack, int packIndex) {
        try {
            CompiledMatcher matcher = matcher(rule);
            Conditions unless = rule.conditions().unless();
            CompiledRule compiled = new CompiledRule(
                    rules.size(),
                    rule,
                    packIndex,
                    pack,
                    rule.keep() ? Tier.KEEP : pack.ofSite() ? Tier.SITE : Tier.COMMON,
                    Stratum.of(rule, matcher.needsKnown()),
                    matcher,
                    unless == null ? List.of() : patterns.compile(unless.line(), rule.exact()),
                    matcher.literalLength(),
                    matcher.reach(rule.conditions()));
            rules.add(compiled);
            addTriggers(compiled);
        } catch (TemplateException e) {
            problems.add(new Diagnostic(rule.place(), "R040", e.problem()));
        }
    }

    /** Compiles a fingerprint; lines are found through its most selective pattern. */
    Fingerprint fingerprint(List<Pattern> lines, RulePack pack, int packIndex) {
        try {
            List<CompiledPattern> compiled = patterns.compile(lines, false);
            int best = 0;
            for (int i = 1; i < compiled.size(); i++) {
                if (compiled.get(i).selectivity(Mode.WHOLE) > compiled.get(best).selectivity(Mode.WHOLE)) {
                    best = i;
                }
            }
            Fingerprint fingerprint = new Fingerprint(
                    packIndex,
                    compiled,
                    best,
                    lines.stream().map(Pattern::written).toList());
            int trigger = triggers.size();
            triggers.add(Trigger.of(trigger, fingerprint));
            index.add(compiled.get(best), Mode.WHOLE, trigger, -1);
            return fingerprint;
        } catch (TemplateException e) {
            problems.add(new Diagnostic(pack.place(), "R040", e.problem()));
            return new Fingerprint(packIndex, List.of(), 0, List.of());
        }
    }

    private CompiledMatcher matcher(Rule rule) throws TemplateException {
        boolean exact = rule.exact();
        if (rule.matcher() instanceof Matcher.OfLine line) {
            return new LineMatcher(patterns.compile(line.patterns(), exact), evidence(line.patterns()));
        }
        if (rule.matcher() instanceof Matcher.OfLines lines) {
            List<SequenceMatcher.Part> parts = new ArrayList<>();
            for (Matcher.Part part : lines.parts()) {
                List<CompiledPattern> compiled = patterns.compile(part.patterns(), exact);
                parts.add(new SequenceMatcher.Part(
                        compiled,
                        part.label(),
                        part.shapes() == Conditions.NO_SHAPE ? rule.conditions().shapes() : part.shapes(),
                        part.optional(),
                        part.repeat(),
                        part.glued(),
                        compiled.stream().anyMatch(CompiledPattern::isFree)));
            }
            return new SequenceMatcher(parts);
        }
        if (rule.matcher() instanceof Matcher.OfRange range) {
            return new RangeMatcher(
                    patterns.compile(range.from(), exact),
                    patterns.compile(range.to(), exact),
                    range.toEnd(),
                    range.whileShape(),
                    range.glued(),
                    patterns.compile(range.before(), exact),
                    range.atLeast(),
                    range.atMost());
        }
        if (rule.matcher() instanceof Matcher.OfElements elements) {
            return new ElementMatcher(elements.selector(), elements.field());
        }
        Matcher.Inside inside = (Matcher.Inside) rule.matcher();
        Mode mode = switch (inside.where()) {
            case START -> Mode.START;
            case END -> Mode.END;
            case ANYWHERE -> Mode.ANYWHERE;
        };
        return new InsideMatcher(mode, patterns.compile(inside.patterns(), exact), evidence(inside.patterns()));
    }

    private static List<String> evidence(List<Pattern> patterns) {
        return patterns.stream()
                .map(pattern -> "matches '" + pattern.written() + "'")
                .toList();
    }

    private void addTriggers(CompiledRule rule) {
        int site = rule.source().ofSite() ? rule.pack() : -1;
        for (CompiledMatcher.Lookup lookup : rule.matcher().lookups()) {
            for (int i = 0; i < lookup.patterns().size(); i++) {
                int id = triggers.size();
                triggers.add(Trigger.of(id, rule, lookup.part(), i));
                index.add(lookup.patterns().get(i), lookup.mode(), id, site);
            }
        }
    }
}
