package dev.winnow.rule;

import java.util.ArrayList;
import java.util.List;

/** Compiles rules and fingerprints. Thread-safe. */
final class RuleCompiler {

    private final PatternCompiler patterns;

    RuleCompiler(PatternCompiler patterns) {
        this.patterns = patterns;
    }

    /**
     * Compiles one rule.
     *
     * @param number index of the rule in the rule set
     * @param packNumber index of its pack
     */
    CompiledRule compile(Rule rule, int number, RulePack pack, int packNumber) throws TemplateException {
        CompiledMatcher matcher = matcher(rule);
        Conditions unless = rule.conditions().unless();
        return new CompiledRule(
                number,
                rule,
                packNumber,
                pack,
                rule.keep() ? Tier.KEEP : pack.ofSite() ? Tier.SITE : Tier.COMMON,
                Phase.of(rule, matcher.needsKnown()),
                matcher,
                unless == null ? List.of() : patterns.compile(unless.line(), rule.exact()),
                matcher.literalLength());
    }

    /** Compiles a fingerprint. Its most selective line is its anchor, which the index looks up. */
    Fingerprint compile(List<Pattern> lines, int packNumber) throws TemplateException {
        List<List<CompiledPattern>> compiled = new ArrayList<>();
        int best = 0;
        for (Pattern line : lines) {
            compiled.add(patterns.compile(line, false));
            int last = compiled.size() - 1;
            best = selectivity(compiled.get(last)) > selectivity(compiled.get(best)) ? last : best;
        }
        return new Fingerprint(packNumber, compiled, best);
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
                        part.toBlank(),
                        patterns.compile(part.before(), exact),
                        compiled.stream().anyMatch(CompiledPattern::isFree)));
            }
            return new SequenceMatcher(parts);
        }
        if (rule.matcher() instanceof Matcher.OfRange range) {
            List<RangeMatcher.Labelled> lines = new ArrayList<>();
            for (Matcher.Labelled line : range.lines()) {
                lines.add(new RangeMatcher.Labelled(patterns.compile(line.patterns(), exact), line.label()));
            }
            return new RangeMatcher(
                    patterns.compile(range.from(), exact),
                    patterns.compile(range.to(), exact),
                    range.toEnd(),
                    range.toBlank(),
                    range.whileShape(),
                    range.glued(),
                    patterns.compile(range.before(), exact),
                    lines,
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
}
