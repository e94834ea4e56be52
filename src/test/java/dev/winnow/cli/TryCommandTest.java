package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {

    private static final String RULE = """
            pack: common
            rules:
            - id: read-on
              label: related
              line: "Read on: {any}"
              examples:
              - hit: "⟦Read on: Cat found⟧"
              - miss: Read on until the cat is found
            - id: writer
              label: byline
              line: "Story by {authors:people}"
              examples:
              - hit: ⟦Story by Mara Lind⟧
                gives: {authors: Mara Lind}
              - miss: Story by night
            """;

    @TempDir
    Path folder;

    private Path mine = Path.of("");
    private Path corpus = Path.of("");

    @BeforeEach
    void write() {
        mine = Pages.file(folder.resolve("mine/rules.yaml"), RULE);
        corpus = folder.resolve("pages");
        for (String name : List.of("a", "b", "c")) {
            Pages.file(
                    corpus.resolve(name + ".txt"),
                    Pages.PAGE + (name.equals("a") ? "Story by Mara Lind\n" : "")
                            + "Nobody was hurt when the quay gave way last week, an officer of the harbour said.\n"
                            + "Read on: Cat found\nRead on: Dog of " + name + " found\n");
        }
    }

    private Cli.Ran tried(String... more) {
        return tried(List.of(mine.getParent()), more);
    }

    private Cli.Ran tried(List<Path> rules, String... more) {
        List<String> all = new ArrayList<>(List.of("try"));
        rules.forEach(path -> all.add(path.toString()));
        all.addAll(List.of(
                "--corpus", corpus.toString(), "--no-builtin", "--rules", Pages.rules(folder), "--model", "off"));
        all.addAll(List.of(more));
        return Cli.winnow(all.toArray(String[]::new));
    }

    @Test
    void showsWhatGoesAndWhatIsFoundMostFrequentFirst() {
        Cli.Ran ran = tried();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("3 pages, 3 changed")
                .contains("newly removed: 7 lines")
                .containsPattern("3×  related +common/read-on +Read on: Cat found\\R +first in .*a\\.txt")
                .containsPattern("1×  related +common/read-on +Read on: Dog of b found\\R +first in .*b\\.txt")
                .containsPattern("metadata found: 1 value\\R +1×  authors +common/writer +Mara Lind");
        assertThat(ran.out().indexOf("Cat found")).isLessThan(ran.out().indexOf("Dog of"));
    }

    @Test
    void isTheSameWithAnyNumberOfThreads() {
        assertThat(tried("--threads", "1").out())
                .isEqualTo(tried("--threads", "4").out());
    }

    @Test
    void showsTheSameTheOtherWayRound() {
        Path less = Pages.file(folder.resolve("less/rules.yaml"), RULE.substring(0, RULE.indexOf("- id: writer")));
        Cli.Ran ran = tried(List.of(less), "--against", mine.toString());
        assertThat(ran.out())
                .contains("3 pages, 1 changed")
                .contains("spared: 1 line\n")
                .contains("Story by Mara Lind")
                .contains("metadata lost: 1 value")
                .doesNotContain("newly removed:");
    }

    @Test
    void saysThatNothingChanges() {
        assertThat(tried("--against", mine.toString()).out()).contains("3 pages, 0 changed", "Nothing changes.");
    }

    @Test
    void saysThatRulesOfASiteApplyToNoPage() {
        Path other = Pages.file(
                folder.resolve("other/rules.yaml"),
                RULE.replace("pack: common", "pack: other.example\nhosts: [other.example]"));
        Cli.Ran ran = tried(List.of(other.getParent()));
        assertThat(ran.out()).contains("Nothing changes.");
        assertThat(ran.err()).contains("the rules of other.example apply to none of the pages");
        assertThat(tried().err()).doesNotContain("apply to none");
    }

    @Test
    void triesRulesOfASiteThatOnlyTheyKnow() {
        Path other = Pages.file(
                folder.resolve("other/rules.yaml"),
                RULE.replace("pack: common", "pack: other.example\nhosts: [other.example]"));
        Cli.Ran ran = tried(List.of(other.getParent()), "--site", "other.example");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("newly removed: 7 lines", "other.example/read-on");
        assertThat(tried(List.of(other.getParent()), "--site", "other.example", "--against", other.toString())
                        .out())
                .as("both sides know the site")
                .contains("Nothing changes.");
        assertThat(tried(List.of(other.getParent()), "--site", "othr.example").err())
                .contains("no rule pack for the site 'othr.example'; did you mean 'other.example'?")
                .doesNotContain("known");
        assertThat(tried(List.of(other.getParent()), "--site", "a.b").err()).contains("known are: other.example");
    }

    @Test
    void endsWithFindingsPastTheLimit() {
        Cli.Ran ran = tried("--max-change", "0.05");
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).contains("of the text changes, more than the 5.00 % of --max-change");
        assertThat(tried("--max-change", "0.9").exit()).isZero();
        assertThat(tried("--max-change", "2").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void writesTheResultForPrograms() {
        assertThat(tried("--json", "-").out())
                .startsWith("{\"pages\":3,\"changed_pages\":3,\"failed_pages\":0,\"change\":0.")
                .contains("\"newly_removed\":{\"times\":7,")
                .contains(
                        "{\"text\":\"Mara Lind\",\"subject\":\"authors\",\"rule\":\"common/writer\",\"times\":1,\"pages\":1");
    }

    @Test
    void saysWhatIsMissingOrBroken() {
        assertThat(Cli.winnow("try", mine.toString()).err()).contains("--corpus");
        assertThat(tried("--since", "HEAD", "--against", "x").err()).contains("choose one");
        Pages.file(mine, "pack: common\nrules:\n- id: broken\n");
        Cli.Ran ran = tried();
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("rules.yaml:3");
    }

    @Test
    void comparesWithARevisionOfGit() throws IOException, InterruptedException {
        Git.in(folder).commitAll();
        assertThat(tried("--since", "HEAD").out()).contains("Nothing changes.");
        Pages.file(mine, RULE.replace("Read on: {any}", "Read on: Cat {any}"));
        assertThat(tried("--since", "HEAD").out())
                .contains("3 pages, 3 changed")
                .contains("spared: 3 lines")
                .contains("Dog of");
        // A file that is new since then, and a revision that is none.
        Pages.file(
                folder.resolve("mine/new.yaml"), RULE.replace("read-on", "more").replace("writer", "author"));
        assertThat(tried("--since", "HEAD").exit()).isZero();
        // A folder that is new, before one that is older.
        Path fresh = Pages.file(
                folder.resolve("fresh/other.yaml"),
                RULE.replace("read-on", "again").replace("writer", "reporter"));
        Cli.Ran both = tried(List.of(fresh.getParent(), mine.getParent()), "--since", "HEAD");
        assertThat(both.exit()).as(both.err()).isZero();
        assertThat(tried("--since", "nowhere").err()).contains("--since=nowhere: git knows no such revision");
    }
}
