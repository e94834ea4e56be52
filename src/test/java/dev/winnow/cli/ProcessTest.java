package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own: real streams, a real exit code, an odd locale. */
class ProcessTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void writesUtf8AndEndsWithTheExitCode() throws IOException, InterruptedException {
        Path page = Pages.file(
                folder.resolve("page.txt"), "Die F\u00E4hre f\u00E4hrt wieder, sagte die Reederei am Sonntag.\n");
        Ran ran = run(
                "clean",
                "--no-builtin",
                "--rules",
                Pages.rules(folder),
                "--format",
                "text",
                page.toString(),
                folder.resolve("missing.txt").toString());
        assertThat(ran.out()).isEqualTo("Die F\u00E4hre f\u00E4hrt wieder, sagte die Reederei am Sonntag.\n");
        assertThat(ran.err()).contains("missing.txt: no such file");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> printsHelpAndNothingElse() {
        return Stream.concat(Stream.of(""), Main.commands().stream())
                .map(command -> dynamicTest("help " + command, () -> {
                    Ran ran = command.isEmpty() ? run("--help") : run(command, "--help");
                    assertThat(ran.err()).isEmpty();
                    assertThat(ran.exit()).isZero();
                    assertThat(ran.out())
                            .contains(("Usage: winnow " + command).strip())
                            .doesNotContain("${")
                            .doesNotContain("%n")
                            .doesNotContain("%%")
                            .doesNotContain("null");
                }));
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=ISO-8859-1",
                "-Duser.language=tr",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.winnow.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), out, err);
    }
}
