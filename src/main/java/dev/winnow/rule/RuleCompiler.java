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
            List<List<CompiledPattern>> compiled = new ArrayList<>();
            int best = 0;
            for (Pattern line : lines) {
                compiled.add(patterns.compile(line, false));
                int last = compiled.size() - 1;
                best = selectivity(compiled.get(last)) > selectivity(compiled.get(best)) ? last : best;
            }
            Fingerprint fingerprint = new Fingerprint(packIndex, compiled, best);
            int trigger = triggers.size();
            triggers.add(Trigger.of(trigger, fingerprint));
            compiled.get(best).forEach(way -> index.add(way, Mode.WHOLE, trigger, -1));
            return fingerprint;
        } catch (TemplateException e) {
            problems.add(new Diagnostic(pack.place(), "R040", e.problem()));
            return new Fingerprint(packIndex, List.of(), 0);
        }
    }

    private static int selectivity(List<CompiledPattern> ways) {
        return ways.stream().mapToInt(way -> way.selectivity(Mode.WHOLE)).min().orElse(0);
    }

    private CompiledMatcher matcher(Rule rule) throws TemplateException {
        boolean exact = rule.exact();
        if (rule.matcher() instanceof Matcher.OfLine line) {
            return LineMatcher.of(patterns.compile(line.patterns(), exact));
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
        return InsideMatcher.of(mode, patterns.compile(inside.patterns(), exact));
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
