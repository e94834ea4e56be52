package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code winnow test --watch}. */
class TestWatchTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void seesFilesThatChangeAndFoldersThatAppear() throws IOException {
        Path root = Pages.file(folder.resolve("watched/one/source.txt"), "a")
                .getParent()
                .getParent();
        try (Watcher watcher = new Watcher(List.of(root))) {
            Path changed = Pages.file(root.resolve("one/source.txt"), "b");
            assertThat(watcher.await(() -> false)).containsExactly(changed);
            Path appeared = Pages.file(root.resolve("new/deep/source.txt"), "c");
            assertThat(watcher.await(() -> false)).contains(appeared);
            Pages.file(root.resolve("new/deep/.source.txt.swp"), "d");
            Path later = Pages.file(root.resolve("new/deep/expected.txt"), "e");
            assertThat(watcher.await(() -> false)).containsExactly(later);
            Pages.file(folder.resolve("elsewhere/source.txt"), "f");
            assertThat(watcher.await(() -> true)).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void watchesASingleFile() throws IOException {
        Path file = Pages.file(folder.resolve("rules/a.yaml"), "a");
        try (Watcher watcher = new Watcher(List.of(file))) {
            Pages.file(folder.resolve("rules/b.yaml"), "b");
            Pages.file(file, "c");
            assertThat(watcher.await(() -> false)).containsExactly(file);
        }
    }

    @Test
    @Timeout(120)
    void runsAgainWhatChangesAndEndsWhenAsked() throws IOException, InterruptedException {
        String rules = Pages.rules(folder);
        for (String name : List.of("ferry", "pier")) {
            Pages.file(folder.resolve("fixtures/" + name + "/source.txt"), Pages.PAGE);
        }
        String fixtures = folder.resolve("fixtures").toString();
        List<String> options = List.of("test", "--no-builtin", "--rules", rules, "--fixtures", fixtures);
        Cli.winnow(options.toArray(String[]::new));
        Process process = new ProcessBuilder(
                        Stream.concat(JAVA.stream(), Stream.concat(options.stream(), Stream.of("--watch")))
                                .toList())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(until(out, "watching")).anyMatch(line -> line.contains("2 fixtures: 0 hold, 2 failed"));
            Pages.file(folder.resolve("fixtures/pier/source.txt"), Pages.PAGE + "Cat lost\n");
            assertThat(until(out, "1 fixture:"))
                    .anyMatch(line -> line.contains("changed: source.txt"))
                    .anyMatch(line -> line.contains("failed fixture pier"))
                    .noneMatch(line -> line.contains("failed fixture ferry"));
            Pages.file(folder.resolve("rules/common/test.yaml"), "pack: common\nrules: x\n");
            assertThat(until(out, "nothing was done")).isNotEmpty();
            Pages.file(folder.resolve("rules/common/test.yaml"), Pages.RULES);
            assertThat(until(out, "2 fixtures: ")).isNotEmpty();
            // As Ctrl-C in all but its number; the streams stay open.
            process.toHandle().destroy();
            assertThat(process.waitFor()).as("the code of SIGTERM").isEqualTo(143);
            assertThat(out.lines()).noneMatch(line -> line.contains("bug"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> until(BufferedReader out, String end) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        while (!line.contains(end)) {
            line = out.readLine();
            assertThat(line).as("the output has '" + end + "' after %s", lines).isNotNull();
            lines.add(line);
        }
        return lines;
    }

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.winnow.cli.Main");
}
