package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.document.Label;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import dev.winnow.document.TrackedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineModelTest {

    private static final String PAGE = String.join(
            "\n",
            "Ferry returns to the northern islands - Harbour Courier",
            "Home",
            "News",
            "Sport",
            "Weather",
            "Log in",
            "Ferry returns to the northern islands",
            "The first ferry in eleven weeks left the harbour at dawn on Sunday with forty passengers and three lorries on board.",
            "Its captain, who had spent the winter in dry dock, said the engines were running better than they had in years.",
            "\"We were never going to give up the route,\" she told reporters on the quay. \"People out there depend on it.\"",
            "The islands have been supplied by helicopter since the storm in January tore away the landing stage.",
            "A new stage of steel and oak was finished last week, two months earlier than the council had promised.",
            "Tickets for the summer are on sale at the harbour office from Monday.",
            "Related stories",
            "Storm closes the harbour",
            "Island school to get a new roof",
            "Ten walks by the sea",
            "About us",
            "Contact",
            "Privacy policy",
            "Terms of use");

    private static Scene scene(String text) {
        List<Line> lines = Page.of(TrackedText.of(text)).lines();
        List<@Nullable Label> labels = new ArrayList<>(Collections.nCopies(lines.size(), null));
        return new Scene(lines, null, labels, null);
    }

    @Test
    void tellsAnArticleFromWhatIsAroundIt() {
        Opinion opinion = LineModel.standard().judge(scene(PAGE));
        assertThat(IntStream.range(7, 13)).noneMatch(line -> opinion.drops(line, Strictness.BALANCED));
        assertThat(IntStream.of(1, 2, 3, 4, 5, 14, 15, 16, 17, 18, 19, 20))
                .allMatch(line -> opinion.drops(line, Strictness.BALANCED));
    }

    @Test
    void takesMoreTheStricterItIs() {
        Opinion opinion = LineModel.standard().judge(scene(PAGE));
        for (int line = 0; line < 21; line++) {
            assertThat(opinion.drops(line, Strictness.OFF)).isFalse();
            assertThat(opinion.limit(line, Strictness.RECALL)).isLessThan(opinion.limit(line, Strictness.BALANCED));
            assertThat(opinion.limit(line, Strictness.BALANCED)).isLessThan(opinion.limit(line, Strictness.PRECISION));
        }
    }

    @Test
    void namesWhatDecided() {
        Opinion opinion = LineModel.standard().judge(scene(PAGE));
        assertThat(opinion.reasons(18)).hasSize(3).allMatch(reason -> !reason.isBlank());
    }

    @Test
    void saysTheSameInAnyOrderOfPages() {
        Opinion alone = LineModel.standard().judge(scene(PAGE));
        LineModel.standard().judge(scene("Another page\n".repeat(40)));
        Opinion again = LineModel.standard().judge(scene(PAGE));
        for (int line = 0; line < 21; line++) {
            assertThat(again.likely(line)).isEqualTo(alone.likely(line));
        }
    }

    @Test
    void judgesAnyText() {
        Random random = new Random(5);
        String signs = "aZ9 .,:!?|•·@/\"“-\u3002\u4e2d\u0e01\u0301\ud83d\ude00\u00a0\u0661";
        for (int page = 0; page < 300; page++) {
            StringBuilder text = new StringBuilder("x\n");
            for (int i = random.nextInt(2_000); i > 0; i--) {
                text.append(random.nextInt(20) == 0 ? '\n' : signs.charAt(random.nextInt(signs.length())));
            }
            Scene scene = scene(text.toString());
            Opinion opinion = LineModel.standard().judge(scene);
            for (int line = 0; line < scene.size(); line++) {
                assertThat(opinion.likely(line)).isBetween(0, 1000);
            }
        }
    }

    @Test
    void hasANameForEachColumn() {
        for (Layout layout : List.of(Layout.FLAT, Layout.MARKUP)) {
            assertThat(layout.features()).extracting(Feature::name).doesNotHaveDuplicates();
            assertThat(layout.features()).allMatch(feature -> feature.column() < layout.width());
            assertThat(layout.features()).allMatch(feature -> Math.abs(feature.shift()) <= Table.MARGIN);
        }
    }

    @Test
    void isReadBackAsItWasWritten(@TempDir Path folder) throws IOException {
        LineModel model = LineModel.standard();
        Path file = Files.write(folder.resolve("own.bin"), model.written());
        LineModel read = LineModel.read(file);
        assertThat(read.digest()).isEqualTo(model.digest());
        assertThat(read.written()).isEqualTo(model.written());
        assertThat(model.written()).hasSizeLessThan(1 << 20);
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
        byte[] bytes = LineModel.standard().written();
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 1;
        byte[] old = bytes.clone();
        old[5] ^= 1;
        fails(folder, "a text, no model".getBytes(java.nio.charset.StandardCharsets.UTF_8), "not a line model");
        fails(folder, java.util.Arrays.copyOf(bytes, 100), "damaged");
        fails(folder, damaged, "damaged");
        fails(folder, old, "another version");
    }

    private static void fails(Path folder, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("own.bin"), content);
        assertThatThrownBy(() -> LineModel.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.bin")
                .hasMessageContaining(message);
    }
}
