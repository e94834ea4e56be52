package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    private static final String RESOURCES = "src/test/resources/dev/winnow/evaluate/";
    private static final String GOLD = RESOURCES + "gold.jsonl";
    private static final String PREDICTIONS = RESOURCES + "predictions.jsonl";

    @TempDir
    Path folder;

    @Test
    void scoresPredictionsByCollection() {
        Cli.Ran ran = Cli.winnow("evaluate", GOLD, "--predictions", PREDICTIONS);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("collection harbour: 2 pages of 1 site", "collection coast: 2 pages of 2 sites")
                .containsPattern("text: F1 of 4-word sequences +0\\.636 +2 pages")
                .containsPattern("title: exact +0\\.500 +\\(0\\.000 to 1\\.000\\) +2 pages");
    }

    @Test
    void scoresWinnowItselfOnHtmlAndOnFlatText() {
        Cli.Ran html = Cli.winnow("evaluate", GOLD);
        Cli.Ran flat = Cli.winnow("evaluate", GOLD, "--flat", "--threads", "1");
        assertThat(html.exit()).isZero();
        assertThat(html.out()).containsPattern("authors: F1 +1\\.000").contains("sub-headings of the article kept");
        assertThat(flat.out()).contains("lines of the flat page: recall");
        assertThat(flat.out()).isNotEqualTo(html.out());
        assertThat(Cli.winnow("evaluate", GOLD, "--flat", "--threads", "4").out())
                .isEqualTo(flat.out());
    }

    @Test
    void takesTheOptionsOfClean() {
        assertThat(Cli.winnow("evaluate", GOLD, "--policy", "all", "--without", "unwrap")
                        .out())
                .isNotEqualTo(Cli.winnow("evaluate", GOLD).out());
    }

    @Test
    void writesFiguresForPrograms() throws IOException {
        Path json = folder.resolve("scores.json");
        Cli.Ran ran = Cli.winnow("evaluate", GOLD, "--by", "site,page-type,language", "--json", json.toString());
        assertThat(ran.out()).contains("harbour-news.example", "page-type forum: 1 page", "language zh: 1 page");
        assertThat(json)
                .content()
                .contains(
                        "\"by\":{\"site\":{\"gangwan.example\":{\"pages\":1,\"sites\":1,\"measures\":{\"f1\":{\"value\":");
        assertThat(Cli.winnow("evaluate", GOLD, "--by", "site,page-type,language", "--json", "-")
                        .bytes())
                .isEqualTo(Files.readAllBytes(json));
    }

    @Test
    void comparesTwoRunsPageByPage() {
        Cli.Ran ran = Cli.winnow("evaluate", GOLD, "--predictions", PREDICTIONS, "--against", PREDICTIONS);
        assertThat(ran.out())
                .containsPattern("F1 of 4-word sequences .*against 0\\.636: \\+0\\.000 , better on 0, worse on 0");
        assertThat(Cli.winnow("evaluate", GOLD, "--against", PREDICTIONS).out())
                .containsPattern("date: wrong .*against 0\\.500: -0\\.500 , better on 1, worse on 0")
                .containsPattern(
                        "F1 of words in any order .* \\(\\+0\\.\\d+ to \\+0\\.\\d+\\), better on 2, worse on 0");
    }

    @Test
    void tellsWhatIsTakenFromCleanText() {
        Cli.Ran ran = Cli.winnow("evaluate", GOLD, "--clean");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("collection coast", "language de: 1 page of 1 site")
                .containsPattern("words of clean text removed .* 0\\.00000")
                .doesNotContain("notices");
    }

    @Test
    void showsTheWorstPagesWithLabelsAndReasons() throws IOException {
        Path page = folder.resolve("worst.html");
        assertThat(Cli.winnow("evaluate", GOLD, "--report", page.toString(), "--worst", "3")
                        .exit())
                .isZero();
        String html = Files.readString(page);
        assertThat(html.split("<section>")).hasSize(4);
        assertThat(html)
                .containsSubsequence("<h2>notice</h2>", "<h2>bridge-zh</h2>", "<h2>market</h2>")
                .contains("<td>removed</td><td><span dir=\"auto\">Lost dog</span></td><td>title</td>")
                .contains("<td>too much</td><td><span dir=\"auto\">相关新闻</span></td><td>body</td><td><code>shape</code>")
                .contains("<td>missing</td><td>date</td>")
                .containsSubsequence("Unwanted, but found:", "Log in to reply")
                .doesNotContain("src=", "href=", "<script");
    }

    @Test
    void showsPredictionsOfOthersAgainstGold() throws IOException {
        Path page = folder.resolve("worst.html");
        Cli.winnow("evaluate", GOLD, "--predictions", PREDICTIONS, "--report", page.toString());
        assertThat(Files.readString(page))
                .contains("Nothing was found.")
                .contains("<td>too much</td><td><span dir=\"auto\">Read more</span></td>")
                .containsSubsequence("<h2>ferry</h2>", "In the gold, but no line of the page:", "What comes next");
    }

    @Test
    void putsNoMarkupOfAPageIntoTheReport() throws IOException {
        String evil = "<img src=x onerror=alert(1)>";
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\": \"" + evil + "\", \"dataset\": \"" + evil + "\", \"url\": \"" + evil + "\", \"flat_text\": \""
                        + evil
                        + "\", \"gold_text\": \"other words " + evil + "\", \"with\": [\"" + evil
                        + "\"], \"gold_meta\": {\"title\": \""
                        + evil + "\"}}\n");
        Path page = folder.resolve("worst.html");
        assertThat(Cli.winnow("evaluate", gold.toString(), "--report", page.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(page)).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void showsWhatIsTakenFromCleanText() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\": \"a\", \"gold_text\": \"The bridge closes on Monday for three months, it was said.\\nShare this page\"}\n");
        Path page = folder.resolve("worst.html");
        Cli.winnow("evaluate", gold.toString(), "--clean", "--report", page.toString());
        assertThat(Files.readString(page))
                .contains("<td>missed</td><td><span dir=\"auto\">Share this page</span></td><td>share</td>");
    }

    @Test
    void readsPackedGoldAndFoldersOfIt() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("gold"));
        Files.write(inside.resolve("harbour.jsonl.zst"), Zstd.compress(Files.readAllBytes(Path.of(GOLD))));
        String plain =
                Cli.winnow("evaluate", GOLD, "--predictions", PREDICTIONS).out();
        assertThat(Cli.winnow("evaluate", inside.toString(), "--predictions", PREDICTIONS)
                        .out())
                .isEqualTo(plain);
    }

    @Test
    void namesTheCollectionByItsFileWhereTheGoldDoesNot() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("own.jsonl"),
                "{\"id\": \"a\", \"flat_text\": \"x\", \"gold_meta\": {\"title\": \"x\"}}\n");
        assertThat(Cli.winnow("evaluate", gold.toString()).out()).startsWith("collection own: 1 page of 1 site");
    }

    @Test
    void tellsPagesWithoutAPredictionAndTheOtherWayRound() throws IOException {
        Path some = Files.writeString(
                folder.resolve("some.jsonl"),
                "{\"id\": \"ferry\", \"text\": \"\"}\n{\"id\": \"fery\", \"text\": \"\"}\n");
        Cli.Ran ran = Cli.winnow("evaluate", GOLD, "--predictions", some.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("4 gold pages without a prediction in --predictions, counted as empty: bridge, market,")
                .contains("1 prediction in --predictions without a gold page, left out: fery");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"id\": \"a\", \"gold_text\": \"x\"}\n{oops\n");
        assertThat(Cli.winnow("evaluate", empty.toString()).err()).contains("empty.jsonl: there is no gold page");
        assertThat(Cli.winnow("evaluate", empty.toString()).exit()).isEqualTo(2);
        assertThat(Cli.winnow("evaluate", bad.toString(), "--predictions", PREDICTIONS)
                        .err())
                .contains("bad.jsonl:2: is no JSON");
        Path page = Files.writeString(folder.resolve("page.jsonl"), "{\"id\": \"a\", \"gold_text\": \"x\"}\n");
        assertThat(Cli.winnow("evaluate", page.toString()).err())
                .contains("page.jsonl:1: the page has neither html nor");
        assertThat(Cli.winnow("evaluate", folder.resolve("none.jsonl").toString())
                        .err())
                .contains("no such file");
        assertThat(Cli.winnow("evaluate", GOLD, "--predictions", PREDICTIONS, "--flat")
                        .err())
                .contains("with --predictions nothing is cleaned; leave out --flat");
        assertThat(Cli.winnow("evaluate", GOLD, "--by", "sites").err()).contains("did you mean 'site'?");
    }
}
