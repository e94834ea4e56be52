package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=ISO-8859-1",
                "-Duser.language=tr",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.winnow.cli.Main",
                "clean",
                "--no-builtin",
                "--rules",
                Pages.rules(folder),
                "--format",
                "text",
                page.toString(),
                folder.resolve("missing.txt").toString()));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(out).isEqualTo("Die F\u00E4hre f\u00E4hrt wieder, sagte die Reederei am Sonntag.\n");
        assertThat(err).contains("missing.txt: no such file");
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
