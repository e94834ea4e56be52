package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a file that is not YAML, or more of it than the rule language has. */
class YamlReaderTest {

    private static List<String> said(String text) {
        return new RuleLoader()
                .load(List.of(RuleRoot.text("a.yaml", text))).diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``| a.yaml:1:1: R007 the file is empty; write 'pack:' or 'lexicon:', or delete it",
                "~| a.yaml:1:1: R007 the file is empty; write 'pack:' or 'lexicon:', or delete it",
                "# nothing¶| a.yaml:1:1: R007 the file is empty; write 'pack:' or 'lexicon:', or delete it",
                "pack: common¶? [a]¶: b¶| a.yaml:2:3: R022 a key must be text, this is a list",
                "pack: common¶{share}: x¶| a.yaml:2:1: R022 a key must be text, this is a map; a text that begins with { must stand in quotes",
                "pack: a¶---¶pack: b¶| a.yaml:2:1: R008 a second document begins here; write it to a file of its own",
                "→pack: a¶| a.yaml:1:1: R006 a tab stands where YAML takes spaces only; write spaces",
                "pack: common¶name: {any} x¶| a.yaml:2:13: R005 not YAML: expected <block end>, but found '<scalar>'; a text that begins with { must stand in quotes",
                "pack: common¶name: ~¶rules: []¶| a.yaml:2:7: R024 'name' is empty; write a value or remove it",
                "pack: common¶pack: b¶| a.yaml:2:1: R023 'pack' stands twice; first on line 1",
                "pack: &x common¶| a.yaml:1:7: R009 the anchor '&x' is not part of the rule language; a text that begins with & must stand in quotes",
                "pack: !!str common¶| a.yaml:1:7: R010 the tag '!!str' is not part of the rule language; a text that begins with ! must stand in quotes",
                "- a¶| a.yaml:1:1: R022 the file must be a map, this is a list; begin with 'pack:' or 'lexicon:'",
                "pack¶| a.yaml:1:1: R022 the file must be a map, this is text; begin with 'pack:' or 'lexicon:'",
                "pack: common¶languages: [en¶| a.yaml:2:12: R005 not YAML: the value that begins here does not end; within brackets or braces, a text with one of , [ ] { } in it must stand in quotes",
                "pack: ″a¶| a.yaml:1:7: R005 not YAML: the value that begins here does not end",
            })
    void saysWhatIsWrongAndWhere(String text, String expected) {
        assertThat(said(text.replace('¶', '\n').replace('→', '\t').replace('″', '"')))
                .contains(expected);
    }

    @Test
    void readsFromAFolderOfTheClassPath() {
        ClassLoader loader = getClass().getClassLoader();
        LoadedRules rules = new RuleLoader().load(List.of(RuleRoot.classPath(loader, "rules/design")));
        assertThat(rules.sources().packs())
                .singleElement()
                .satisfies(pack -> assertThat(pack.id()).isEqualTo("trtworld.com"));
        assertThat(new RuleLoader()
                        .load(List.of(RuleRoot.classPath(loader, "rules/nowhere")))
                        .diagnostics())
                .singleElement()
                .asString()
                .startsWith("rules/nowhere:1:1: R001 there is no such folder on the class path");
    }
}
