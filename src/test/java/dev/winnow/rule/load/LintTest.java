package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of rules that work but should not be as they are. */
class LintTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    private static final String WORD = "a single word";
    private static final String OPEN = "{any} takes whatever follows";

    private static List<String> lint(String... texts) {
        List<RuleRoot> roots = new ArrayList<>();
        for (String text : texts) {
            roots.add(RuleRoot.text("file" + roots.size() + ".yaml", text));
        }
        LoadedRules rules = new RuleLoader().load(roots);
        assertThat(DiagnosticPrinter.print(rules)).isEmpty();
        return Lint.on(rules, TODAY).stream().map(Diagnostic::toString).toList();
    }

    /** Rules, their keys parted by semicolons. */
    private static String pack(String keys, String... rules) {
        StringBuilder pack = new StringBuilder(keys).append("\nrules:\n");
        for (int i = 0; i < rules.length; i++) {
            pack.append("- id: r").append(i).append('\n');
            for (String key : rules[i].split(";")) {
                pack.append("  ").append(key.strip()).append('\n');
            }
            pack.append("  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n");
        }
        return pack.toString();
    }

    private static List<String> lintRules(String... rules) {
        return lint(pack("pack: common", rules));
    }

    private static void finds(String what, String rule) {
        assertThat(lintRules(rule))
                .as(rule)
                .singleElement()
                .asString()
                .contains("R060 'common/r0' knows noise by its wording alone: " + what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: advert; line: Sponsored",
                "label: advert; line: [Sponsored by us, Sponsored]",
                "label: advert; line: [Sponsored, Advert]",
                "label: advert; line: '{{int}}'",
                "label: advert; line: 广告内容",
                "label: advert; inside: {end: Sponsored}",
                "label: advert; zone: [head, body, tail]; line: Sponsored",
                "label: advert; lines: [{line: Sponsored}, {line: 'By {authors:any}', optional: true}]",
                "label: byline; lines: [{line: Sponsored, label: advert}, {line: 'By {authors:any}', optional: true}]",
            })
    void aWordAloneIsNoEvidence(String rule) {
        finds(WORD, rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: byline; line: Sponsored",
                "keep: true; line: Sponsored",
                "label: advert; line: Sponsored by us",
                "label: advert; line: 本站的广告",
                "label: advert; line: '{int} adverts'",
                "label: advert; regex: Sponsored",
                "label: advert; line: Sponsored; first: 3",
                "label: advert; line: Sponsored; last: 3",
                "label: advert; line: Sponsored; zone: tail",
                "label: advert; line: Sponsored; among: prose",
                "label: advert; line: Sponsored; after: caption",
                "label: advert; line: Sponsored; before: caption",
                "label: advert; line: Sponsored; beside: caption",
                "label: advert; line: Sponsored; followed_by: {sentence-like: 2}",
                "label: advert; line: Sponsored; preceded_by: {sentence-like: 2}",
                "label: advert; line: Sponsored; budget: {share: 0.1}",
                "label: advert; lines: [{line: Sponsored}, {line: Advert}]",
                "label: byline; lines: [{line: Sponsored}, {line: Advert, label: advert, optional: true}]",
                "label: advert; lines: [{line: Sponsored, label: byline}, {line: Advert, optional: true}]",
            })
    void aPlaceOrMoreWordsAre(String rule) {
        assertThat(lintRules(rule)).isEmpty();
    }

    @Test
    void anOpenEndIsNoEvidence() {
        finds(OPEN, "label: consent; line: 'We use {any}'");
        assertThat(lintRules("label: consent; line: 'We use {any}'; zone: tail"))
                .isEmpty();
        assertThat(lintRules("label: consent; line: 'We use {date}'")).isEmpty();
    }

    @Test
    void numbersNeedNeighbours() {
        finds("numbers alone tell nothing", "label: player; zone: head; line: '{int}/{int}'");
        finds("numbers alone tell nothing", "label: player; line: '{published:date}'");
        for (String neighbours : List.of("after", "before", "beside")) {
            assertThat(lintRules("label: player; line: '{int}/{int}'; " + neighbours + ": caption"))
                    .isEmpty();
        }
    }

    @Test
    void aRangeNeedsALimit() {
        String range = "label: related; range: {from: More stories, while: link-like";
        finds("a range may take half of the page", range + "}");
        assertThat(lintRules(range + ", at_most: 5}")).isEmpty();
        assertThat(lintRules(range + "}; budget: {share: 0.5}")).isEmpty();
        assertThat(lintRules(range + "}; unless: {followed_by: {sentence-like: 2}}"))
                .isEmpty();
        finds("a range may take half of the page", range + "}; unless: {language: de}");
    }

    @Test
    void elementsOfAllPagesNeedABudgetAndAName() {
        finds("other pages have text in elements of such a name", "label: widget; css: .box");
        finds("an element that any text stands in", "label: widget; css: '.box, div'; budget: {share: 0.1}");
        assertThat(lintRules("label: widget; css: .box; budget: {share: 0.1}")).isEmpty();
        assertThat(lintRules("label: caption; css: .box")).isEmpty();
        assertThat(lintRules("keep: true; css: .box")).isEmpty();
        assertThat(lint(pack("pack: harbour.com\nhosts: [harbour.com]", "label: widget; css: .box")))
                .as("a site knows its elements")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "[Sponsored] | {@marks} | a single word",
                "[Sponsored by us, Advert] | {@marks} | a single word",
                "[Sponsored by us] | {@marks} | -",
                "[Sponsored] | {@marks} by us | -",
                "['{any} now'] | {@marks} | {any} takes whatever follows",
                "['{any} now'] | {@marks} by us | -",
                "['{int}'] | {@marks} | numbers alone tell nothing",
                "['{int} seats'] | {@marks} | -",
                "[Sponsored] | {any} {@marks} | {any} takes whatever follows",
            })
    void wordsOfALexiconCountAsTheTemplatesDo(String words, String line, @Nullable String expected) {
        List<String> found = lint(
                "lexicon: marks\ndescription: Marks.\nany: " + words + "\n",
                pack("pack: common", "label: advert; line: '" + line + "'"));
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains("wording alone: " + expected);
        }
    }

    private static final String LINE = "label: related; zone: tail; line: More here";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: related; zone: tail; line: MORE   here",
                "label: related; zone: tail; line: More here; after: share",
                "label: related; zone: tail; line: More here; unless: {first: 2}",
                "label: related; zone: [tail, head]; line: More here",
            })
    void oneRuleMaySayALineOnce(String rule) {
        assertThat(lintRules(rule, rule)).singleElement().asString().contains("R061 'common/r1' says the same");
        assertThat(lintRules(rule, rule.replace("related", "share")))
                .singleElement()
                .asString()
                .contains("R062 'common/r1' says 'share' of lines that 'common/r0' at ", "calls 'related'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: related; zone: head; line: More here",
                "label: related; zone: tail; line: More there",
                "label: related; zone: tail; line: {de: More here}",
                "label: related; zone: tail; inside: {end: More here}",
                "label: related; zone: tail; regex: More here",
                "label: related; zone: tail; line: More here; exact: true",
                "label: related; zone: tail; line: More here; first: 2",
                "label: related; zone: tail; line: More here; last: 2",
                "label: related; zone: tail; line: More here; shape: short",
                "label: related; zone: tail; line: More here; language: de",
                "label: related; zone: tail; line: More here; after: share",
                "label: related; zone: tail; line: More here; before: share",
                "label: related; zone: tail; line: More here; beside: share",
                "label: related; zone: tail; line: More here; among: prose",
                "label: related; zone: tail; line: More here; followed_by: {sentence-like: 2}",
                "label: related; zone: tail; line: More here; preceded_by: {sentence-like: 2}",
                "label: related; zone: tail; line: More here; unless: {line: More there}",
            })
    void oneRuleMaySayALineForEachConditionOnce(String rule) {
        assertThat(lintRules(LINE, rule)).isEmpty();
    }

    @Test
    void elementsAreSaidOnce() {
        String rule = "label: widget; css: .box; budget: {share: 0.1}";
        assertThat(lintRules(rule, rule)).singleElement().asString().contains("R061");
        assertThat(lintRules(rule, rule.replace("box", "fox"))).isEmpty();
        assertThat(lintRules(
                        "label: caption; css: .box; field: caption; budget: {share: 0.1}",
                        "label: caption; css: .box; budget: {share: 0.1}"))
                .isEmpty();
    }

    @Test
    void twoSitesMaySayTheSame() {
        assertThat(lint(
                        pack("pack: harbour.com\nhosts: [harbour.com]", LINE),
                        pack("pack: goats.com\nhosts: [goats.com]", LINE)))
                .isEmpty();
    }

    @Test
    void keepingContradictsEveryLabel() {
        assertThat(lintRules(LINE, "keep: true; zone: tail; line: More here"))
                .singleElement()
                .asString()
                .contains("R062 'common/r1' says 'keep' of lines that 'common/r0'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "line: More here #1 | '#1' for a comment",
                "line: More here #tag of it | \"More here #tag of it\"",
                "line: More here # a comment | -",
                "line: More here ## a comment | -",
                "line: More here # | -",
                "line: 'More here#1' | -",
                "range: {from: More stories, to: Fewer of them #2~, at_most: 3} | '#2' for a comment",
                "lines: [{line: More here}, {line: More of it #2~}] | '#2' for a comment",
                "inside: {end: More of it #2~} | '#2' for a comment",
                "line: More of it; unless: {line: More here #2~} | '#2' for a comment",
                "line: “More here” | these quotes are part of the text",
                "line: «More here» | these quotes are part of the text",
                "line: “More” here | -",
                "line: More “here” | -",
            })
    void textsSayWhatTheirAuthorSees(String keys, @Nullable String expected) {
        List<String> found = lintRules("label: related; zone: tail; " + keys.replace("~", "\n    "));
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(expected);
        }
    }

    @Test
    void examplesSayWhatTheirAuthorSees() {
        String pack = pack("pack: common", LINE).replace("- miss: \"y\"", "- miss: More #1");
        assertThat(lint(pack)).singleElement().asString().contains("R063", "\"More #1\"");
    }

    private static String site(String id, String valid) {
        return pack("pack: " + id + "\nhosts: [harbour.com]\nvalid: {" + valid + "}", LINE);
    }

    @Test
    void aSiteHasRulesForToday() {
        String ended = site("old.com", "until: 2020-05-31");
        assertThat(lint(ended)).singleElement().asString().contains("R065 'old.com' ended on 2020-05-31");
        assertThat(lint(site("old.com", "until: 2020-06-01"))).isEmpty();
        assertThat(lint(site("old.com", "from: 2010-01-01"))).isEmpty();
        assertThat(lint(ended, site("new.com", "from: 2020-06-01"))).isEmpty();
        assertThat(lint(ended, site("new.com", "until: 2020-06-01"))).isEmpty();
        assertThat(lint(ended, site("new.com", "until: 2020-05-31"))).hasSize(2);
        assertThat(lint(ended, site("new.com", "from: 2020-06-01").replace("harbour", "goats")))
                .as("another site")
                .hasSize(1);
    }

    @Test
    void rulesThatAreGoneAreNamed() {
        LoadedRules rules = new RuleLoader().load(List.of(RuleRoot.text("a.yaml", pack("pack: common", LINE))));
        Place place = new Place("old.yaml", 3, 7);
        assertThat(Lint.gone(
                        Map.of("common/r0", place, "common/r1", place),
                        rules.sources().packs()))
                .singleElement()
                .asString()
                .contains("old.yaml:3:7: R066 'common/r1' is gone");
    }
}
