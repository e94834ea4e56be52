package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told where a line fits but for a value that is longer than its slot takes. */
class SlotLimitsTest {

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Anna" + "n".repeat(i % 3) + " Berg")
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "word, 80 characters, h, 93",
        "int, 40 characters, 7, 45",
        "upper, 80 characters, H, 90",
    })
    void saysWhichSlotTheValueIsTooLongFor(String slot, String limit, String letter, int length) {
        assertThat(OneRule.on("label: related\nline: 'Topic: {" + slot + "}'", "Topic: " + letter.repeat(length))
                        .misses())
                .containsExactly("0: '{" + slot + "}' takes at most " + limit + ", this has " + length);
    }

    @Test
    void saysSoOfNames() {
        String authors = names(33);

        assertThat(OneRule.on("label: byline\nline: 'By {authors:people}'", "By " + authors)
                        .misses())
                .containsExactly("0: '{authors:people}' takes at most 12 names of 300 characters in all, this has "
                        + authors.length());
        assertThat(OneRule.on("label: byline\nline: 'By {authors:people}'", "By " + names(13))
                        .misses())
                .hasSize(1);
        assertThat(OneRule.on("label: byline\nline: 'By {authors:people}'", "By " + names(12))
                        .misses())
                .isEmpty();
    }

    @Test
    void saysSoOfTheSlotThatIsTooShort() {
        assertThat(OneRule.on(
                                "label: related\nline: '{word} in {place}: {tags}'",
                                "News in Hull: " + "sea, ".repeat(240) + "ice")
                        .misses())
                .containsExactly("0: '{tags:tags}' takes at most 1000 characters, this has 1203");
    }

    @Test
    void saysSoWithinALineAndInASequence() {
        String word = "h".repeat(90);

        assertThat(OneRule.on("label: related\ninside: {start: 'Topic: {word} –'}", "Topic: " + word + " – ferries")
                        .misses())
                .containsExactly("0: '{word}' takes at most 80 characters, this has 90");
        assertThat(OneRule.on("label: related\nlines: [{line: Topics}, {line: '{word}'}]", "Topics", word)
                        .misses())
                .singleElement()
                .asString()
                .endsWith("it does not fit '{word}': '{word}' takes at most 80 characters, this has 90");
    }

    @Test
    void saysNothingWhereTheRuleTakesTheLineOrTheLineDoesNotFit() {
        String line = "Topic: " + "h".repeat(90);

        assertThat(OneRule.on("label: related\nline: ['Topic: {word}', 'Topic: {any}']", line)
                        .misses())
                .isEmpty();
        assertThat(OneRule.on("label: related\nline: 'Topic: {word}'", "More of it, " + line)
                        .misses())
                .isEmpty();
        assertThat(OneRule.on("label: related\nline: {de: 'Topic: {word}'}", line)
                        .misses())
                .hasSize(1);
    }

    @Test
    void refusesTemplatesThatAreTooLong() {
        assertThat(problem("word ".repeat(4_001)))
                .contains("rules see lines of at most 20000 characters, so this template of 20004 fits none");
        assertThat(problem("'Topic" + " {word}".repeat(201) + "'"))
                .contains("a template has at most 200 slots, this one has 201");
        assertThat(problem("'{@many} {@many} {@many}'")).contains("a template has at most 200 slots, this one has 213");
    }

    @Test
    void takesTheLongestTemplates() {
        String words = "word ".repeat(4_000).strip();
        String slots = "Topic" + " h".repeat(200);

        assertThat(OneRule.on("label: related\nline: " + words, words).taken()).containsExactly(0);
        assertThat(OneRule.on("label: related\nline: 'Topic" + " {word}".repeat(200) + "'", slots)
                        .taken())
                .containsExactly(0);
    }

    private static String problem(String line) {
        RuleLoader loader = new RuleLoader();
        return loader
                .load(List.of(new RuleRoot.Texts(new TreeMap<>(Map.of(
                        "lexicon/many.yaml",
                        "lexicon: many\nany: ['Topics" + " {word}".repeat(70) + "']\n",
                        "rules.yaml",
                        "pack: common\nrules:\n- id: long\n  label: related\n  line: " + line.strip()
                                + "\n  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n")))))
                .diagnostics()
                .stream()
                .map(Diagnostic::message)
                .collect(Collectors.joining("\n"));
    }
}
