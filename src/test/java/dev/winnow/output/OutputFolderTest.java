package dev.winnow.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.render.Articles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final byte[] BYTES = {'x'};

    @TempDir
    Path outside;

    @Test
    void keepsTheTreeOfTheIds() throws IOException {
        OutputFolder folder = OutputFolder.open(outside.resolve("out"), ".txt");
        Path file = folder.write("2019/june/ferry.html", BYTES);
        assertThat(file).isEqualTo(outside.resolve("out/2019/june/ferry.txt")).hasBinaryContent(BYTES);
        assertThat(files()).containsExactly("out/2019/june/ferry.txt");
    }

    @Test
    void followsNoLinkThatStandsInTheFolder() throws IOException {
        Path elsewhere = Files.createDirectories(outside.resolve("elsewhere"));
        Path out = Files.createDirectories(outside.resolve("out"));
        Files.createSymbolicLink(out.resolve("a"), elsewhere);
        Files.createDirectories(out.resolve("b"));
        Files.createSymbolicLink(out.resolve("b/c"), elsewhere);
        OutputFolder folder = OutputFolder.open(out, ".txt");
        assertThatThrownBy(() -> folder.write("a/x", BYTES))
                .isInstanceOf(BlockedException.class)
                .hasMessageContaining("the folder " + out.resolve("a") + " is a link");
        assertThatThrownBy(() -> folder.write("b/c/d/x", BYTES)).hasMessageContaining("is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void replacesALinkAndNotWhatItPointsTo() throws IOException {
        Path precious = Files.writeString(outside.resolve("precious"), "precious");
        Path out = Files.createDirectories(outside.resolve("out"));
        Files.createSymbolicLink(out.resolve("x.txt"), precious);
        OutputFolder.open(out, ".txt").write("x", BYTES);
        assertThat(out.resolve("x.txt")).hasBinaryContent(BYTES);
        Files.createSymbolicLink(out.resolve(".y.txt.part"), precious);
        assertThatThrownBy(() -> OutputFolder.open(out, ".txt").write("y", BYTES))
                .isInstanceOf(BlockedException.class)
                .hasMessageContaining("is a link");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void takesAFolderThatIsALinkItself() throws IOException {
        Path real = Files.createDirectories(outside.resolve("real"));
        Path link = Files.createSymbolicLink(outside.resolve("link"), real);
        OutputFolder.open(link, ".txt").write("a/x", BYTES);
        assertThat(real.resolve("a/x.txt")).exists();
    }

    @Test
    void saysWhatStandsInTheWayOfOneFile() throws IOException {
        Path out = Files.createDirectories(outside.resolve("out"));
        Files.writeString(out.resolve("a"), "a file");
        OutputFolder folder = OutputFolder.open(out, ".txt");
        folder.write("b", BYTES);
        assertThatThrownBy(() -> folder.write("a/x", BYTES))
                .isInstanceOf(BlockedException.class)
                .hasMessage("cannot write " + out.resolve("a/x.txt") + ": there is a file where a folder is needed;"
                        + " choose another place with -o");
        folder.write("c/x", BYTES);
        assertThat(files()).containsExactly("out/a", "out/b.txt", "out/c/x.txt");
    }

    @Test
    void hostileIdsStayInsideAndApart() throws IOException {
        Random random = new Random(3);
        for (String extension : List.of("", ".txt")) {
            OutputFolder folder = OutputFolder.open(outside.resolve("out" + extension), extension);
            for (int i = 0; i < 500; i++) {
                String id = random.nextBoolean() ? "../" + Articles.strange(random, 6) : Articles.strange(random, 9);
                byte[] bytes = String.valueOf(i).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                assertThat(folder.write(id, bytes)).hasBinaryContent(bytes);
            }
        }
        assertThat(files()).hasSize(1000).allMatch(file -> file.startsWith("out"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(outside)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> outside.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
