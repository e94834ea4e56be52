package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The workbench as a person uses it, in a real browser. Left out where there is none. */
class WorkbenchBrowserTest {

    private static final String TIP = "Know more? Ring the harbour bell";

    @TempDir
    private Path folder;

    private Workbench workbench;
    private Browser browser;

    private void open(Path... files) throws IOException {
        assumeTrue(Browser.isThere(), "there is no chromium with chromedriver on this machine");
        workbench = HarbourPages.serve(folder.resolve("rules"), files);
        browser = new Browser();
        browser.open(workbench.address().toString());
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (workbench != null) {
            workbench.close();
        }
    }

    private Path pack() {
        return folder.resolve("rules/sites/harbour-post.example.yaml");
    }

    @Test
    void paintsALineAndSavesATestedRuleByMouse() throws IOException {
        open(HarbourPages.corpus(folder, 10));
        browser.click(".page-row", "page-3");
        browser.click("#lines [role=option]", TIP);
        browser.see("#selected", "1 line selected");
        browser.click("#label option[value=newsletter]");
        WebElement first = browser.see("[data-test=proposal]");
        assertThat(first.getText()).contains("line: ");
        browser.see("[id^=everywhere-]", "10 pages");
        browser.click("[data-test=use]");
        browser.see("#open-file", "sites/harbour-post.example.yaml");
        browser.see("#verdict");
        assertThat(pack()).doesNotExist();

        browser.click("#nav-effect");
        browser.see("#effect-summary", "10 of 10 pages");
        browser.see("[data-test=effect-newly-removed], [data-test=effect-relabelled]", TIP);
        browser.click("#nav-rules");
        browser.click("#save");
        browser.see("#save-dialog [data-test=fixture]");
        browser.click("#save-now");
        browser.see("[data-test=note]", "sites/harbour-post.example.yaml");
        assertThat(pack()).content().contains("harbour bell");

        browser.click("#nav-tests");
        assertThat(browser.see("#tests-summary").getText()).contains("0 failed");
        try (var fixtures = Files.list(folder.resolve("rules/fixtures"))) {
            assertThat(fixtures.count()).isEqualTo(1);
        }
        browser.click("#nav-rules");
        browser.click("#note-act, [data-test=undo]");
        browser.await("the pack to go", () -> !Files.exists(pack()));
    }

    @Test
    void paintsALineAndSavesARuleByKeyboardAlone() throws IOException {
        open(HarbourPages.corpus(folder, 10));
        browser.see(".page-row");
        browser.tabTo("#pages a, .page-row, .page-row a");
        browser.keys(Keys.ENTER);
        browser.see("#lines [role=option]", TIP);
        browser.tabTo("#lines");
        browser.keys(Keys.HOME);
        String wanted = "#" + browser.see("#lines [role=option]", TIP).getAttribute("id");
        for (int steps = 0;
                steps < 40 && !browser.see(wanted).getAttribute("class").contains("active");
                steps++) {
            browser.keys(Keys.ARROW_DOWN);
        }
        browser.keys(Keys.SPACE);
        browser.see("#selected", "1 line selected");
        browser.keys("l");
        browser.await("the label to have the focus", () -> browser.run("return document.activeElement.id === 'label'"));
        browser.keys("newsl");
        browser.see("[data-test=proposal]");
        browser.tabTo("[data-test=use]");
        browser.keys(Keys.ENTER);
        browser.see("#open-file", "sites/harbour-post.example.yaml");
        browser.settle();
        browser.tabTo("#save");
        browser.await(
                "the draft to be sound",
                () -> browser.see("#save").isEnabled()
                        && !"true".equals(browser.see("#save").getAttribute("aria-disabled")));
        browser.keys(Keys.ENTER);
        browser.see("#save-now");
        browser.tabTo("#save-now");
        browser.keys(Keys.ENTER);
        browser.see("[data-test=note]", "sites/harbour-post.example.yaml");
        assertThat(pack()).content().contains("harbour bell");
    }

    @Test
    void tellsATabThatAnotherHasSaved() throws IOException {
        Files.createDirectories(pack().getParent());
        String yaml = "pack: harbour-post.example\nhosts: [harbour-post.example]\ndates: {order: dmy}\n";
        Files.writeString(pack(), yaml);
        open(HarbourPages.corpus(folder, 3));
        browser.open(workbench.address() + "#rules/sites%2Fharbour-post.example.yaml");
        browser.await(
                "the file to be open",
                () -> browser.run("return document.getElementById('editor')?.value.includes('dmy')"));
        Files.writeString(pack(), yaml + "# from another tab\n");
        browser.click("#editor");
        browser.keysWith(Keys.CONTROL, Keys.END);
        browser.keys("# mine\n");
        browser.click("#save");
        browser.see("#take-theirs");
        assertThat(pack()).hasContent(yaml + "# from another tab\n");
        browser.click("#keep-mine");
        browser.see("#save-dialog", "# from another tab");
        browser.click("#save-now");
        browser.see("[data-test=note]");
        assertThat(pack()).content().contains("# mine").doesNotContain("another tab");
    }

