package dev.winnow.rule;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.text.Characters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds patterns that change nothing, since another rule takes each of their lines under conditions that are no stricter.
 * Compares only whole lines: equal templates, and fixed texts that a template of the other rule fits. For one thread.
 */
public final class Shadows {

    private static final MatchContext NOTHING_KNOWN = new MatchContext(null, Map.of());

    private final CompiledRules rules;
    private final List<Shadow> found = new ArrayList<>();

    private Shadows(CompiledRules rules) {
        this.rules = rules;
    }

    /**
     * A pattern that changes nothing.
     *
     * @param rule the rule of the pattern
     * @param by the rule that takes each of its lines; may be the same rule
     * @param wins whether the other rule goes first; otherwise both give the same label
     */
    public record Shadow(Rule rule, Pattern pattern, Rule by, Pattern byPattern, boolean wins) {}

    /** Returns all shadows among rules for the same pages, except equal patterns under equal conditions. */
    static List<Shadow> in(CompiledRules rules, List<RulePack> packs) {
        Shadows shadows = new Shadows(rules);
        List<Wording> common = new ArrayList<>();
        int number = 0;
        for (int pack = 0; pack < packs.size(); pack++) {
            List<Wording> ofPack = packs.get(pack).ofSite() ? new ArrayList<>() : common;
            for (int i = packs.get(pack).rules().size(); i > 0; i--) {
                shadows.add(number++, ofPack);
            }
            LiteralIndex index = packs.get(pack).ofSite() ? rules.index().ofSite(pack) : null;
            if (index != null) {
                shadows.compare(ofPack, index);
            }
        }
        shadows.compare(common, rules.index().common());
        return shadows.found;
    }

    /** A pattern for whole lines, with its rule. */
    private record Wording(CompiledRule rule, Pattern pattern) {

        /** Returns its text with single spaces when it has no slots; otherwise null. */
        @Nullable
        String fixedText() {
            return pattern instanceof Pattern.Template && pattern.written().indexOf('{') < 0
                    ? pattern.written().strip().replaceAll("\\s+", " ")
                    : null;
        }

        String key() {
            boolean exact = rule.rule().exact() || pattern instanceof Pattern.Regex;
            String text = exact
                    ? pattern.written()
                    : Characters.fold(pattern.written()).replaceAll(" +", " ");
            return (pattern instanceof Pattern.Regex ? "regex " : "") + exact + ' ' + pattern.language() + ' ' + text;
        }
    }

    private void add(int number, List<Wording> wordings) {
        CompiledRule rule = rules.rule(number);
        if (rule.rule().matcher() instanceof Matcher.OfLine line) {
            line.patterns().forEach(pattern -> wordings.add(new Wording(rule, pattern)));
        }
    }

    private void compare(List<Wording> wordings, LiteralIndex index) {
        Map<String, List<Wording>> alike = new HashMap<>();
        wordings.forEach(wording ->
                alike.computeIfAbsent(wording.key(), key -> new ArrayList<>(1)).add(wording));
        for (List<Wording> same : alike.values()) {
            for (Wording one : same) {
                for (Wording other : same) {
                    if (!other.rule()
                            .rule()
                            .conditions()
                            .asksAsMuchAs(one.rule().rule().conditions())) {
                        note(one, other.rule(), other.pattern(), false);
                    }
                }
            }
        }
        fixed(wordings.stream().filter(wording -> wording.fixedText() != null).toList(), index);
    }

    /** Uses the index to find templates that fit fixed texts. */
    private void fixed(List<Wording> wordings, LiteralIndex index) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[wordings.size() + 1];
        for (int i = 0; i < wordings.size(); i++) {
            text.append(wordings.get(i).fixedText()).append('\n');
            starts[i + 1] = text.length();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < wordings.size(); i++) {
            lines.add(new Line(text.toString(), i, starts[i], starts[i + 1] - 1, false));
        }
        ScannedPage page = new ScannedPage(index, index.scan(text.toString(), lines));
        for (int hit = 0; hit < page.hitCount(); hit++) {
            int line = page.position(hit);
            int rule = rules.index().rule(page.trigger(hit));
            if (rule >= 0 && rules.rule(rule).matcher() instanceof LineMatcher matcher) {
                CompiledPattern pattern = matcher.patterns()
                        .get(rules.index().trigger(page.trigger(hit)).pattern());
                fits(wordings.get(line), page.lines().get(line), rules.rule(rule), pattern);
            }
        }
    }

    private void fits(Wording fixed, ScannedLine line, CompiledRule by, CompiledPattern pattern) {
        if (pattern instanceof CompiledTemplate template
                && pattern.written().indexOf('{') >= 0
                && !pattern.needsKnown()
                && template.isForAllThatSpeak(fixed.pattern().language())
                && line.mayFit(pattern)
                && pattern.match(line.text(), Mode.WHOLE, NOTHING_KNOWN, null, 0, match -> true)) {
            ((Matcher.OfLine) by.rule().matcher())
                    .patterns().stream()
                            .filter(written -> written.written().equals(pattern.written())
                                    && Objects.equals(written.language(), template.language()))
                            .findFirst()
                            .ifPresent(written -> note(fixed, by, written, capturesAnything(pattern)));
        }
    }

    private static boolean capturesAnything(CompiledPattern pattern) {
        return Set.of(Field.values()).stream().anyMatch(pattern::captures);
    }

    /** @param spares whether the fixed text keeps the other rule from capturing something */
    private void note(Wording wording, CompiledRule by, Pattern byPattern, boolean spares) {
        Rule rule = wording.rule().rule();
        Rule other = by.rule();
        boolean always = rule.keep() == other.keep()
                && (!other.exact() || rule.exact())
                && (other.budget().equals(Budget.NONE) || other.budget().equals(rule.budget()))
                && rule.conditions().asksAsMuchAs(other.conditions());
        if (!always) {
            return;
        }
        int standing = Integer.compare(by.literalLength(), wording.rule().literalLength());
        boolean wins = !by.equals(wording.rule())
                && (standing > 0 || standing == 0 && other.id().compareTo(rule.id()) < 0);
        boolean same = rule.label() == other.label();
        // Surroundings may protect the line from the other rule only.
        boolean certain = same || by.source().ofSite() || !isGuarded(other.label());
        if (certain && (wins || same && !spares)) {
            found.add(new Shadow(rule, wording.pattern(), other, byPattern, wins));
        }
    }

    private static boolean isGuarded(@Nullable Label label) {
        return label != null && (label.group() == Label.Group.NOISE || label == Label.COPYRIGHT);
    }
}
