package dev.winnow.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The conditions that a rule may state beside its patterns, named as in rule files. A closed set, so that tools can test each
 * one alone.
 */
public enum Condition {
    ZONE,
    FIRST,
    LAST,
    SHAPE,
    LANGUAGE,
    AFTER,
    BEFORE,
    BESIDE,
    FOLLOWED_BY,
    PRECEDED_BY,
    AMONG,
    REPEATED,
    UNLESS,
    BUDGET,
    AT_LEAST,
    AT_MOST;

    /** Returns the key of the condition in rule files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key();
    }

    /** Returns the conditions that a rule states. Defaults do not count: the protection of sentences and default budgets. */
    public static Set<Condition> of(Rule rule) {
        Set<Condition> named = EnumSet.noneOf(Condition.class);
        Conditions asked = rule.conditions();
        Map<Condition, Boolean> has = new HashMap<>();
        has.put(ZONE, !asked.zones().isEmpty());
        has.put(FIRST, asked.first() > 0);
        has.put(LAST, asked.last() > 0);
        has.put(SHAPE, asked.shapes() != Conditions.NO_SHAPE && asked.shapes() != Conditions.ANY_SHAPE);
        has.put(LANGUAGE, !asked.languages().isEmpty());
        has.put(AFTER, !asked.after().isEmpty());
        has.put(BEFORE, !asked.before().isEmpty());
        has.put(BESIDE, !asked.beside().isEmpty());
        has.put(FOLLOWED_BY, !asked.following().isEmpty());
        has.put(PRECEDED_BY, !asked.preceding().isEmpty());
        has.put(AMONG, asked.amongProse());
        has.put(REPEATED, asked.repeated() > 0);
        has.put(UNLESS, asked.unless() != null);
        has.put(
                BUDGET,
                !List.of(Budget.NONE, Budget.OF_RANGE, Budget.OF_ELEMENTS).contains(rule.budget()));
        if (rule.matcher() instanceof Matcher.OfRange range) {
            has.put(AT_LEAST, range.atLeast() > 0);
            has.put(AT_MOST, range.atMost() < Integer.MAX_VALUE);
        }
        Arrays.stream(values())
                .filter(condition -> has.getOrDefault(condition, false))
                .forEach(named::add);
        return named;
    }

    /** Returns the rule without this condition. */
    public Rule lifted(Rule rule) {
        Conditions asked = rule.conditions();
        Conditions left = new Conditions(
                this == ZONE ? Set.of() : asked.zones(),
                this == FIRST ? 0 : asked.first(),
                this == LAST ? 0 : asked.last(),
                this == SHAPE ? Conditions.ANY_SHAPE : asked.shapes(),
                this == LANGUAGE ? Set.of() : asked.languages(),
                this == AFTER ? Set.of() : asked.after(),
                this == BEFORE ? Set.of() : asked.before(),
                this == BESIDE ? Set.of() : asked.beside(),
                this != AMONG && asked.amongProse(),
                this == FOLLOWED_BY ? Map.of() : asked.following(),
                this == PRECEDED_BY ? Map.of() : asked.preceding(),
                this == REPEATED ? 0 : asked.repeated(),
                asked.line(),
                this == UNLESS ? null : asked.unless());
        Matcher matcher = rule.matcher();
        if (matcher instanceof Matcher.OfRange range) {
            matcher = range.within(
                    this == AT_LEAST ? 0 : range.atLeast(), this == AT_MOST ? Integer.MAX_VALUE : range.atMost());
        }
        return new Rule(
                rule.id(),
                rule.description(),
                matcher,
                rule.label(),
                rule.keep(),
                rule.exact(),
                left,
                this == BUDGET ? Budget.NONE : rule.budget(),
                rule.examples(),
                rule.place());
    }
}
