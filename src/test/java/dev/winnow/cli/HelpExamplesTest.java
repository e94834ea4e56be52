package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command has examples in its help, and each of them runs. The examples of one help run one after the other in a folder that
 * holds the files they name.
 */
class HelpExamplesTest {

    private static final Pattern EXAMPLES = Pattern.compile("(?ms)^Examples:\\n(.*?)(?:\\n\\n|\\z)");
    private static final String PROGRAM = "  winnow ";

    /** A word of a shell: in single quotes, or without blanks. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What stands behind these is a file to write. */
    private static final Set<String> OUTPUTS = Set.of("-o", "--output", "--report", "--json", "--rejected", ">");

    /** Programs that only show what winnow says. */
    private static final Set<String> VIEWERS = Set.of("less");

    private static final String EVALUATION = "src/test/resources/dev/winnow/evaluate/";

    private static final String RULES = """
            pack: harbour-news.example
            name: Harbour News
            hosts: [harbour-news.example, "*.harbour-news.example"]
            fingerprint: ["© Harbour News {int}"]
            dates: {order: dmy, zone: Europe/Rome}
            rules:
            - id: header
              lines:
              - {line: "{title}", label: title}
              - {line: "Published on {published:date} in {section}", label: timestamp}
              - {line: "By {authors:people}", label: byline, optional: true}
              examples:
              - hit: |
                  ⟦Ferry service resumes after storm
                  Published on 02/06/2019 in World
                  By Ada Holm⟧
                  The first ferry left the harbour on Sunday morning.
                gives: {published: 2019-06-02, section: World, authors: [Ada Holm]}
              - miss: "Published on paper only, the report found few readers."
            """;

