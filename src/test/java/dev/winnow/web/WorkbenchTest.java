package dev.winnow.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.winnow.Winnow;
import dev.winnow.render.PlainJson;
import dev.winnow.source.Inputs;
import dev.winnow.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the browser says to the workbench, and what it is told. */
class WorkbenchTest {

    private static final String PROSE =
            "The first ferry left the harbour on Sunday morning with forty people on board.\n";

    private static final String PACK = """
            pack: harbour.example
            hosts: [harbour.example]
            rules:
            - id: tip
              label: newsletter
              line: Send us a tip
              examples:
              - hit: "⟦Send us a tip⟧"
              - miss: "Send us a tip by pigeon"
            """;

    private static final String FILE = "sites/harbour.example.yaml";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private Workbench workbench;

    @BeforeEach
    void start() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(
                    pages.resolve("p" + i + ".jsonl"),
                    PlainJson.of(Map.of(
                                    "id", "p" + i,
                                    "url", "https://harbour.example/" + i,
                                    "text",
                                            "Ferry number " + i + " returns\nBy Mara Lind\n" + PROSE + "Send us a tip\n"
                                                    + PROSE.replace("first", "last")))
                            + "\n");
        }
        workbench = Workbench.start(new Workbench.Settings(
                Winnow::builder,
                folder.resolve("rules"),
                null,
                () -> Inputs.of(List.of(pages.toString()), InputStream.nullInputStream(), Limits.DEFAULT),
                Limits.DEFAULT,
                0,
                bugs::add));
    }

    @AfterEach
    void stop() {
        workbench.close();
        assertThat(bugs).isEmpty();
    }

    // ---- who may ask ----

    @Test
    void listensToItsOwnPageAlone() throws Exception {
        URI address = workbench.address();
        URI state = address.resolve("api/state");
        assertThat(address.getHost()).isEqualTo("127.0.0.1");

        assertThat(get(state).statusCode()).isEqualTo(200);
        assertThat(get(address.resolve("/")).statusCode()).isEqualTo(403);
        assertThat(get(address.resolve("/api/state")).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(address.toString().replaceFirst(".{3}/$", "abc/api/state")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(state).header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(state).header("Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(state).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(state).header("Origin", "http://" + address.getAuthority()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(state.toString().replace("127.0.0.1", "localhost"))))
                        .statusCode())
                .isEqualTo(200);
        // What a form of another page can send.
        assertThat(send(HttpRequest.newBuilder(address.resolve("api/save"))
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatIsNoRequestOfItsPage() throws Exception {
        for (String body : List.of("null", "", "[1]", "{")) {
            assertThat(send(HttpRequest.newBuilder(workbench.address().resolve("api/explain"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .isEqualTo(400);
        }
        for (String name : List.of("../a.yaml", "/a.yaml", "sites/\0.yaml", ".a.yaml", "sites/a.txt")) {
            refused(400, "api/check", Map.of("draft", Map.of("file", name, "yaml", PACK)));
        }
    }

    @Test
    void saysWhichRuleFileCannotBeReadOrWritten() throws Exception {
        Path sites = Files.createDirectories(folder.resolve("rules/sites"));
        Files.write(sites.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe9, '\n'});
        assertThat(get(workbench.address().resolve("api/pack?file=sites/latin.yaml"))
                        .body())
                .contains("sites/latin.yaml is not UTF-8 text");
        Files.writeString(sites.resolve("latin.yaml"), PACK);
        Map<String, Object> told = refused(
                500,
                "api/save",
                Map.of("draft", Map.of("file", "sites/latin.yaml/a.yaml", "yaml", PACK.replace("harbour", "isle"))));
        assertThat(told.get("error").toString())
                .startsWith("nothing was saved: ")
                .contains("is a file");
        assertThat(sites.resolve("latin.yaml")).hasContent(PACK);
    }

    @Test
    void halfARequestKeepsNobodyWaiting() throws Exception {
        URI address = workbench.address();
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                open.add(socket);
                String half = "POST " + address.getPath() + "api/explain HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
                socket.getOutputStream().write(half.getBytes(US_ASCII));
            }
            assertThat(send(HttpRequest.newBuilder(address.resolve("api/state")).timeout(Duration.ofMinutes(1)))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void servesItsPageWithAPolicyThatLetsNothingElseIn() throws Exception {
        HttpResponse<String> page = get(workbench.address());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(get(workbench.address().resolve("style.css"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/css");
        assertThat(get(workbench.address().resolve("../Workbench.class")).statusCode())
                .isEqualTo(403);
        assertThat(get(workbench.address().resolve("%2e%2e%2freport%2freport.css"))
                        .statusCode())
                .isEqualTo(404);
    }

    // ---- pages ----

    @Test
    void listsPagesAndExplainsOne() throws Exception {
        await();
        Map<String, Object> rows = told("api/pages?find=P3");
        assertThat(rows.get("total")).isEqualTo(1);
        Map<String, Object> explained = ask("api/explain", Map.of("page", 3));

        assertThat(text(explained, "page", "site")).isEqualTo("harbour.example");
        List<Map<String, Object>> lines = list(explained, "lines");
        assertThat(lines).hasSize(5);
        assertThat(lines.get(2).get("kept")).isEqualTo(true);
        assertThat(lines).extracting(line -> line.get("line")).containsExactly(1, 2, 3, 4, 5);
        assertThat(list(explained, "metadata")).anySatisfy(field -> {
            assertThat(field.get("field")).isEqualTo("authors");
            assertThat(field.get("values")).isEqualTo(List.of("Mara Lind"));
            assertThat(field.get("lines")).isEqualTo(List.of(1));
        });
        String key = (String) explained.get("key");
        assertThat(list(told("api/lines?key=" + key + "&from=4&count=10"), "lines"))
                .hasSize(1);
        Map<String, Object> restored = told("api/restored?key=" + key);
        assertThat(restored.get("same")).isEqualTo(true);
        assertThat((String) restored.get("text")).startsWith("Ferry number 3 returns\nBy Mara Lind\n");
        assertThat(get(workbench.address().resolve("api/lines?key=s99")).statusCode())
                .isEqualTo(410);
    }

    @Test
    void showsThePageItselfWithoutItsScripts() throws Exception {
        Map<String, Object> added = ask(
                "api/pages",
                Map.of(
                        "name",
                        "mine",
                        "form",
                        "html",
                        "url",
                        "https://a.example/1",
                        "text",
                        "<script>x()</script><p>" + PROSE + "</p>"));
        Map<String, Object> explained = ask("api/explain", Map.of("page", ((List<?>) added.get("added")).get(0)));
        HttpResponse<String> frame = get(workbench.address().resolve("page/" + explained.get("key")));

        assertThat(frame.body()).contains("<w-line id=\"l0\">").doesNotContain("script");
        assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
    }

    @Test
    void takesFilesOfAllKindsAndSaysWhatCannotBeRead() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(workbench.address().resolve("api/upload?name=two.jsonl"))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofString("{\"text\":\"" + PROSE.strip() + "\"}\n{broken\n")));
        Map<String, Object> told = JSON.std.mapFrom(answer.body());

        assertThat((List<?>) told.get("added")).hasSize(1);
        assertThat(list(told, "failures")).hasSize(1);
    }

    @Test
    void asksForTheSiteOfAPageWithoutAnAddress() throws Exception {
        Object page = ((List<?>)
                        ask("api/pages", Map.of("name", "mine", "text", PROSE)).get("added"))
                .get(0);
        Map<String, Object> rule = Map.of("page", page, "rule", "- id: a\n");
        assertThat(refused(422, "api/insert", rule).get("needs_site")).isEqualTo(true);
        assertThat(refused(422, "api/site", Map.of("site", "nowhere"))
                        .get("error")
                        .toString())
                .contains("is not a site");

        Object named = ((List<?>) ask(
                                "api/pages",
                                Map.of(
                                        "name",
                                        "saved.html",
                                        "form",
                                        "html",
                                        "text",
                                        "<meta property='og:url' content='https://www.isle.example/1'><p>" + PROSE))
                        .get("added"))
                .get(0);
        assertThat(refused(422, "api/insert", Map.of("page", named, "rule", "- id: a\n"))
                        .get("site"))
                .isEqualTo("isle.example");

        ask("api/site", Map.of("site", "isle.example", "pages", List.of(page)));

        Map<String, Object> draft = ask("api/insert", rule);
        assertThat(draft.get("file")).isEqualTo("sites/isle.example.yaml");
        assertThat(draft.get("yaml").toString())
                .contains("hosts: [isle.example,")
                .endsWith("rules:\n- id: a\n");
    }

    // ---- rules ----

    @Test
    void saysWhatIsWrongWithADraft() throws Exception {
        Map<String, Object> broken = ask("api/check", draft(PACK.replace("newsletter", "newsleter")));
        assertThat(broken.get("ok")).isEqualTo(false);
        assertThat(list(broken, "diagnostics").get(0).get("line")).isEqualTo(5);
        assertThat(refused(422, "api/explain", with(draft("rules: ["), "page", 0))
                        .get("diagnostics"))
                .asInstanceOf(LIST)
                .isNotEmpty();

        Map<String, Object> failing = ask("api/check", draft(PACK.replace("⟦Send us a tip⟧", "⟦Send us tips⟧")));
        assertThat(failing.get("ok")).isEqualTo(true);
        assertThat(list(failing, "examples").get(0).get("ok")).isEqualTo(false);

        Map<String, Object> doubtful =
                ask("api/check", draft(PACK.replace("line: Send us a tip", "line: [Send us a tip, send us a tip]")));
        assertThat(list(doubtful, "diagnostics"))
                .anySatisfy(one -> assertThat(one.get("severity")).isEqualTo("doubt"));
    }

    @Test
    void proposesRulesForLinesAndTriesThemOnAllPages() throws Exception {
        await();
        Map<String, Object> answer = ask("api/propose", Map.of("page", 2, "lines", List.of(3), "label", "newsletter"));

        Map<String, Object> literal = list(answer, "proposals").get(0);
        assertThat(literal.get("kind")).isEqualTo("literal");
        assertThat(literal.get("takes")).isEqualTo(List.of(3));
        assertThat(literal.get("prose")).asInstanceOf(LIST).isEmpty();
        Map<String, Object> all = finished(answer);
        Map<?, ?> everywhere = (Map<?, ?>) ((Map<?, ?>) all.get("proposals")).get(literal.get("id"));
        assertThat(everywhere.get("pages")).isEqualTo(6);
        assertThat(everywhere.get("examples").toString()).contains("Send us a tip");

        Map<String, Object> draft = ask("api/insert", Map.of("page", 2, "rule", literal.get("rule")));
        Map<String, Object> checked =
                ask("api/check", Map.of("draft", Map.of("file", draft.get("file"), "yaml", draft.get("yaml"))));
        assertThat(checked.get("ok")).isEqualTo(true);
        assertThat(list(checked, "examples"))
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.get("ok")).isEqualTo(true));
        assertThat(refused(400, "api/propose", Map.of("page", 2, "lines", List.of(99), "label", "share"))
                        .get("error")
                        .toString())
                .contains("choose some lines");
    }

    @Test
    void showsWhatADraftDoesBeforeItIsSaved() throws Exception {
        await();
        Map<String, Object> result = finished(ask("api/try", draft(PACK)));

        assertThat(result.get("pages")).isEqualTo(6);
        assertThat(result.get("changed_pages")).isEqualTo(6);
        Map<String, Object> removed = list(result, "kinds").get(0);
        assertThat(list(removed, "rows").get(0))
                .containsEntry("text", "Send us a tip")
                .containsEntry("rule", "harbour.example/tip")
                .containsEntry("pages", 6)
                .containsEntry("page", 0);
        assertThat(folder.resolve("rules")).doesNotExist();
    }

    @Test
    void savesARuleWithFixturesAndTakesItBack() throws Exception {
        await();
        Map<String, Object> wanted = with(draft(PACK), "fixtures", List.of(0, 1));
        Map<String, Object> preview = ask("api/preview", wanted);
        assertThat(list(preview, "files")).hasSize(1 + 2 * 4);
        assertThat(folder.resolve("rules")).doesNotExist();

        Map<String, Object> saved = ask("api/save", wanted);

        Path pack = folder.resolve("rules").resolve(FILE);
        assertThat(pack).hasContent(PACK);
        assertThat(folder.resolve("rules/fixtures/harbour.example-2/expected.txt"))
                .content()
                .doesNotContain("tip");
        Map<String, Object> tests = finished(ask("api/tests", Map.of()));
        assertThat(text(tests, "examples", "holds")).isEqualTo("2");
        assertThat(text(tests, "fixtures", "holds")).isEqualTo("2");
        assertThat(list(told("api/state"), "packs").get(0))
                .containsEntry("pack", "harbour.example")
                .containsEntry("rules", 1);

        Map<String, Object> undone = ask("api/undo", Map.of("undo", saved.get("undo")));
        assertThat(undone.get("yaml")).isNull();
        assertThat(pack).doesNotExist();
        assertThat(folder.resolve("rules/fixtures")).isEmptyDirectory();
    }

    @Test
    void twoTabsDoNotOverwriteEachOther() throws Exception {
        Object digest = ask("api/save", draft(PACK)).get("digest");
        Map<String, Object> first = with(draft(PACK + "# one\n"), "base", digest);
        Map<String, Object> second = with(draft(PACK + "# two\n"), "base", digest);
        Object undo = ask("api/save", first).get("undo");

        Map<String, Object> refused = refused(409, "api/save", second);

        assertThat(refused.get("yaml")).isEqualTo(PACK + "# one\n");
        assertThat(refused(409, "api/save", draft(PACK)).get("error").toString())
                .contains("was changed elsewhere");
        ask("api/save", with(second, "base", refused.get("digest")));
        assertThat(refused(409, "api/undo", Map.of("undo", undo)).get("error").toString())
                .contains("nothing was undone");
        assertThat(Files.readString(folder.resolve("rules").resolve(FILE))).isEqualTo(PACK + "# two\n");
    }

    @Test
    void writesNothingOutsideOfTheFolderAndNothingBroken() throws Exception {
        Files.createDirectories(folder.resolve("rules"));
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("rules/out"), folder.resolve("elsewhere"));
        for (String file : List.of(
                "../a.yaml",
                "/tmp/a.yaml",
                "a.txt",
                "sites/../../a.yaml",
                "a\\..\\b.yaml",
                ".hidden.yaml",
                "out/a.yaml")) {
            Map<String, Object> draft = Map.of("draft", Map.of("file", file, "yaml", PACK));
            assertThat(refused(400, "api/save", draft).get("error").toString())
                    .as(file)
                    .contains("is not a name for a rule file");
            assertThat(refused(400, "api/check", draft)).as(file).isNotEmpty();
        }
        assertThat(refused(422, "api/save", draft(PACK.replace("label", "labell")))
                        .get("diagnostics"))
                .asInstanceOf(LIST)
                .isNotEmpty();
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
        assertThat(folder.resolve("rules/sites")).doesNotExist();
    }

    @Test
    void beginsWithThePackThatComesWithWinnow() throws Exception {
        Object page = ((List<?>)
                        ask("api/pages", Map.of("name", "p", "text", PROSE, "url", "https://www.trtworld.com/a"))
                                .get("added"))
                .get(0);

        Map<String, Object> draft = ask("api/insert", Map.of("page", page, "rule", "- id: mine\n  line: Mine\n"));

        assertThat(draft.get("file")).isEqualTo("sites/trtworld.com.yaml");
        List<String> lines = draft.get("yaml").toString().lines().toList();
        assertThat(lines.get((Integer) draft.get("line") - 1).strip()).isEqualTo("- id: mine");
        assertThat(lines).hasSizeGreaterThan(40);
    }

    @Test
    void settlesAnUndecidedDay() throws Exception {
        Object page = ((List<?>) ask(
                                "api/pages",
                                Map.of(
                                        "name",
                                        "p",
                                        "url",
                                        "https://isle.example/a",
                                        "text",
                                        "Ferry returns\nPublished 03/04/2019\n" + PROSE + PROSE))
                        .get("added"))
                .get(0);
        Map<String, Object> undecided =
                list(ask("api/explain", Map.of("page", page)), "undecided").get(0);
        assertThat(undecided.get("orders")).asInstanceOf(LIST).containsExactlyInAnyOrder("dmy", "mdy");

        Map<String, Object> draft = ask("api/settle", Map.of("page", page, "order", "dmy"));

        Map<String, Object> settled = ask(
                "api/explain",
                Map.of("page", page, "draft", Map.of("file", draft.get("file"), "yaml", draft.get("yaml"))));
        assertThat(list(settled, "undecided")).isEmpty();
        assertThat(list(settled, "metadata"))
                .anySatisfy(field -> assertThat(field.get("values")).isEqualTo(List.of("2019-04-03")));
    }

    // ---- all pages ----

    @Test
    void learnsASite() throws Exception {
        await();
        Map<String, Object> learnt = finished(ask("api/learn", Map.of("site", "harbour.example")));

        assertThat(learnt.get("file")).isEqualTo(FILE);
        assertThat(learnt.get("header").toString()).contains("pack: harbour.example");
        assertThat(refused(422, "api/learn", Map.of("site", "isle.example"))
                        .get("error")
                        .toString())
                .contains("there are 0 of isle.example");
    }

    @Test
    void tellsWhatThePagesAreLike() throws Exception {
        await();
        Map<String, Object> corpus = finished(ask("api/corpus", draft(PACK)));

        assertThat(text(corpus, "totals", "documents")).isEqualTo("6");
        assertThat(list(corpus, "sites").get(0).get("site")).isEqualTo("harbour.example");
        assertThat(list(corpus, "removed_lines"))
                .anySatisfy(row ->
                        assertThat(row).containsEntry("text", "Send us a tip").containsEntry("page", 0));
    }

    @Test
    void showsWhatDiffersAndTakesItAsExpected() throws Exception {
        await();
        ask("api/save", with(draft(PACK), "fixtures", List.of(2)));
        Path expected = folder.resolve("rules/fixtures/harbour.example-1/expected.txt");
        Files.writeString(expected, Files.readString(expected).replace("forty", "fifty"));

        Map<String, Object> differs = ask("api/fixture", Map.of("name", "harbour.example-1"));
        assertThat(list(differs, "diff"))
                .contains(Map.of("op", "-", "text", "fifty"), Map.of("op", "+", "text", "forty"));
        assertThat(ask("api/accept", Map.of("name", "harbour.example-1")).get("ok"))
                .isEqualTo(true);
        assertThat(Files.readString(expected)).contains("forty");
        assertThat(refused(404, "api/accept", Map.of("name", "../p0"))).isNotEmpty();
    }

    @Test
    void givesUpAJobThatNobodyWaitsFor() throws Exception {
        await();
        String id = (String) ask("api/corpus", Map.of()).get("job");
        send(HttpRequest.newBuilder(workbench.address().resolve("api/job?id=" + id))
                .DELETE());

        Map<String, Object> told;
        do {
            told = told("api/job?id=" + id);
        } while (told.get("state").equals("running"));
        assertThat(told.get("state")).isIn("cancelled", "done");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        assertThat(refused(404, "api/explain", Map.of("page", 4711)).get("error"))
                .isEqualTo("there is no page 4711");
        assertThat(refused(400, "api/explain", Map.of("page", "one"))
                        .get("error")
                        .toString())
                .contains("must be a number");
        assertThat(refused(400, "api/explain", Map.of()).get("error").toString())
                .contains("lacks 'page'");
        assertThat(get(workbench.address().resolve("api/job?id=j77")).statusCode())
                .isEqualTo(404);
        assertThat(get(workbench.address().resolve("api/lines")).statusCode()).isEqualTo(400);
        HttpResponse<String> noJson =
                send(HttpRequest.newBuilder(workbench.address().resolve("api/explain"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("page=1")));
        assertThat(noJson.statusCode()).isEqualTo(400);
    }

    @Test
    void answersManyTabsAtOnce() throws Exception {
        await();
        List<Integer> totals = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return (Integer) ask(
                                        "api/explain", with(draft(PACK.replace("Send", "Send" + i % 7)), "page", i % 6))
                                .get("total");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();

        assertThat(totals).containsOnly(5);
    }

    // ---- asking ----

    private void await() throws Exception {
        while (!Integer.valueOf(6).equals(told("api/state").get("pages"))) {
            Thread.sleep(10);
        }
    }

    private static Map<String, Object> draft(String yaml) {
        return Map.of("draft", Map.of("file", FILE, "yaml", yaml));
    }

    private static Map<String, Object> with(Map<String, Object> request, String key, Object value) {
        Map<String, Object> more = new HashMap<>(request);
        more.put(key, value);
        return more;
    }

    private Map<String, Object> ask(String path, Map<String, Object> body) throws Exception {
        return refused(200, path, body);
    }

    private Map<String, Object> refused(int status, String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(workbench.address().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(PlainJson.of(body))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.std.mapFrom(answer.body());
    }

    private Map<String, Object> told(String path) throws Exception {
        HttpResponse<String> answer = get(workbench.address().resolve(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.std.mapFrom(answer.body());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> finished(Map<String, Object> started) throws Exception {
        while (true) {
            Map<String, Object> job = told("api/job?id=" + started.get("job"));
            if (!job.get("state").equals("running")) {
                assertThat(job.get("state"))
                        .as(String.valueOf(job.get("error")))
                        .isEqualTo("done");
                return (Map<String, Object>) job.get("result");
            }
            Thread.sleep(10);
        }
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
        return new ArrayList<>((List<Map<String, Object>>) of.get(key));
    }

    private static String text(Map<String, Object> of, String key, String inner) {
        return String.valueOf(((Map<?, ?>) of.get(key)).get(inner));
    }
}