    @Test
    void neverRunsWhatAPageSays() throws IOException {
        String attack =
                "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'><p>The ferry <b onclick=x>left</b> &lt;img src=x"
                        + " onerror=window.hacked=1&gt; at noon, said the harbour master.</p><iframe srcdoc='<script>top.hacked=1</script>'></iframe>"
                        + "<svg onload='window.hacked=1'></svg><a href='javascript:window.hacked=1'>Share</a><style>*{display:none}</style>"
                        + "<meta http-equiv=refresh content='0;url=https://evil.example/'>";
        Path hostile = folder.resolve("hostile.jsonl");
        Files.writeString(
                hostile,
                HarbourPages.record("<img src=x onerror=window.hacked=1>", "javascript:window.hacked=1", attack)
                        + "\n");
        open(hostile);
        browser.click(".page-row");
        browser.see("#lines [role=option]", "onerror=window.hacked=1");
        for (WebElement line : browser.all("#lines [role=option]")) {
            line.click();
        }
        browser.see("#source");
        browser.settle();

        assertThat(browser.run("return window.hacked ?? null")).isNull();
        assertThat(browser.all("a[href^=javascript]")).isEmpty();
        assertThat(browser.run("return location.hostname")).isEqualTo("127.0.0.1");
        browser.open(workbench.address() + "#corpus");
        browser.click("#corpus-run, [data-test=empty], [data-test=labels]");
        browser.settle();
        assertThat(browser.run("return window.hacked ?? null")).isNull();
    }

    @Test
    void holdsThousandsOfPagesAndOneOfTenMegabytes() throws IOException {
        Path large = folder.resolve("large.txt");
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 10_000_000; i++) {
            text.append("Line ")
                    .append(i)
                    .append(" of the tide table of the northern quay and the harbour behind it\n");
        }
        Files.writeString(large, text);
        open(large, HarbourPages.corpus(folder, 5000));
        browser.see("#pages-total", "5,001");
        browser.see(".page-row");
        assertThat(browser.all(".page-row")).hasSizeLessThan(600);
        browser.run("document.querySelector('#pages').scrollTop = 1e9");
        browser.see(".page-row", "page-4999");

        browser.run("document.querySelector('#pages').scrollTop = 0");
        browser.click(".page-row", "large.txt");
        browser.see("#lines [role=option]", "Line 0 of");
        String last = "Line " + (text.toString().lines().count() - 1) + " of";
        browser.await("the last line", () -> {
            browser.run("document.querySelector('#lines').scrollTop = 1e9");
            return browser.all("#lines [role=option]").stream()
                    .anyMatch(line -> line.getText().contains(last));
        });
        assertThat(browser.all("#lines [role=option]")).hasSizeLessThan(3000);
    }

    @ParameterizedTest
    @CsvSource({"1400, false", "1400, true", "400, false", "400, true"})
    void hasNothingSeriousForAxe(int width, boolean dark) throws IOException {
        open(HarbourPages.corpus(folder, 12));
        browser.size(width, 900);
        browser.dark(dark);
        List<String> found = new ArrayList<>();
        for (String view :
                List.of("pages", "page/2", "rules", "effect", "learn/harbour-post.example", "tests", "corpus")) {
            browser.open("about:blank");
            browser.open(workbench.address() + "#" + view);
            browser.see("#view h2");
            browser.settle();
            if (view.equals("page/2")) {
                browser.click("#lines [role=option]", TIP);
                browser.click("#label option[value=newsletter]");
                browser.see("[data-test=proposal]");
                browser.settle();
                found.addAll(serious(view + " painted"));
                browser.click("[data-test=use]");
                browser.see("#editor");
                browser.settle();
                found.addAll(serious("editor"));
            } else {
                found.addAll(serious(view));
            }
        }
        assertThat(found).isEmpty();
    }

    private List<String> serious(String view) throws IOException {
        try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
            browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object result = browser.runLater(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run(document, {iframes: false}).then(r => done(r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' ')))).catch(e => done(['axe: ' + e]))");
        return ((List<?>) result).stream().map(one -> view + ": " + one).toList();
    }
}
