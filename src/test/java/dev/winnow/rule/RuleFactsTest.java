package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from what a rule asks and from where it stands. */
class RuleFactsTest {

    private static final String EXAMPLES = "\n  examples: [{hit: ⟦x⟧}, {miss: x}]\n";

    private static Winnow winnow(String head, String... rules) {
        StringBuilder yaml = new StringBuilder(head).append("rules:\n");
        for (int i = 0; i < rules.length; i++) {
            yaml.append("- id: r")
                    .append(i)
                    .append("\n  ")
                    .append(rules[i].replace("; ", "\n  "))
                    .append(EXAMPLES);
        }
        return Winnow.builder()
                .builtinRules(false)
                .rules("rules.yaml", yaml.toString())
                .build();
    }

    private static RulePack pack(String... rules) {
        return winnow("pack: common\n", rules).rules().packs().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line: Boats                                     | LINES      | ZONES",
                "line: Boats; first: 2; shape: any               | LINES      | ZONES",
                "line: Boats; unless: {first: 2}                 | LINES      | ZONES",
                "line: Boats; zone: tail                         | ZONES      | ZONES",
                "line: Boats; unless: {zone: tail}               | ZONES      | ZONES",
                "line: Boats; after: share                       | NEIGHBOURS | NEIGHBOURS",
                "line: Boats; before: share                      | NEIGHBOURS | NEIGHBOURS",
                "line: Boats; beside: share                      | NEIGHBOURS | NEIGHBOURS",
                "line: Boats; zone: tail; before: share          | NEIGHBOURS | NEIGHBOURS",
                "line: Boats; unless: {after: share}             | NEIGHBOURS | NEIGHBOURS",
                "line: Boats; zone: tail; unless: {after: share} | NEIGHBOURS | NEIGHBOURS",
            })
    void runsAfterTheRulesOfWhichItAsks(String rule, Phase phase, Phase whereItComparesWithATitle) {
        Rule read = pack("label: related; " + rule).rules().get(0);
        assertThat(Phase.of(read, false)).isEqualTo(phase);
        assertThat(Phase.of(read, true)).isEqualTo(whereItComparesWithATitle);
    }

    @Test
    void asksForNeighboursWhereItRunsLast() {
        RuleSet rules = winnow(
                        "pack: common\n", "label: share; line: Share", "label: related; line: Boats; after: share")
                .rules();
        assertThat(rules.asksForNeighbours("common/r1")).isTrue();
        assertThat(rules.asksForNeighbours("common/r0")).isFalse();
        assertThat(rules.asksForNeighbours("common/nothing")).isFalse();
    }

    private static List<Boolean> sparesCode(String head, String... rules) {
        RulePack pack = winnow(head, rules).rules().packs().get(0);
        return pack.rules().stream()
                .map(rule -> new Origin.OfRule(rule, pack).sparesCode())
                .toList();
    }

    @Test
    void saysNothingOfCodeWhereItGoesByWordsOfAnyPage() {
        String[] rules = {
            "label: share; line: Share",
            "label: share; inside: {end: Share}",
            "keep: true; line: Share",
            "label: share; css: .share",
            "label: share; range: {from: Share, to: end}"
        };
        assertThat(sparesCode("pack: common\n", rules)).containsExactly(true, true, false, false, false);
        assertThat(sparesCode("pack: harbour.com\nhosts: [harbour.com]\n", rules))
                .containsOnly(false);
        RulePack pack = pack("label: share; line: Share");
        assertThat(new Origin.OfMechanism("mechanism/x").sparesCode()).isTrue();
        assertThat(new Origin.OfPack(pack, "article").sparesCode())
                .as("an element is known whatever it holds")
                .isFalse();
    }

    @Test
    void isNamedByWhoSaysIt() {
        RulePack site = winnow("pack: harbour.com\nhosts: [harbour.com]\n", "label: share; line: Share")
                .rules()
                .packs()
                .get(0);
        Origin rule = new Origin.OfRule(site.rules().get(0), site);
        Origin pack = new Origin.OfPack(site, "article");
        Origin mechanism = new Origin.OfMechanism("mechanism/x");
        assertThat(List.of(rule.id(), pack.id(), mechanism.id()))
                .containsExactly("harbour.com/r0", "harbour.com/article", "mechanism/x");
        assertThat(List.of(rule.ofSite(), pack.ofSite(), mechanism.ofSite())).containsExactly(true, true, false);
        assertThat(new Origin.OfPack(pack("label: share; line: Share"), "article").ofSite())
                .isFalse();
        assertThat(mechanism.pack()).isNull();
        assertThat(mechanism.dates()).isEqualTo(DateSettings.UNKNOWN);
        assertThat(rule.dates()).isEqualTo(site.dates());
    }

    @Test
    void findsLinesWhateverMarksOfTheWritingDirectionTheyHold() {
        for (String line : List.of(
                "شارك المقال",
                "\u200Fشارك المقال",
                "شارك المقال\u200F",
                "شارك\u202C المقال",
                "\u202Bشارك\u202C المقال\u200F")) {
            for (String rule : List.of(
                    "line: شارك المقال",
                    "line: \"شارك {any}\"",
                    "line: \"{any} المقال\"",
                    "line: \"شارك{any}المقال\"",
                    "inside: {start: شارك المقال}",
                    "inside: {end: شارك المقال}",
                    "inside: {anywhere: شارك المقال}",
                    "regex: شارك المقال")) {
                assertThat(OneRule.on("label: share\n" + rule, line, "1")
                                .labels()
                                .get(0))
                        .as(rule + " on "
                                + line.replace('\u200F', '>')
                                        .replace('\u202B', '<')
                                        .replace('\u202C', '^'))
                        .isEqualTo(Label.SHARE);
            }
        }
    }

    private static Rule broken(Rule rule, String template, int line) {
        Place place = new Place("rules.yaml", line, 3);
        return new Rule(
                rule.id(),
                rule.description(),
                new Matcher.OfLine(List.of(new Pattern.Template(template, null, place))),
                rule.label(),
                rule.keep(),
                rule.exact(),
                rule.conditions(),
                rule.budget(),
                rule.examples(),
                place);
    }

    @Test
    void isRefusedWithAllProblemsInTheOrderOfTheFile() {
        Winnow winnow = winnow("pack: common\n", "label: share; line: Share", "label: share; line: Tell");
        RulePack pack = winnow.rules().packs().get(0);
        RulePack broken = pack.withRules(List.of(
                broken(pack.rules().get(0), "{nothing}", 9), broken(pack.rules().get(1), "{neither", 4)));
        assertThatThrownBy(() -> RuleSet.compile(
                        new RuleSources(List.of(broken), winnow.rules().lexicons()), ""))
                .isInstanceOfSatisfying(RuleException.class, refused -> {
                    assertThat(refused.diagnostics())
                            .extracting(problem -> problem.place().line(), Diagnostic::code)
                            .containsExactly(tuple(4, "R040"), tuple(9, "R040"));
                    assertThat(refused.report().lines())
                            .containsExactlyElementsOf(refused.diagnostics().stream()
                                    .map(Diagnostic::toString)
                                    .toList());
                    assertThat(refused.getMessage()).isEqualTo(refused.report());
                });
    }

    @Test
    void isReplacedByIdInItsPackOnly() {
        Winnow winnow = winnow("pack: common\n", "label: share; line: Share", "label: share; line: Tell");
        RuleSet rules = winnow.rules();
        RulePack pack = rules.packs().get(0);
        Rule share = pack.rules().get(0);
        Rule related = new Rule(
                share.id(),
                share.description(),
                share.matcher(),
                Label.RELATED,
                share.keep(),
                share.exact(),
                share.conditions(),
                share.budget(),
                share.examples(),
                share.place());
        List<Rule> changed = rules.with(related).packs().get(0).rules();
        assertThat(changed).containsExactly(related, pack.rules().get(1));
        assertThat(rules.packs().get(0).rules())
                .containsExactly(share, pack.rules().get(1));
    }

    @Test
    void countsAMatchOnceThoughSeveralWordingsFit() {
        String rule = "label: related\nline: [\"More of {section}\", \"More {any} {section}\"]";
        OneRule taken = OneRule.on(rule, "More of boats", "The ferry left the harbour at noon on Sunday.");
        assertThat(taken.taken()).containsExactly(0);
        assertThat(taken.values()).containsExactly("boats");
        assertThat(OneRule.on(rule + "\nlast: 1", "More of boats", "The ferry left the harbour at noon on Sunday.")
                        .misses())
                .containsExactly("0: it is not the last line");
    }
}
