package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.winnow.Explanation.LineExplanation;
import dev.winnow.Explanation.NearMiss;
import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each condition of a rule: it is known, it stops the rule, and lifted it does not. */
class ConditionTest {

    private static final String PROSE = "The first ferry left the harbour on Sunday morning, the company said.\n";
    private static final String MORE = "Nine people waited on the quay since Friday evening, an officer said.\n";

    /** A rule that the condition stops on a page. */
    private record Stopped(String rule, String page) {}

    private static final Map<Condition, Stopped> CASES = new EnumMap<>(Map.ofEntries(
            Map.entry(Condition.ZONE, line("zone: tail", "Weather\n" + PROSE)),
            Map.entry(Condition.FIRST, line("first: 1", PROSE + "Weather\n")),
            Map.entry(Condition.LAST, line("last: 1", "Weather\n" + PROSE)),
            Map.entry(
                    Condition.SHAPE,
                    new Stopped(
                            "line: \"Weather {any}\"\nshape: short",
                            "Weather of the whole week at the old pier\n" + PROSE)),
            Map.entry(Condition.LANGUAGE, line("language: de", PROSE + MORE + PROSE + MORE + "Weather\n")),
            Map.entry(Condition.AFTER, line("after: byline", PROSE + "Weather\n")),
            Map.entry(Condition.BEFORE, line("before: byline", PROSE + "Weather\n" + MORE)),
            Map.entry(Condition.BESIDE, line("beside: byline", PROSE + "Weather\n" + MORE)),
            Map.entry(Condition.FOLLOWED_BY, line("followed_by: {sentence-like: 1}", PROSE + "Weather\n")),
            Map.entry(Condition.PRECEDED_BY, line("preceded_by: {sentence-like: 1}", "Weather\n" + PROSE)),
            Map.entry(Condition.AMONG, line("among: prose", PROSE + "one\ntwo\nWeather\nthree\nfour\n" + MORE)),
            Map.entry(Condition.REPEATED, line("repeated: 3", PROSE + "Weather\n")),
            Map.entry(Condition.UNLESS, line("unless: {first: 1}", "Weather\n" + PROSE)),
            Map.entry(Condition.BUDGET, line("budget: {share: 0.01}", PROSE + "Weather\n")),
            Map.entry(
                    Condition.AT_LEAST,
                    new Stopped("range: {from: Weather, to: end, at_least: 2}", PROSE + MORE + "Weather\nRain\n")),
            Map.entry(
                    Condition.AT_MOST,
                    new Stopped(
                            "range: {from: Weather, to: end, at_most: 1}", PROSE + MORE + "Weather\nRain\nWind\n"))));

    private static Stopped line(String condition, String page) {
        return new Stopped("line: Weather\n" + condition, page);
    }

    private static Winnow winnow(String rule) {
        return Winnow.builder()
                .model(Strictness.OFF)
                .builtinRules(false)
                .rules(
                        "rules.yaml",
                        "pack: common\nrules:\n- id: weather\n  label: byline\n  " + rule.replace("\n", "\n  ")
                                + "\n  examples: [{hit: ⟦x⟧}, {miss: x}]\n")
                .build();
    }

    private static boolean takes(Winnow winnow, String page) {
        return winnow.clean(page).lines().stream().anyMatch(line -> line.rule().equals("common/weather"));
    }

    @TestFactory
    Stream<DynamicTest> stopsTheRuleUnlessItIsLifted() {
        return Arrays.stream(Condition.values())
                .map(condition -> dynamicTest(condition.key(), () -> {
                    Stopped stopped = CASES.get(condition);
                    Winnow winnow = winnow(stopped.rule());
                    Rule rule = rule(winnow);
                    assertThat(Condition.of(rule)).containsExactly(condition);
                    assertThat(takes(winnow, stopped.page())).isFalse();
                    assertThat(winnow.explain(SourceDocument.of("-", stopped.page())).lines().stream()
                                    .map(LineExplanation::nearMisses)
                                    .flatMap(List::stream)
                                    .map(NearMiss::condition))
                            .contains(condition);
                    Rule lifted = condition.lifted(rule);
                    assertThat(Condition.of(lifted)).isEmpty();
                    assertThat(takes(winnow.withRules(winnow.rules().with(lifted)), stopped.page()))
                            .isTrue();
                }));
    }

    private static List<NearMiss> misses(String rule, String page) {
        return winnow(rule).explain(SourceDocument.of("-", page)).lines().stream()
                .map(LineExplanation::nearMisses)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void isToldWhereWhatStandsAroundStopsARule() {
        String banner = "We use cookies so that the ferry finds its way home.";
        assertThat(misses("line: \"" + banner + "\"\nzone: tail\nshape: any", PROSE + banner + "\n" + MORE))
                .extracting(NearMiss::condition)
                .containsExactly(Condition.ZONE);
        Winnow share = Winnow.builder()
                .model(Strictness.OFF)
                .builtinRules(false)
                .rules(
                        "rules.yaml",
                        "pack: common\nrules:\n- id: share\n  label: share\n  line: Share\n"
                                + "  examples: [{hit: ⟦x⟧}, {miss: x}]\n")
                .build();
        assertThat(
                        share
                                .explain(SourceDocument.of("-", PROSE + "They were all asked to:\nShare\n" + MORE))
                                .lines()
                                .stream()
                                .map(LineExplanation::nearMisses)
                                .flatMap(List::stream)
                                .map(NearMiss::condition))
                .as("none of its own")
                .containsExactly((Condition) null);
    }

    private static Rule rule(Winnow winnow) {
        return winnow.rules().packs().get(0).rules().get(0);
    }

    @Test
    void isNothingThatEveryRuleHas() {
        assertThat(Condition.of(rule(winnow("line: Weather\nshape: any")))).isEmpty();
        assertThat(Condition.of(rule(winnow("range: {from: Weather, to: end}"))))
                .isEmpty();
        assertThat(Condition.of(rule(winnow("css: .weather")))).isEmpty();
    }

    @Test
    void changesNoOtherRuleOfTheSet() {
        Winnow winnow = Winnow.builder().model(Strictness.OFF).build();
        String page = PROSE + "Share this page\n";
        Rule share = winnow.rules().packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> winnow.clean(page).lines().get(1).rule().equals(rule.id()))
                .findFirst()
                .orElseThrow();
        Winnow without = winnow.withRules(winnow.rules().without(share));
        assertThat(without.clean(page).lines().get(1).rule()).isNotEqualTo(share.id());
        assertThat(winnow.clean(page).lines().get(1).rule()).isEqualTo(share.id());
        assertThat(ids(without)).isEqualTo(ids(winnow));
        Winnow same = winnow.withRules(winnow.rules().with(share));
        assertThat(same.clean(page).lines()).isEqualTo(winnow.clean(page).lines());
    }

    private static Set<String> ids(Winnow winnow) {
        return Set.copyOf(winnow.rules().packs().stream()
                .flatMap(pack -> pack.rules().stream().map(Rule::id))
                .toList());
    }

    @Test
    void takesASelectorAwayToo() {
        Winnow winnow = winnow("css: .weather");
        SourceDocument page = SourceDocument.html("-", "<p>" + PROSE + "</p><p class=\"weather\">Rain</p>");
        assertThat(winnow.clean(page).text()).doesNotContain("Rain");
        assertThat(winnow.withRules(winnow.rules().without(rule(winnow)))
                        .clean(page)
                        .text())
                .contains("Rain");
    }
}
