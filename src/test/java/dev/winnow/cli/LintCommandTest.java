package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

    @TempDir
    Path folder;

    @Test
    void saysThatRulesAreSound() {
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", Pages.rules(folder));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("2 rules of 0 sites and of pages in general: no problems");
    }

    @Test
    void showsEveryProblemOfEveryFile() {
        String rules = Pages.rules(folder);
        Pages.file(folder.resolve("rules/common/a.yaml"), "pack: common\nrules:\n- id: x\n  lable: share\n");
        Pages.file(folder.resolve("rules/common/b.yaml"), "pack: common\nruels: []\n");
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", rules);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("a.yaml:4:3: ", "b.yaml:2:1: ", "did you mean 'rules'", "^");
    }

    @Test
    void namesAFolderThatIsNotThere() {
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", folder.resolve("gone").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("gone").contains("no such file or folder");
    }

    @Test
    void namesRulesThatKnowNoiseByItsWordingAlone() {
        Pages.file(folder.resolve("own/common/a.yaml"), """
                pack: common
                rules:
                - id: word
                  label: advert
                  line: "Sponsored"
                  examples:
                  - hit: ⟦Sponsored⟧
                  - miss: Sponsored by nobody, the league called the plan lovely.
                - id: number
                  label: player
                  zone: [head, tail]
                  line: "{int}/{int}"
                  examples:
                  - hit: ⟦1/2⟧
                  - miss: a half
                - id: open
                  label: consent
                  shape: any
                  line: "We use cookies {any}"
                  examples:
                  - hit: ⟦We use cookies to count you.⟧
                  - miss: We bake cookies.
                - id: range
                  label: related
                  range: {from: More stories, while: link-like}
                  examples:
                  - hit: ⟦More stories⟧
                  - miss: More stories than one were told that evening in the old harbour inn.
                - id: box
                  label: widget
                  css: ".box"
                  shape: any
                  examples:
                  - hit: <div class=box>⟦More stories⟧</div>
                  - miss: <div>More stories</div>
                - id: spans
                  label: widget
                  css: "span, .box"
                  budget: {share: 0.1}
                  examples:
                  - hit: <div class=box>⟦More stories⟧</div>
                  - miss: <div>More stories</div>
                """);
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", folder.resolve("own").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("a.yaml:5:9: R060 'common/word'", "line: \"Sponsored\"", "^")
                .contains("a.yaml:12:9: R060 'common/number'", "'beside'")
                .contains("a.yaml:19:9: R060 'common/open'")
                .contains("a.yaml:25:17: R060 'common/range'", "'at_most'")
                .contains("R060 'common/box'", "'budget'")
                .contains("R060 'common/spans'");
        assertThat(ran.err()).contains("6 rules with no evidence but wording");
    }

    @Test
    void asksNothingOfARuleThatSaysWhereItsLinesStand() {
        Pages.file(folder.resolve("own/common/a.yaml"), """
                pack: common
                rules:
                - id: word
                  label: advert
                  among: prose
                  line: "Sponsored"
                  examples:
                  - hit: |
                      The league called the plan lovely, and nobody on the harbour side said a word.
                      ⟦Sponsored⟧
                      The plan is from 1974, and the drawer in which it lay has been locked ever since.
                  - miss: Sponsored by nobody, the league called the plan lovely.
                - id: number
                  label: player
                  beside: caption
                  line: "{int}/{int}"
                  examples:
                  - hit: ⟦1/2⟧
                  - miss: a half
                - id: about
                  label: byline
                  line: "Words by {authors:any}"
                  examples:
                  - hit: ⟦Words by Mara⟧
                  - miss: Words fail her.
                """);
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", folder.resolve("own").toString());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void everyRuleThatShipsHasTwoReasons() {
        Cli.Ran ran = Cli.winnow("lint");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void aRuleThatFallsShortWorks() {
        Pages.file(folder.resolve("own/common/a.yaml"), """
                pack: common
                rules:
                - id: word
                  label: advert
                  line: "Sponsored"
                  examples:
                  - hit: ⟦Sponsored⟧
                  - miss: Sponsored by nobody, the league called the plan lovely.
                """);
        String page = Pages.file(
                        folder.resolve("page.txt"),
                        "Sponsored\nThe ferry left the harbour on Sunday morning, the company said.\n")
                .toString();
        Cli.Ran ran = Cli.winnow(
                "clean", "--no-builtin", "--rules", folder.resolve("own").toString(), "--format", "text", page);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).doesNotContain("Sponsored").contains("The ferry left");
    }
}
