package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {

    private static final String BODY =
            "The boats waited %d days for wind, the master of the quay said.\\nOld pier, second floor\\nLantern books";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        Pages.file(folder.resolve("a.jsonl"), pages(0, 6));
        Pages.file(folder.resolve("b.jsonl"), pages(4, 12));
        Pages.file(folder.resolve("all.jsonl"), pages(0, 12));
        Pages.file(folder.resolve("one.jsonl"), pages(77, 78));
    }

    private static String pages(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"id\": \"" + i + "\", \"url\": \"https://courier.example/" + i
                        + "\", \"text\": \"Harbour Courier\\n" + BODY.replace("%d", String.valueOf(i)) + "\"}\n")
                .collect(Collectors.joining());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Cli.Ran count(String corpus, String file) {
        return Cli.winnow("stats", path(corpus), "-o", path(file));
    }

    @Test
    void makesOfPartsTheFileOfTheWhole() throws IOException {
        Cli.Ran whole = count("all.jsonl", "all.stats");
        assertThat(whole.exit()).isZero();
        assertThat(whole.err()).contains("12 pages, 1 site");
        count("a.jsonl", "a.stats");
        count("b.jsonl", "b.stats");

        Cli.Ran merged = Cli.winnow("stats", "--merge", path("b.stats"), path("a.stats"), "-o", path("merged.stats"));

        assertThat(merged.exit()).isZero();
        assertThat(folder.resolve("merged.stats")).hasSameBinaryContentAs(folder.resolve("all.stats"));
        assertThat(Cli.winnow("stats", path("all.jsonl"), "-o", "-", "--threads", "3")
                        .bytes())
                .isEqualTo(Files.readAllBytes(folder.resolve("all.stats")));
    }

    @Test
    void showsWhatIsInAFile() {
        count("all.jsonl", "all.stats");

        Cli.Ran shown = Cli.winnow("stats", "--show", path("all.stats"), "--site", "www.courier.example");

        assertThat(shown.out())
                .startsWith("courier.example: 12 pages\n")
                .contains("    12  100 %  above   Harbour Courier\n", "    12  100 %  below   Lantern books\n")
                .contains("its text is not kept");
        assertThat(Cli.winnow("stats", "--show", path("all.stats"), "--json", "--top", "1")
                        .out())
                .contains("\"site\":\"courier.example\"", "\"pages\":12", "\"text\":\"Harbour Courier\"")
                .doesNotContain("Lantern");
    }

    @Test
    void helpsToCleanAndSaysSo() {
        count("all.jsonl", "all.stats");

        String with = Cli.winnow("clean", path("one.jsonl"), "--ledger", "--stats", path("all.stats"))
                .out();

        assertThat(with).contains("stands on 12 of 12 pages of courier.example, below the article");
        assertThat(Cli.winnow("clean", path("one.jsonl"), "--ledger").out()).doesNotContain("statistics");
        assertThat(Cli.winnow("explain", path("one.jsonl"), "--stats", path("all.stats"))
                        .out())
                .contains("statistics", "stands on 12 of 12 pages");
    }

    @Test
    void cleansNothingWithAFileThatIsNone() {
        Cli.Ran ran = Cli.winnow("clean", path("all.jsonl"), "-o", path("x.jsonl"), "--stats", path("a.jsonl"));

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("a.jsonl", "no statistics file");
        assertThat(folder.resolve("x.jsonl")).doesNotExist();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(Cli.winnow("stats", path("a.jsonl")).err()).contains("-o FILE is missing");
        assertThat(Cli.winnow("stats", "--show", path("none.stats")).err()).contains("there is no file");
        assertThat(Cli.winnow("stats", "--show", path("a.jsonl")).err()).contains("no statistics file");
        assertThat(Cli.winnow("stats", "--merge", "--show", path("a.jsonl")).err())
                .contains("choose one");
        assertThat(Cli.winnow("stats", path("a.jsonl"), "-o", "-", "--json").err())
                .contains("--json is for --show");
        assertThat(Cli.winnow("stats", path("a.jsonl"), "-o", path("no/such/x")).exit())
                .isEqualTo(ExitCode.USAGE);
        count("all.jsonl", "all.stats");
        assertThat(Cli.winnow("stats", "--show", path("all.stats"), "--site", "sea.example")
                        .err())
                .contains("no page of sea.example");
    }

    @Test
    void namesWhatItCannotRead() {
        Pages.file(folder.resolve("mixed.jsonl"), pages(0, 1) + "{broken\n");

        Cli.Ran ran = count("mixed.jsonl", "mixed.stats");

        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).contains("mixed.jsonl:2", "1 page, 1 site");
    }

    @Test
    void countsPagesWithoutAnAddress() {
        Pages.file(folder.resolve("bare.jsonl"), "{\"id\": \"1\", \"text\": \"News\"}\n");

        assertThat(count("bare.jsonl", "bare.stats").err()).contains("0 sites", "without a URL");
    }
}
