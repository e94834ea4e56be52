package dev.winnow.bench;

import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the author of rules waits for: {@code winnow lint} on 10,000 generated rules, {@code winnow test} on 1,000 fixtures, which are those of this
 * repository again and again. Prints seconds of the whole process, the fastest of three.
 *
 * <pre>{@code
 * ./mvnw -q -Pbench -Dbench.main=dev.winnow.bench.AuthorTable -Dbench.args="FOLDER"
 * }</pre>
 *
 * <p>{@code FOLDER} is made, and must not be there.
 */
public final class AuthorTable {

    private static final int RULES = 10_000;
    private static final int FIXTURES = 1_000;
    private static final int TURNS = 3;

    private AuthorTable() {}

    /** See the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("winnow.home"));
        Path folder = Files.createDirectory(Path.of(args[0]));
        Path rules = Files.createDirectory(folder.resolve("rules"));
        GeneratedRules.write(
                rules,
                RULES,
                new RuleLoader().load(List.of(RuleRoot.builtIn())).sources().packs(),
                1);
        Path fixtures = Files.createDirectory(folder.resolve("fixtures"));
        copies(home.resolve("fixtures"), fixtures);
        String winnow = home.resolve("winnow").toString();
        time("lint of 10,000 rules", List.of(winnow, "lint", rules.toString()));
        time("test of 1,000 fixtures", List.of(winnow, "test", "--builtin", "--fixtures", fixtures.toString()));
    }

    private static void copies(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.filter(AuthorTable::isFixture).sorted().toList();
        }
        for (int i = 0; i < FIXTURES; i++) {
            Path fixture = all.get(i % all.size());
            Path copy = to.resolve(String.valueOf(i / all.size()))
                    .resolve(from.relativize(fixture).toString());
            Files.createDirectories(copy);
            try (Stream<Path> files = Files.list(fixture)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName().toString()));
                }
            }
        }
    }

    private static boolean isFixture(Path folder) {
        return Files.exists(folder.resolve("expected.json"));
    }

    private static void time(String what, List<String> command) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            long began = System.nanoTime();
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s%n",
                what,
                seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
    }
}
