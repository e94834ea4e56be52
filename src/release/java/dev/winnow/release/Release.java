package dev.winnow.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the build made, and processes that run it. */
final class Release {

    static final Path REPOSITORY = Path.of("").toAbsolutePath();
    static final Path BUILT = Path.of(System.getProperty("winnow.release"));
    static final String VERSION = System.getProperty("winnow.version");
    static final Path LIBRARIES = BUILT.resolve("winnow/lib");

    private static final long LONGEST_SECONDS = 300;

    private Release() {}

    /** What a process did; standard error follows standard output where {@link #run} was told to join them. */
    record Ran(int exit, String out, String err) {}

    static Path archive(String ending) {
        return BUILT.resolve("winnow-" + VERSION + ending);
    }

    /** Runs a process to its end with these variables and no others. */
    static Ran run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path err = Files.createTempFile("winnow", ".err");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
                builder.environment().clear();
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), UTF_8);
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(command + " does not end");
                }
                return new Ran(process.exitValue(), out, Files.readString(err));
            } finally {
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a process in this test's own surroundings, which must end well. */
    static void must(String... command) {
        Ran ran = run(REPOSITORY, System.getenv(), List.of(command));
        if (ran.exit() != 0) {
            throw new IllegalStateException(
                    List.of(command) + " ended with " + ran.exit() + "\n" + ran.out() + ran.err());
        }
    }

    static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> paths = new ArrayList<>();
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.forEach(paths::add);
            }
            paths.sort(Comparator.reverseOrder());
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }

    /** A team's rules and a page of its own, of which a line goes. */
    static void writeTeam(Path team, String expected) throws IOException {
        write(team.resolve("rules/sites/harbour-news.example.yaml"), """
                pack: harbour-news.example
                hosts: [harbour-news.example]
                rules:
                - id: weather
                  label: widget
                  line: "Weather at the pier: {any}"
                  examples:
                  - hit: "⟦Weather at the pier: rain⟧"
                  - miss: Weather at the pier was bad, the keeper of the lighthouse said.
                """);
        Path page = team.resolve("pages/ferry");
        write(page.resolve("source.txt"), SENTENCE + "\nWeather at the pier: rain\n");
        write(page.resolve("input.json"), "{\"url\": \"https://harbour-news.example/ferry\"}");
        write(page.resolve("expected.txt"), expected + "\n");
        write(
                page.resolve("expected.json"),
                "{\"metadata\": {\"site\": \"harbour-news.example\"}, \"removed\": [\"widget: Weather at the pier: rain\"]}");
    }

    static final String SENTENCE = "The first ferry left the harbour on Sunday morning, the company said.";
}
