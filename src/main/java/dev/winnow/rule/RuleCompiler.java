package dev.winnow.rule;

import java.util.ArrayList;
import java.util.Comparator;
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
                    Stratum.of(rule, needsKnown(matcher)),
                    matcher,
                    unless == null ? List.of() : patterns.compile(unless.line(), rule.exact()),
                    literalLength(matcher),
                    Reach.of(rule.conditions(), matcher));
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
                if (selectivity(compiled.get(i), Mode.WHOLE) > selectivity(compiled.get(best), Mode.WHOLE)) {
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
            return new CompiledMatcher.OfLine(patterns.compile(line.patterns(), exact), evidence(line.patterns()));
        }
        if (rule.matcher() instanceof Matcher.OfLines lines) {
            List<CompiledMatcher.Part> parts = new ArrayList<>();
            for (Matcher.Part part : lines.parts()) {
                List<CompiledPattern> compiled = patterns.compile(part.patterns(), exact);
                parts.add(new CompiledMatcher.Part(
                        compiled,
                        part.label(),
                        part.shapes() == Conditions.NO_SHAPE ? rule.conditions().shapes() : part.shapes(),
                        part.optional(),
                        part.repeat(),
                        part.glued(),
                        compiled.stream().anyMatch(CompiledPattern::isFree)));
            }
            return new CompiledMatcher.OfLines(parts);
        }
        if (rule.matcher() instanceof Matcher.OfRange range) {
            return new CompiledMatcher.OfRange(
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
            return new CompiledMatcher.OfElements(elements.selector(), elements.field());
        }
        Matcher.Inside inside = (Matcher.Inside) rule.matcher();
        Mode mode = switch (inside.where()) {
            case START -> Mode.START;
            case END -> Mode.END;
            case ANYWHERE -> Mode.ANYWHERE;
        };
        return new CompiledMatcher.Inside(
                mode, patterns.compile(inside.patterns(), exact), evidence(inside.patterns()));
    }

    private static List<String> evidence(List<Pattern> patterns) {
        return patterns.stream()
                .map(pattern -> "matches '" + pattern.written() + "'")
                .toList();
    }

    /** A sequence that captures a value before it compares with it needs nothing from other rules. */
    private static boolean needsKnown(CompiledMatcher matcher) {
        if (matcher instanceof CompiledMatcher.OfLines lines) {
            boolean captured = false;
            for (CompiledMatcher.Part part : lines.parts()) {
                if (!captured && part.patterns().stream().anyMatch(CompiledPattern::needsKnown)) {
                    return true;
                }
                captured |=
                        !part.optional() && part.patterns().stream().allMatch(pattern -> pattern.captures(Field.TITLE));
            }
            return false;
        }
        return patternsOf(matcher).stream().anyMatch(CompiledPattern::needsKnown);
    }

    private static List<CompiledPattern> patternsOf(CompiledMatcher matcher) {
        List<CompiledPattern> all = new ArrayList<>();
        if (matcher instanceof CompiledMatcher.OfLine line) {
            all.addAll(line.patterns());
        } else if (matcher instanceof CompiledMatcher.OfLines lines) {
            lines.parts().forEach(part -> all.addAll(part.patterns()));
        } else if (matcher instanceof CompiledMatcher.OfRange range) {
            all.addAll(range.from());
            all.addAll(range.to());
            all.addAll(range.before());
        } else if (matcher instanceof CompiledMatcher.Inside inside) {
            all.addAll(inside.patterns());
        }
        return all;
    }

    private static int literalLength(CompiledMatcher matcher) {
        if (matcher instanceof CompiledMatcher.OfElements) {
            return 0;
        }
        if (matcher instanceof CompiledMatcher.OfLines lines) {
            return lines.parts().stream()
                    .filter(part -> !part.optional())
                    .mapToInt(part -> shortest(part.patterns()))
                    .sum();
        }
        return shortest(patternsOf(matcher));
    }

    private static int shortest(List<CompiledPattern> patterns) {
        return patterns.stream().mapToInt(CompiledPattern::literalLength).min().orElse(0);
    }

    private void addTriggers(CompiledRule rule) {
        CompiledMatcher matcher = rule.matcher();
        if (matcher instanceof CompiledMatcher.OfLine line) {
            trigger(rule, 0, line.patterns(), Mode.WHOLE);
        } else if (matcher instanceof CompiledMatcher.Inside inside) {
            trigger(rule, 0, inside.patterns(), inside.mode());
        } else if (matcher instanceof CompiledMatcher.OfRange range) {
            if (range.fromStart()) {
                trigger(rule, Trigger.RANGE_END, range.to().isEmpty() ? range.before() : range.to(), Mode.WHOLE);
            } else {
                trigger(rule, 0, range.from(), Mode.WHOLE);
            }
        } else if (matcher instanceof CompiledMatcher.OfLines lines) {
            for (int part : anchors(lines.parts())) {
                trigger(rule, part, lines.parts().get(part).patterns(), Mode.WHOLE);
            }
        }
    }

    private void trigger(CompiledRule rule, int part, List<CompiledPattern> patternsThere, Mode mode) {
        int site = rule.source().ofSite() ? rule.pack() : -1;
        for (int i = 0; i < patternsThere.size(); i++) {
            int id = triggers.size();
            triggers.add(Trigger.of(id, rule, part, i));
            index.add(patternsThere.get(i), mode, id, site);
        }
    }

    /** The parts a sequence is found by: the most selective one that must be there, or else all that can be looked up. */
    private static List<Integer> anchors(List<CompiledMatcher.Part> parts) {
        List<Integer> indexed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (selectivity(parts.get(i)) > 0) {
                indexed.add(i);
            }
        }
        return indexed.stream()
                .filter(i -> !parts.get(i).optional())
                .max(Comparator.comparingInt((Integer i) -> selectivity(parts.get(i))))
                .map(List::of)
                .orElse(indexed);
    }

    private static int selectivity(CompiledMatcher.Part part) {
        return part.patterns().stream()
                .mapToInt(pattern -> selectivity(pattern, Mode.WHOLE))
                .min()
                .orElse(0);
    }

    private static int selectivity(CompiledPattern pattern, Mode mode) {
        int keys = pattern.keys(mode).stream().mapToInt(Key::selectivity).min().orElse(0);
        if (keys > 0 || pattern.isFree()) {
            return keys;
        }
        return pattern.maxLength() <= PatternCompiler.MAX_UNINDEXED_LENGTH ? 1 : 0;
    }
}
