package dev.winnow.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.winnow.Account.KeptLine;
import dev.winnow.Account.Stretch;
import dev.winnow.document.Label;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"\u0007\ud800";

    @TempDir
    Path folder;

    private static RunReport report() {
        RunStatistics statistics = new RunStatistics();
        for (int i = 0; i < 30; i++) {
            statistics.add(new DocumentFacts(
                    HOSTILE + i,
                    "site" + i % 15 + ".example",
                    "en",
                    "201" + i % 4 + "-06-02",
                    0.5,
                    Map.of("title", i % 3 == 0 ? "" : "html/json-ld", "published", "site rules"),
                    List.of(HOSTILE),
                    List.of(
                            new Stretch(Label.BODY, "shape", true, 1, 100, ""),
                            new Stretch(Label.SHARE, "common/share", false, 1, 20 + i, HOSTILE)),
                    List.of(new KeptLine(HOSTILE + "again", Label.BODY, "shape"))));
        }
        statistics.reject(HOSTILE, "", "unreadable", HOSTILE);
        RunFacts facts = new RunFacts(
                "0.1.0",
                "abc",
                Map.of("inputs", HOSTILE),
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofSeconds(2),
                2,
                12_345,
                0,
                Map.of(
                        "common",
                        List.of("common/share", "common/latest"),
                        "quay.example",
                        List.of("quay.example/head")));
        return RunReport.of(facts, statistics);
    }

    @Test
    void writesAFileOrAFolderWithBoth() throws IOException {
        report().write(folder.resolve("both"));
        report().write(folder.resolve("run.html"));
        report().write(folder.resolve("run.json"));
        assertThat(folder.resolve("run.html")).hasSameTextualContentAs(folder.resolve("both/report.html"));
        assertThat(folder.resolve("run.json")).hasSameTextualContentAs(folder.resolve("both/report.json"));
    }

    @Test
    void isJsonWithEverything() throws IOException {
        String json = JsonReport.of(report());
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                assertThat(parser.currentName()).isNotEqualTo("");
            }
        }
        assertThat(json)
                .contains("\"documents\" : 30")
                .contains("\"rejected\" : 1")
                .contains("\"2013-06\" : 7")
                .contains("\"common\" : [ \"common/latest\" ]")
                .doesNotContain("quay.example/head");
    }

    @Test
    void needsNothingFromElsewhereAndEscapesWhatDocumentsSay() throws IOException {
        String html = HtmlReport.of(report());
        assertThat(html)
                .doesNotContain("http://", "https://", "src=", "@import", "url(")
                .doesNotContain("<script>alert", "\u0007", "\ud800")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;")
                .contains("Sites without a document: quay.example.");
        assertThat(html.split("<script>", -1)).hasSize(2);
    }

    @Test
    void saysThatAnEarlierRunIsNotCounted() throws IOException {
        RunFacts facts = report().facts();
        RunFacts resumed = new RunFacts(
                facts.version(), facts.rules(), facts.settings(), facts.began(), facts.took(), 1, 0, 1234, Map.of());
        assertThat(HtmlReport.of(RunReport.of(resumed, new RunStatistics())))
                .contains("The 1,234 documents done before are not counted here");
    }

    @Test
    void saysHowManyDocumentsTheCountsOfLinesAreAbout() throws IOException {
        RunFacts facts = report().facts();
        assertThat(HtmlReport.of(report()))
                .contains("How many documents have the line. The counts are exact.")
                .doesNotContain("The other documents are not counted");

        RunStatistics statistics = new RunStatistics();
        for (int i = 0; i < 3; i++) {
            List<Stretch> removed = IntStream.range(0, i == 0 ? 5000 : 2)
                    .mapToObj(line -> new Stretch(Label.SHARE, "common/share", false, 1, 9, "Line " + line))
                    .toList();
            statistics.add(new DocumentFacts(
                    "d" + i, "pier.example", "en", "2019", 0.5, Map.of(), List.of(), removed, List.of()));
        }
        RunReport some = RunReport.of(facts, statistics);
        assertThat(HtmlReport.of(some)).contains("How many documents have the line, among 2 of the 3.");
        assertThat(some.json().replaceAll("\\s+", ""))
                .contains("\"counted\":{\"removed_lines\":2,\"kept_lines\":3}")
                .contains("{\"text\":\"Line0\",\"label\":\"share\",\"rule\":\"common/share\",\"documents\":2}");
    }

    /** The page as a browser sees it after its script has run. */
    @Test
    @Timeout(200)
    void worksInABrowser() throws IOException, InterruptedException {
        Optional<Path> browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(browser.isPresent(), "no Chromium on the PATH");
        Path page = folder.resolve("run.html");
        report().write(page);
        Path seen = folder.resolve("seen.html");
        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(seen.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        String dom = Files.readString(seen, UTF_8);
        assertThat(dom)
                .contains("data-ready=\"true\"", "<button type=\"button\">Site</button>", "<svg class=\"chart\"");
        assertThat(dom.split("<table>", -1)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(dom.split("<tr><td><code>share</code>", -1)).hasSize(2);
    }
}
