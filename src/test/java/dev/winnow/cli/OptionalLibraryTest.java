package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that leaves out the POM's optional dependencies still reads text, and hears what it lacks for the rest. */
class OptionalLibraryTest {

    private static final List<String> OPTIONAL =
            List.of("pdfbox", "fontbox", "tika-parser-m", "poi", "mime4j", "parquet");

    @TempDir
    Path folder;

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({
        "a.pdf, %PDF-1.7, org.apache.pdfbox:pdfbox",
        "a.rtf, '{\\rtf1 The ferry left.}', org.apache.tika:tika-parser-microsoft-module",
        "a.eml, 'From: Ada Holm <a@b.example>\nSubject: Ferry\nMIME-Version: 1.0\n\nIt left.', org.apache.james:apache-mime4j-dom",
        "a.parquet, PAR1PAR1, blue.strategic.parquet:parquet-floor",
    })
    void namesTheMissingLibrary(String name, String content, String coordinates)
            throws IOException, InterruptedException {
        Path text = Pages.file(folder.resolve("b.txt"), "The ferry left the harbour on Sunday, they said.\n");
        Path other = Pages.file(folder.resolve(name), content);
        Outcome outcome = run("clean", "--format", "text", other.toString(), text.toString());
        assertThat(outcome.err()).contains("needs ").contains(coordinates + " ");
        assertThat(outcome.out()).isEqualTo("The ferry left the harbour on Sunday, they said.\n");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource("blue.strategic.parquet:parquet-floor")
    void namesTheMissingLibraryBeforeItWrites(String coordinates) throws IOException, InterruptedException {
        Path text = Pages.file(folder.resolve("b.txt"), "The ferry left the harbour on Sunday, they said.\n");
        Path out = folder.resolve("out.parquet");
        Outcome outcome = run("clean", "--format", "parquet", "-o", out.toString(), text.toString());
        assertThat(outcome.err()).contains(coordinates);
        assertThat(outcome.exit()).isNotZero();
        assertThat(folder.toFile().list()).containsExactly("b.txt");
    }

    private record Outcome(int exit, String out, String err) {}

    private static Outcome run(String... args) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        OPTIONAL.stream().noneMatch(Path.of(entry).getFileName().toString()::contains))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                "dev.winnow.cli.Main"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }
}
