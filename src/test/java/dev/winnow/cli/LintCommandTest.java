package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        assertThat(ran.err()).contains("6 doubts; all rules work");
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

    /** A rule for lines of text, in a file of its own. */
    private Path rule(String file, String id, String rest) {
        return Pages.file(
                folder.resolve("own/" + file),
                "pack: common\nrules:\n- id: " + id + "\n" + rest
                        + "  examples:\n  - hit: ⟦More here⟧\n  - miss: More\n");
    }

    private Cli.Ran lint(String... more) {
        List<String> all = new ArrayList<>(
                List.of("lint", "--no-builtin", folder.resolve("own").toString()));
        all.addAll(List.of(more));
        return Cli.winnow(all.toArray(String[]::new));
    }

    @Test
    void namesRulesThatSayTheSameOrTheOpposite() {
        rule("common/a.yaml", "one", "  label: related\n  zone: tail\n  line: [More here, MORE  HERE]\n");
        rule("common/b.yaml", "two", "  label: related\n  zone: tail\n  line: More here\n");
        rule("common/c.yaml", "three", "  label: share\n  zone: tail\n  line: More here\n");
        rule("common/d.yaml", "four", "  label: share\n  zone: head\n  line: More here\n");
        Cli.Ran ran = lint();
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out())
                .contains("a.yaml:6:21: R061 this stands twice in the rule, first at ")
                .contains("b.yaml:6:9: R061 'common/two' treats the same lines the same way as 'common/one' at ")
                .contains("c.yaml:6:9: R062 'common/three' gives 'share' to lines to which 'common/one' at ")
                .doesNotContain("d.yaml:6:9:");
    }

    @Test
    void namesTextsThatAreNotWhatTheirAuthorSees() {
        rule("common/a.yaml", "tag", "  label: related\n  zone: tail\n  line: More here #1\n");
        rule("common/b.yaml", "quoted", "  label: related\n  zone: tail\n  line: “More here”\n");
        rule("common/c.yaml", "plain", "  label: related\n  zone: tail\n  line: More there # the tail\n");
        Cli.Ran ran = lint();
        assertThat(ran.out())
                .contains("a.yaml:6:9: R063 YAML takes '#1' for a comment", "in quotes: \"More here #1\"")
                .contains("b.yaml:6:9: R064 these quotes are part of the text", "write \"More here\"")
                .doesNotContain("c.yaml:6:9: R06");
    }

    @Test
    void namesASiteThatHasNoRulesAnyMore() {
        String site = """
                pack: %s
                hosts: [harbour.example]
                valid: {%s}
                rules:
                - id: mark
                  label: related
                  line: More here
                  examples:
                  - hit: ⟦More here⟧
                  - miss: More
                """;
        Pages.file(
                folder.resolve("own/old.yaml"), String.format(Locale.ROOT, site, "old.example", "until: 2009-12-31"));
        assertThat(lint().out()).contains("old.yaml:1:", "R065 'old.example' ended on 2009-12-31");
        Pages.file(folder.resolve("own/new.yaml"), String.format(Locale.ROOT, site, "new.example", "from: 2010-01-01"));
        assertThat(lint().out()).doesNotContain("R065");
    }

    @Test
    void findsTheWordListsOfASingleFile() {
        Path file = rule("sites/a.yaml", "listed", "  label: related\n  zone: tail\n  line: \"{@more}\"\n");
        Pages.file(folder.resolve("own/lexicon/more.yaml"), "lexicon: more\ndescription: More.\nany: [More here]\n");
        Cli.Ran ran = Cli.winnow("lint", "--no-builtin", file.toString());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void tellsProgramsWhatItFound() {
        Path file = rule("common/a.yaml", "quoted", "  label: related\n  zone: tail\n  line: “More here”\n");
        assertThat(lint("--format", "json").out())
                .startsWith("{\"findings\":[{\"file\":\"")
                .contains("a.yaml\",\"line\":6,\"column\":9,\"code\":\"R064\",\"message\":\"these quotes");
        Cli.Ran github = new Cli()
                .variable("GITHUB_ACTIONS", "true")
                .variable("GITHUB_WORKSPACE", folder.toString())
                .run("lint", "--no-builtin", file.toString());
        assertThat(github.out()).contains("::error file=own/common/a.yaml,line=6,col=9,title=R064::these quotes");
    }

    @Test
    void namesRulesThatAreGone() throws IOException, InterruptedException {
        rule("common/a.yaml", "kept", "  label: related\n  zone: tail\n  line: More here\n");
        rule("common/b.yaml", "gone", "  label: related\n  zone: tail\n  line: More there\n");
        Git.in(folder).commitAll();
        assertThat(lint("--since", "HEAD").out()).isEmpty();
        Files.delete(folder.resolve("own/common/b.yaml"));
        Cli.Ran ran = lint("--since", "HEAD");
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).contains("HEAD:common/b.yaml:3:7: R066 'common/gone' is gone");
        assertThat(Cli.winnow("lint", "--since", "HEAD").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void mendsWhatLeavesNoDoubtAndNothingElse() throws IOException {
        Path mended = rule(
                "common/a.yaml",
                "mended",
                "  label: related # of other pages\r\n  zone: tail\n  line: [“More here”, 'More:  {any}',\n    \"More: here\",   more HERE]   # all\n");
        Path cut = rule("common/b.yaml", "cut", "  label: related\n  zone: tail\n  line: More here #1\n");
        Path left = rule("common/c.yaml", "left", "  label: related\n  zone: tail\n  line: More of it # {int}\n");
        String leftAsItWas = Files.readString(left);
        Cli.Ran ran = lint("--fix");
        assertThat(Files.readString(mended))
                .contains("  label: related # of other pages\r\n  zone: tail\n"
                        + "  line: [\"More here\", 'More:  {any}']   # all\n");
        assertThat(Files.readString(cut)).contains("  line: \"More here #1\"\n");
        assertThat(Files.readString(left)).isEqualTo(leftAsItWas);
        assertThat(ran.err())
                .contains("a.yaml:6:10: “More here” is now \"More here\"")
                .contains("a.yaml:7:5: removed \"More: here\"")
                .contains("b.yaml:6:9: put in quotes: \"More here #1\"");
        Cli.Ran again = lint("--fix");
        assertThat(again.out()).isEqualTo(ran.out());
        assertThat(again.err()).doesNotContain("took").doesNotContain("quotes:");
        assertThat(Cli.winnow("lint", "--fix").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void namesRulesThatTakeSentencesOfArticles() {
        Pages.file(folder.resolve("own/common/a.yaml"), """
                pack: common
                rules:
                - id: cookies
                  label: consent
                  shape: any
                  zone: tail
                  line: "Cookies {any}"
                  examples:
                  - hit: ⟦Cookies help us to serve you.⟧
                  - miss: We bake cookies.
                """);
        Cli.Ran ran = lint();
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out())
                .contains("a.yaml:3:7: R071 'common/cookies' takes a sentence of an article (", "): “Cookies ");
    }
}
