package dev.winnow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Replays {@code fixtures/fuzz/<harness>/*}: what fuzzing found, and a few of the inputs that reach far. */
class FuzzReplayTest {

    private static final Path FIXTURES = Path.of("fixtures", "fuzz");

    /** Far above what is needed: it catches what never ends. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Map<String, ThrowingConsumer<byte[]>> HARNESSES = new TreeMap<>(Map.ofEntries(
            Map.entry("ArchiveFuzz", ArchiveFuzz::fuzzerTestOneInput),
            Map.entry("CleanFuzz", CleanFuzz::fuzzerTestOneInput),
            Map.entry("CompressionFuzz", CompressionFuzz::fuzzerTestOneInput),
            Map.entry("DecoderFuzz", DecoderFuzz::fuzzerTestOneInput),
            Map.entry("HtmlFuzz", HtmlFuzz::fuzzerTestOneInput),
            Map.entry("JsonLinesFuzz", JsonLinesFuzz::fuzzerTestOneInput),
            Map.entry("NormalizerFuzz", NormalizerFuzz::fuzzerTestOneInput),
            Map.entry("OfficeFuzz", OfficeFuzz::fuzzerTestOneInput),
            Map.entry("ParquetFuzz", ParquetFuzz::fuzzerTestOneInput),
            Map.entry("RestoreFuzz", RestoreFuzz::fuzzerTestOneInput),
            Map.entry("RuleLoaderFuzz", RuleLoaderFuzz::fuzzerTestOneInput),
            Map.entry("WarcFuzz", WarcFuzz::fuzzerTestOneInput)));

    @TestFactory
    Stream<DynamicContainer> holdsForEveryInput() {
        return HARNESSES.entrySet().stream()
                .map(harness -> DynamicContainer.dynamicContainer(
                        harness.getKey(),
                        files(FIXTURES.resolve(harness.getKey())).stream()
                                .map(input -> replay(input, harness.getValue()))));
    }

    @Test
    void everyFolderHasItsHarness() {
        assertThat(files(FIXTURES).stream().map(folder -> folder.getFileName().toString()))
                .containsExactlyElementsOf(HARNESSES.keySet());
    }

    private static DynamicTest replay(Path input, ThrowingConsumer<byte[]> harness) {
        return DynamicTest.dynamicTest(
                input.getFileName().toString(),
                () -> Assertions.assertTimeoutPreemptively(LIMIT, () -> harness.accept(Files.readAllBytes(input))));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
