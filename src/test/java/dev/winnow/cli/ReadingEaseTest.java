package dev.winnow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Sentences that users and developers read are short: many of them read English as a second language. */
class ReadingEaseTest {

    private static final int WORDS = 35;

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@\\w+.*", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```");
    /** An end of a paragraph, an item of a list, a row of a table. */
    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n\\s*(?=[-*#>|]|\\d+\\. )|\\|");

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?][)\"*`]{0,3})\\s+");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    @ParameterizedTest
    @MethodSource("pages")
    void pagesHaveShortSentences(Path page) throws IOException {
        String prose = FENCE.matcher(Files.readString(page, UTF_8)).replaceAll("\n\n");
        assertThat(longOnes(BLOCK.splitAsStream(prose))).isEmpty();
    }

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "rules")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages.stream();
    }

    @Test
    void helpHasShortSentences() {
        CommandLine main = Main.commandLine(new String[0], Console.ofProcess(), EarlyRules.NONE);
        assertThat(longOnes(Stream.concat(Stream.of(main), main.getSubcommands().values().stream())
                        .flatMap(command -> texts(command.getCommandSpec()))))
                .isEmpty();
    }

    private static Stream<String> texts(CommandSpec command) {
        return Stream.of(
                        Stream.of(
                                command.usageMessage().header(),
                                command.usageMessage().description(),
                                command.usageMessage().footer()),
                        command.args().stream().map(CommandLine.Model.ArgSpec::description))
                .flatMap(texts -> texts)
                .flatMap(Arrays::stream);
    }

    @Test
    void javadocBeginsWithAShortSentence() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/spark/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).hasSizeGreaterThan(500);
        assertThat(sources.stream()
                        .flatMap(source ->
                                longOnes(firstSentences(source)).stream().map(sentence -> source + ": " + sentence)))
                .isEmpty();
    }

    private static Stream<String> firstSentences(Path source) {
        try {
            return JAVADOC.matcher(Files.readString(source, UTF_8))
                    .results()
                    .map(comment -> comment.group(1).replaceAll("(?m)^\\s*\\* ?", ""))
                    .map(comment -> TAG.matcher(comment).replaceAll(""))
                    .map(comment ->
                            comment.replaceAll("\\{@\\w+ ([^{}]*)}", "$1").replaceAll("<[^>]*>", " "))
                    .map(comment -> SENTENCE.split(comment.strip())[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> longOnes(Stream<String> texts) {
        return texts.flatMap(SENTENCE::splitAsStream)
                .filter(sentence -> WORD.matcher(sentence).results().count() > WORDS)
                .map(sentence -> sentence.strip().replaceAll("\\s+", " "))
                .collect(Collectors.toList());
    }

    @Test
    void countsTheWordsOfASentence() {
        String most = "word ".repeat(WORDS - 1) + "word.";
        assertThat(longOnes(Stream.of(most + " " + most))).isEmpty();
        assertThat(longOnes(Stream.of("One " + most))).containsExactly("One " + most);
    }
}
