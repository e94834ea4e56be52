package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {

    @Test
    void standsInTheManualWithItsNumbers() throws IOException {
        assertThat(Files.readString(Path.of("rules/README.md")))
                .contains("| `sentence-like` | at least " + Shapes.SENTENCE_WORDS + " words and")
                .contains("or at least " + Shapes.OPEN_SENTENCE_WORDS + " words and a sentence that ends inside")
                .contains("| `heading-like` | at most " + Shapes.HEADING_WORDS + " words,")
                .contains("| `link-like` | at most " + Shapes.LINK_WORDS + " words,")
                .contains("| `short` | fewer than " + Shapes.SENTENCE_WORDS + " words |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Recommended|heading-like link-like short",
                "Ferry sails again after the storm|heading-like link-like short",
                "The ferry left the harbour at noon on Sunday.|sentence-like",
                "“We hope so,” he said.|short",
                "Why?|heading-like link-like short",
                "Why did the harbour master wait for four days?|sentence-like heading-like link-like",
                "He told the council what it would have to pay for the new pier:|sentence-like",
                "Two ships left. Nobody knows where they are going to or why they did|sentence-like",
                "渡轮星期天中午离开了港口，港务长对市议会的成员们说。|sentence-like",
                "最新消息|heading-like link-like short",
                "Days without end: In the flooded valley, a mother’s daily struggle for bread and water|link-like",
                "All rights reserved.|short",
            })
    void knowsShapes(String line, String shapes) {
        StringBuilder found = new StringBuilder();
        int bits = Shapes.of(line, 0, line.length());
        for (Shape shape : Shape.values()) {
            if ((bits & shape.bit()) != 0) {
                found.append(found.isEmpty() ? "" : " ").append(shape);
            }
        }
        assertThat(found).hasToString(shapes);
    }
}