    /** Files that examples name; each command has a copy. */
    @TempDir
    static Path files;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeFiles() throws IOException {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            String page = LearnCommandTest.page(i);
            Pages.file(files.resolve("pages/part/page-" + i + ".txt"), page);
            Pages.file(files.resolve("corpus/page-" + i + ".txt"), page);
            records.append("{\"id\": \"page-1")
                    .append(i)
                    .append("\", \"url\": \"https://example.com/news/")
                    .append(i)
                    .append("\", \"text\": \"")
                    .append(page.replace("\n", "\\n"))
                    .append("\"}\n");
        }
        packed("corpus", records.toString());
        Pages.file(files.resolve("dump.jsonl"), records.toString());
        packed("gold", Files.readString(Path.of(EVALUATION, "gold.jsonl")));
        for (String name : List.of("new.jsonl", "old.jsonl")) {
            Files.copy(Path.of(EVALUATION, "predictions.jsonl"), files.resolve(name));
        }
        Files.copy(Path.of("fixtures/html/trtworld.com/source.html"), files.resolve("page.html"));
        Path fixture = Path.of("fixtures/sites/trtworld.com/ferry-resumes");
        Files.copy(
                Path.of("fixtures/sites/trtworld.com/no-blank-lines-recommended/source.txt"),
                files.resolve("page.txt"));
        copy(fixture, files.resolve("home/fixtures/sites/trtworld.com/ferry-resumes"));
        copy(Path.of("fixtures/common/share-bars"), files.resolve("home/fixtures/common/share-bars"));
        for (String rules : List.of("my-rules", "our-rules")) {
            Pages.file(files.resolve(rules + "/sites/harbour-news.example.yaml"), RULES);
        }
        copy(fixture, files.resolve("our-pages/ferry-resumes"));
        for (String site :
                List.of("example.com.txt", "ftr-site-config/example.com.txt", "ftr-site-config/b.example.txt")) {
            Pages.file(files.resolve(site), "body: //article\n");
        }
        String corpus = files.resolve("corpus.jsonl").toString();
        for (String month : List.of("corpus.stats", "january.stats", "february.stats")) {
            ran(Cli.winnow("stats", corpus, "-o", files.resolve(month).toString()));
        }
        ran(Cli.winnow(
                "clean",
                corpus,
                "--ledger",
                "-o",
                files.resolve("articles.jsonl").toString()));
    }

    private static void packed(String name, String records) throws IOException {
        Pages.file(files.resolve(name + ".jsonl"), records);
        Files.write(files.resolve(name + ".jsonl.zst"), Zstd.compress(records.getBytes(UTF_8)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(each -> {
                try {
                    Path copy = to.resolve(from.relativize(each).toString());
                    Files.createDirectories(Files.isDirectory(each) ? copy : copy.getParent());
                    if (Files.isRegularFile(each)) {
                        Files.copy(each, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void ran(Cli.Ran ran) {
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), Main.commands().stream());
    }

    @ParameterizedTest(name = "winnow {0}")
    @MethodSource("commands")
    @Timeout(300)
    void runAsTheyAreWritten(String command) throws IOException, InterruptedException {
        List<String> examples = examples(command);
        copy(files, folder);
        if (examples.stream().anyMatch(example -> example.contains("--since") || example.contains("--changed"))) {
            Git git = Git.in(folder);
            git.commitAll();
            git.fetched("origin/main");
        }
        String home = System.getProperty("winnow.home");
        System.setProperty("winnow.home", folder.resolve("home").toString());
        try {
            for (String example : examples) {
                if (example.contains(" --watch") || example.startsWith("winnow serve")) {
                    runUntilStopped(example);
                } else {
                    run(example);
                }
            }
        } finally {
            if (home == null) {
                System.clearProperty("winnow.home");
            } else {
                System.setProperty("winnow.home", home);
            }
        }
    }

    /** The examples of a command's help; none is too long for one line of it. */
    private static List<String> examples(String command) {
        Cli.Ran help = command.isEmpty() ? Cli.winnow("--help") : Cli.winnow(command, "--help");
        Matcher examples = EXAMPLES.matcher(help.out().replace("\r\n", "\n"));
        assertThat(examples.find()).as("the help has examples: %s", help.out()).isTrue();
        List<String> lines = examples.group(1).lines().toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith(PROGRAM));
        assertThat(command.isEmpty() || lines.stream().anyMatch(line -> line.startsWith(PROGRAM + command)))
                .as("an example of winnow %s is among %s", command, lines)
                .isTrue();
        return lines.stream().map(String::strip).toList();
    }

    // ---- running ----

    /** Runs what a shell would run: commands with pipes between them, input and output of files. */
    private void run(String example) throws IOException {
        byte[] said = new byte[0];
        for (String step : example.split(" \\| ")) {
            List<String> words = words(step);
            if (VIEWERS.contains(words.get(0))) {
                continue;
            }
            assertThat(words.remove(0)).isEqualTo("winnow");
            Path from = redirected(words, "<");
            Path to = redirected(words, ">");
            if (words.contains("--score")) {
                judge(Path.of(words.get(words.indexOf("--score") + 1)));
            }
            Cli.Ran ran = new Cli()
                    .in(from == null ? new String(said, UTF_8) : Files.readString(from))
                    .run(words.toArray(String[]::new));
            assertThat(ran.exit()).as("%s%n%s%s", example, ran.out(), ran.err()).isZero();
            said = ran.bytes();
            if (to != null) {
                Files.write(to, said);
            }
        }
    }

    /** Runs what does not end by itself in a process of its own, until it says that Ctrl-C ends it. */
    private void runUntilStopped(String example) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.winnow.cli.Main"));
        Matcher words = WORD.matcher(example);
        while (words.find()) {
            command.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        command.remove("winnow");
        if (command.contains("serve")) {
            // A test opens no browser on the machine of its user.
            command.add("--no-open");
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            List<String> said = new ArrayList<>();
            while (said.stream().noneMatch(line -> line.contains("Ctrl-C ends"))) {
                String line = out.readLine();
                assertThat(line).as("%s goes on: %s", example, said).isNotNull();
                said.add(line);
            }
            process.toHandle().destroy();
            assertThat(process.waitFor())
                    .as("%s ends: the code of SIGTERM", example)
                    .isEqualTo(143);
            assertThat(out.lines()).noneMatch(line -> line.contains("bug"));
        } finally {
            process.destroyForcibly();
        }
    }

    /** The class path of this process, which begins in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElse("");
    }

    /** A person fills in the sheet of {@code audit}. */
    private static void judge(Path sheet) throws IOException {
        Files.writeString(sheet, Files.readString(sheet).replace(",\"\"\r\n", ",\"right\"\r\n"));
    }

    // ---- words ----

    /** The words of a call; files are those of the folder, since this process has another one. */
    private List<String> words(String call) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(call);
        while (word.find()) {
            String plain = word.group(1) == null ? word.group(2) : word.group(1);
            String before = words.isEmpty() ? "" : words.get(words.size() - 1);
            words.add(OUTPUTS.contains(before) || isFile(plain) ? folder + "/" + plain : plain);
        }
        return words;
    }

    /** Whether the first part of a path is in the folder: of {@code page.txt:17} and {@code 'pages/**'} too. */
    private boolean isFile(String word) {
        String first = word.split("[/:*]", 2)[0];
        return !first.isEmpty() && Files.exists(folder.resolve(first));
    }

    private static @Nullable Path redirected(List<String> words, String sign) {
        int at = words.indexOf(sign);
        if (at < 0) {
            return null;
        }
        Path file = Path.of(words.get(at + 1));
        words.subList(at, at + 2).clear();
        return file;
    }
}
