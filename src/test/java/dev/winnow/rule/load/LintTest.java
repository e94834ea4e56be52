package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Diagnostic;
import dev.winnow.rule.Place;
import dev.winnow.rule.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of rules that work but should not be as they are. */
class LintTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    private static final String WORD = "a single word";
    private static final String OPEN = "{any} takes any text";

    private static List<String> lint(String... texts) {
        List<RuleRoot> roots = new ArrayList<>();
        for (String text : texts) {
            roots.add(RuleRoot.text("file" + roots.size() + ".yaml", text));
        }
        return findings(new RuleLoader().load(roots));
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
                .contains("R060 'common/r0' recognises noise by its wording alone: " + what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label: advert; line: Sponsored",
                "label: advert; line: [Sponsored by us, Sponsored]",
                "label: advert; line: [Sponsored, Advert]",
                "label: advert; line: '{{boats}}'",
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
        finds("numbers alone are no evidence", "label: player; zone: head; line: '{int}/{int}'");
        finds("numbers alone are no evidence", "label: player; line: '{published:date}'");
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
        finds("on other pages such elements may hold text", "label: widget; css: .box");
        finds("such an element may hold any text", "label: widget; css: '.box, div'; budget: {share: 0.1}");
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
                "['{any} now'] | {@marks} | {any} takes any text",
                "['{any} now'] | {@marks} by us | -",
                "['{int}'] | {@marks} | numbers alone are no evidence",
                "['{int} seats'] | {@marks} | -",
                "[Sponsored] | {any} {@marks} | {any} takes any text",
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
        assertThat(lintRules(rule, rule)).singleElement().asString().contains("R061 'common/r1' treats the same lines");
        assertThat(lintRules(rule, rule.replace("related", "share")))
                .singleElement()
                .asString()
                .contains("R062 'common/r1' gives 'share' to lines to which 'common/r0' at ", "gives 'related'");
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
        assertThat(lintRules(LINE, rule)).noneMatch(finding -> finding.contains("R061"));
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
                .contains("R062 'common/r1' gives 'keep' to lines to which 'common/r0'");
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
                "line: '“More here”' | -",
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
        assertThat(runOut(ended)).singleElement().asString().contains("R065 'old.com' ended on 2020-05-31");
        assertThat(runOut(site("old.com", "until: 2020-06-01"))).isEmpty();
        assertThat(runOut(site("old.com", "from: 2010-01-01"))).isEmpty();
        assertThat(runOut(ended, site("new.com", "from: 2020-06-01"))).isEmpty();
        assertThat(runOut(ended, site("new.com", "until: 2020-06-01"))).isEmpty();
        assertThat(runOut(ended, site("new.com", "until: 2020-05-31"))).hasSize(2);
        assertThat(runOut(ended, site("new.com", "from: 2020-06-01").replace("harbour", "goats")))
                .as("another site")
                .hasSize(1);
    }

    private static List<String> runOut(String... packs) {
        return lint(packs).stream().filter(finding -> finding.contains("R065")).toList();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "line: Read more.* | '.*' is literal text in a template",
                "line: Updated \\d+ | '\\d' is literal text",
                "line: '^Read more$' | '^Read more$' is literal text",
                "line: 'Read [a-z]+' | '[a-z]+' is literal text",
                "line: '^ Read more' | -",
                "line: 'Read [a-z] (?)' | -",
                "line: In US$ | -",
                "regex: Read more.* | -",
                "line: 'By {{authors}}' | write {authors} for a slot",
                "line: 'By {{ date }}' | write {date} for a slot",
                "line: 'By {{someone}}' | -",
                "line: ¦~  Read~  more~ | this is one line",
                "line: >~  Read~  more~ | -",
            })
    void signsOfOtherLanguagesStandForThemselves(String keys, @Nullable String expected) {
        List<String> found =
                lintRules("label: byline; " + keys.replace("~", "\n  ").replace("¦", "|"));
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains("R072 ", expected);
        }
        String shown = pack("pack: common", "label: byline; line: Read more.*").replace("⟦x⟧", "⟦Read more.*⟧");
        assertThat(lint(shown)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "label: footer; line: '{url} network' | {url} fills the metadata field 'url'; write {:url} to fill no field, or {url:url}",
                "label: footer; line: ['{any} list', 'Filed: {tags}'] | {tags} fills the metadata field 'tags'",
                "label: footer; inside: {end: 'in {place} now'} | {place} fills",
                "label: byline; lines: [{line: By us}, {line: 'Photo {credit}', label: footer}] | {credit} fills",
                "label: footer; range: {from: 'Of {url}', to: end, at_most: 3} | {url} fills",
                "label: byline; range: {from: By us, to: end, at_most: 3, lines: [{line: 'Of {url}', label: footer}]} | {url} fills",
                "label: footer; line: '{:url} network' | -",
                "label: footer; line: '{url:url} network' | -",
                "label: footer; line: '{section} network' | -",
                "label: footer; line: '{{url}} network of {int}' | -",
                "label: credit; line: '{url} network' | -",
                "label: footer; lines: [{line: 'Of {url}', label: source}, {line: All of us}] | -",
                "label: footer; line: By us; unless: {line: 'Of {url}'} | -",
            })
    void noiseFillsAFieldOnlyOnPurpose(String keys, @Nullable String expected) {
        List<String> found = lintRules("zone: tail; " + keys).stream()
                .filter(finding -> finding.contains("R073"))
                .toList();
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains("R073 'common/r0' is for noise, but " + expected);
        }
    }

    private static final String SITE = "pack: harbour.com\nhosts: [harbour.com]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what the first rule says | what the second says | what is said of the second; - for nothing
                "label: share; line: Send it now | label: share; line: Send it now; zone: tail | 'harbour.com/r0' takes each line that this fits, by 'Send it now'",
                "label: share; line: 'Send it: {any}' | label: share; line: 'Send it: by post' | gives it the same label: leave this out",
                "label: share; line: 'Send it: {any}' | label: share; exact: true; line: 'Send it: by post' | gives it the same label",
                "label: share; line: 'Send it: {any}'; shape: any | label: share; line: 'Send it: by post' | gives it the same label",
                "label: share; line: 'Send it: {any}' | label: advert; line: ['Send it: by post', Sent] | has priority over 'harbour.com/r1': no line gets the label 'advert' by this",
                "label: share; line: 'Send it: {any}' | label: advert; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}' | keep: true; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; zone: tail | label: share; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; first: 3 | label: share; line: 'Send it: by post'; first: 4 | -",
                "label: share; line: 'Send it: {any}'; first: 3 | label: share; line: 'Send it: by post'; first: 2 | same label",
                "label: share; line: 'Send it: {any}'; after: byline | label: share; line: 'Send it: by post'; after: title | -",
                "label: share; line: 'Send it: {any}'; unless: {first: 1} | label: share; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; unless: {first: 1} | label: share; line: 'Send it: by post'; unless: {first: 1} | same label",
                "label: share; line: 'Send it: {any}'; budget: {share: 0.1} | label: share; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; exact: true | label: share; line: 'Send it: by post' | -",
                "label: share; line: {de: 'Send it: {any}'} | label: share; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; language: de | label: share; line: 'Send it: by post'; language: [de, en] | -",
                "label: share; line: 'Send it: {any}'; language: [de, en] | label: share; line: 'Send it: by post'; language: de | same label",
                "label: share; line: 'Send it: {int}' | label: share; line: 'Send it: by post' | -",
                "label: byline; line: 'Sent by {authors:any}' | label: byline; line: 'Sent by post' | -",
                "label: share; inside: {start: 'Send it: {any}'} | label: share; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; repeated: 5 | label: share; line: 'Send it: by post' | -",
                "label: share; line: 'Send it: {any}'; followed_by: {short: 2} | label: share; line: 'Send it: by post'; followed_by: {short: 3} | same label",
                "label: share; line: 'Send it: {any}'; followed_by: {short: 2} | label: share; line: 'Send it: by post'; followed_by: {short: 1} | -",
            })
    void aWordingThatChangesNothingIsNamed(String first, String second, @Nullable String expected) {
        List<String> found = lint(pack(SITE, first, second)).stream()
                .filter(finding -> !finding.contains("R060"))
                .toList();
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains("R067 ", expected);
        }
    }

    @Test
    void twoWordingsOfOneRuleMayBeOne() {
        String rule = "label: share; zone: tail; line: ['Send it: {any}', 'Send it: by post']";
        assertThat(lintRules(rule)).singleElement().asString().contains("R067 'Send it: {any}' at ", "leave this out");
        assertThat(lintRules(rule.replace("by post'", "'").replace("it: {any}", "it: {int}")))
                .isEmpty();
        assertThat(lintRules("label: byline; line: ['Sent by {authors:any}', 'Sent by post']"))
                .as("it has no author")
                .isEmpty();
    }

    @Test
    void whatProtectsALineFromOneLabelMayNotProtectItFromAnother() {
        assertThat(lintRules(
                        "label: share; zone: tail; line: 'Send it: {any}'",
                        "label: byline; zone: tail; line: ['Send it: by post', Sent]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "line: More here; first: 1; after: byline | nothing stands above the first line",
                "line: More here; first: 2; after: byline | -",
                "line: More here; first: 3; preceded_by: {short: 3} | only 2 lines stand above",
                "line: More here; first: 3; preceded_by: {short: 2} | -",
                "line: More here; first: 1; zone: tail | never in its tail",
                "line: More here; first: 1; zone: [tail, head] | -",
                "line: More here; first: 1; zone: tail; shape: any | -",
                "line: More here; last: 1; zone: head | never in its head",
                "line: More here; last: 1; before: byline | nothing follows the last one",
                "line: More here; last: 2; before: byline | -",
                "line: More here; last: 3; followed_by: {short: 3} | 'followed_by' asks for 3 lines below",
                "line: More here; last: 3; followed_by: {short: 2} | -",
                "lines: [{line: More}, {line: Here}, {line: '{any}', optional: true}]; last: 1 | at least 2 lines, and 'last' lets it",
                "lines: [{line: More}, {line: Here}, {line: '{any}', optional: true}]; last: 2 | -",
                "lines: [{line: More}, {line: Here}]; last: 2; before: byline | nothing follows",
                "lines: [{line: More}, {line: Here}]; budget: {lines: 1} | the budget is 1",
                "range: {from: More, to: Here, at_most: 3}; budget: {lines: 1} | at least 2 lines, and the budget",
                "range: {from: More, while: short, at_least: 3, at_most: 5}; last: 3 | at least 4 lines",
                "range: {from: More, while: short, at_least: 2, at_most: 5}; last: 3 | -",
                "range: {from: start, to: Here, at_most: 3}; after: byline | nothing stands above",
                "range: {from: More, to: end}; last: 2; followed_by: {short: 1} | -",
                "line: More here; shape: short; unless: {shape: [short, link-like]} | also meets 'unless'",
                "line: More here; shape: short; unless: {shape: heading-like} | -",
                "line: More here; unless: {line: More here} | also meets 'unless'",
                "line: [More here, More there]; unless: {line: More here} | -",
                "line: More here; after: byline; unless: {after: [byline, caption]} | also meets 'unless'",
                "line: More here; after: byline; unless: {after: caption} | -",
                "line: More here; language: de; unless: {language: de} | -",
                "line: {de: [More here], en: [More there]}; language: de | only to pages of unknown language",
                "line: {de: [More here], any: [More there]}; language: de | -",
            })
    void whatNoPageMeetsIsNamed(String keys, @Nullable String expected) {
        assertFinds(pack(SITE, "label: byline; " + keys), "R068", expected);
    }

    /** Of nothing else; null for nothing at all. */
    private static void assertFinds(String rules, String code, @Nullable String expected) {
        List<String> found = lint(rules);
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().asString().contains(code + ' ', expected);
        }
    }

    private static final String SENTENCE = "Sign up for the news of the harbour, which we send every morning.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "line: 'S' | sentences are protected",
                "line: 'S'; shape: any | -",
                "line: 'S'; shape: sentence-like | -",
                "line: 'S'; shape: short | this is sentence-like, and the rule asks for short",
                "line: 'S'; shape: link-like | -",
                "line: More here; shape: sentence-like | this is heading-like and link-like and short, and the rule asks for sentence-like",
                "lines: [{line: More}, {line: 'S'}] | sentences are protected",
                "lines: [{line: More}, {line: 'S', shape: any}] | -",
                "lines: [{line: More}, {line: 'S'}]; shape: any | -",
                "lines: [{line: More, shape: sentence-like}, {line: Here}] | and the part asks for sentence-like",
                "range: {from: 'S', to: Here, at_most: 3} | sentences are protected",
                "range: {from: More, to: 'S', at_most: 3} | -",
                "inside: {end: 'S'} | -",
                "line: 'S{any}' | -",
            })
    void aTextIsOfTheShapeThatIsAskedFor(String keys, @Nullable String expected) {
        assertFinds(pack(SITE, "label: byline; " + keys.replace("'S", "'" + SENTENCE)), "R068", expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "lines: [{line: More, glued: true}, {line: Here, glued: true}] | it is glued to the line above, and the part before it is followed by a blank line",
                "lines: [{line: More}, {line: Here, glued: true}] | -",
                "lines: [{line: More, glued: true}, {line: Here}] | -",
                "lines: [{line: More, to: blank}, {line: Here, glued: true}] | ends at a blank line",
                "lines: [{line: More, to: blank}, {line: Here}] | -",
                "lines: [{line: More, glued: true}, {line: Here}]; first: 1 | the first line of a page has none",
                "lines: [{line: More, glued: true, repeat: 3}, {line: Here}] | never takes more than one",
                "lines: [{line: '{any}', before: More}, {line: Here}] | the part above ends before 'More', and this one takes no such line",
                "lines: [{line: '{any}', before: More}, {line: MORE}] | -",
                "lines: [{line: '{any}', before: More}, {line: Here, optional: true}] | -",
                "lines: [{line: More, before: 'M{any}'}, {line: '{any}'}] | ends before such a line, but takes no other line",
                "lines: [{line: [More, Here], before: 'M{any}'}, {line: '{any}'}] | so it never takes one",
                "range: {from: More, while: short, at_most: 3, lines: [{line: '{caption}', label: caption}, {line: Here, label: credit}]} | is never used",
                "range: {from: More, while: short, at_most: 3, lines: [{line: Here, label: credit}, {line: '{caption}', label: caption}]} | -",
                "range: {from: More, before: Here, at_most: 3, lines: [{line: Here, label: credit}]} | the range ends before such a line",
                "range: {from: More, to: Here, at_most: 3, lines: [{line: Here, label: credit}]} | -",
                "range: {from: [More, Here], before: Here, at_most: 3, lines: [{line: Here, label: credit}]} | -",
                "range: {from: More, while: sentence-like, at_most: 3, lines: [{line: Here, label: credit}]} | not sentence-like, such as this one",
            })
    void aSequenceThatNeverFitsIsNamed(String keys, @Nullable String expected) {
        assertFinds(pack(SITE, "label: byline; " + keys), "R069", expected);
    }

    @Test
    void aPackForOneLanguageHasNoRulesForAnother() {
        assertThat(lint(pack("pack: common\nlanguages: [de]", LINE + "; language: fr")))
                .singleElement()
                .asString()
                .contains("R068 the pack is for pages in de, and 'common/r0' for those in fr");
        assertThat(lint(pack("pack: common\nlanguages: [de]", "label: byline; line: {fr: [More here]}")))
                .singleElement()
                .asString()
                .contains("R068 this is for pages in fr");
        assertThat(lint(pack("pack: common\nlanguages: [de, fr]", LINE + "; language: fr")))
                .isEmpty();
    }

    @Test
    void ofTwoPacksForAHostTheSecondIsNamed() {
        String second = pack("pack: goats.com\nhosts: [goats.com, harbour.com]", LINE);
        assertThat(lint(pack(SITE, LINE), second))
                .singleElement()
                .asString()
                .startsWith("file1.yaml:2:20: R070 'harbour.com' is a host of 'harbour.com' at file0.yaml:1:1, too")
                .contains("gets all its pages");
        assertThat(lint(pack(SITE + "\nvalid: {from: 2019-01-01}", LINE), second))
                .singleElement()
                .asString()
                .contains("of the days for which both are 'valid'");
        assertThat(lint(
                        pack(SITE + "\nvalid: {from: 2019-01-01}", LINE),
                        second.replace("rules:", "valid: {until: 2018-12-31}\nrules:")))
                .isEmpty();
        assertThat(lint(
                        pack(SITE, LINE),
                        second.replace(" harbour", " '*.harbour'").replace("'.com", ".com'")))
                .isEmpty();
    }

    @Test
    void disablingIsForRulesForAllPages() {
        String common = pack("pack: common", LINE);
        assertThat(lint(common, pack(SITE + "\ndisable: [common/r0]", LINE))).isEmpty();
        assertThat(lint(pack(SITE + "\ndisable: [harbour.com/r0]", LINE)))
                .singleElement()
                .asString()
                .startsWith("file0.yaml:3:11: R070 ")
                .contains("'harbour.com/r0' is a rule of a site");
        assertThat(lint(pack("pack: common\ndisable: [common/r0]", LINE)))
                .singleElement()
                .asString()
                .contains("R070 'disable' works only in the pack of a site");
    }

    @Test
    void aLexiconIsThereToBeNamed() {
        String lexicon = "lexicon: goats\ndescription: Goats.\nany: [More goats]\n";
        String named = "label: byline; line: '{@goats} here'";
        assertThat(lintFolder(lexicon, pack("pack: common", LINE)))
                .singleElement()
                .asString()
                .contains("R070 no template names {@goats}");
        assertThat(lintFolder(lexicon, pack("pack: common", named))).isEmpty();
        assertThat(lintFolder(lexicon, pack("pack: common", LINE + "; unless: {line: '{@goats}'}")))
                .isEmpty();
        assertThat(lintFolder(lexicon)).as("its rules are elsewhere").isEmpty();
        assertThat(lintFolder(lexicon.replace("goats", "months"), pack("pack: common", LINE)))
                .as("slots use it")
                .isEmpty();
    }

    @TempDir
    private Path folder;

    private List<String> lintFolder(String... files) {
        try {
            Path rules = Files.createTempDirectory(folder, "rules");
            for (int i = 0; i < files.length; i++) {
                Files.writeString(rules.resolve(i + ".yaml"), files[i]);
            }
            LoadedRules loaded = new RuleLoader().loadSources(List.of(RuleRoot.builtInLexicons(), RuleRoot.of(rules)));
            return findings(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> findings(LoadedRules rules) {
        assertThat(DiagnosticPrinter.print(rules)).isEmpty();
        return Lint.on(rules, RuleSet.compile(rules.sources(), rules.digest()), TODAY).all().stream()
                .map(Diagnostic::toString)
                .toList();
    }
}
