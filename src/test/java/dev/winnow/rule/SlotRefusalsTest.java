package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told where the literal text of a template fits a line, but a slot does not take the text there. */
class SlotRefusalsTest {

    private static final String BYLINE = "lines:\n"
            + "- {line: 'Harbour desk', label: section}\n"
            + "- {line: '{title}', label: title}\n"
            + "- {line: 'By {authors:person}', label: byline, optional: true}\n"
            + "- {line: 'Published on {published:date}', label: timestamp}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Photograph by: {credit} | Photograph by: Stock photo, Thinkstock "
                        + "| {credit} does not take 'Stock photo, Thinkstock' after 'Photograph by:'; {credit:any} takes any text",
                "Photograph by: {credit:credit} | Photograph by: a friend "
                        + "| {credit:credit} does not take 'a friend' after 'Photograph by:'; {credit:any} takes any text",
                "By {authors:person} | By Ada Holm and Jan Berg "
                        + "| {authors:person} does not take 'Ada Holm and Jan Berg' after 'By'; {authors:people} does",
                "Published on {published:date} | Published on 2 Jume 2019 "
                        + "| {published:date} does not take '2 Jume 2019' after 'Published on'",
                "Published on {published:date} in {section:upper} | Published on 2 Jume 2019 in World "
                        + "| {published:date} does not take '2 Jume 2019' after 'Published on'",
                "{place} – {word} ferry | Hull – new and old ferry "
                        + "| {word} does not take 'new and old' after '–'; {any} takes any text",
                "{authors:person} reports | the crew reports "
                        + "| {authors:person} does not take 'the crew'; {authors:any} takes any text",
                "Filed {published:date} {published:time} | Filed 2 June 2019 9 o'clock "
                        + "| {published:time} does not take '9 o'clock'",
            })
    void namesTheFirstSlotThatRefuses(String template, String line, String why) {
        assertThat(OneRule.on("label: credit\nline: \"" + template + "\"", line).misses())
                .containsExactly("0: " + why);
    }

    @Test
    void cutsALongText() {
        assertThat(OneRule.on("label: credit\nline: 'By {authors:person}'", "By " + "one of the crew ".repeat(9))
                        .misses())
                .singleElement()
                .asString()
                .contains("does not take 'one of the crew one of the crew one of …' after");
    }

    @Test
    void saysNothingWhereMoreThanASlotStopsTheRule() {
        assertThat(OneRule.on("label: credit\nline: 'Photo by: {credit} here'", "Photo by: Stock photo, Thinkstock")
                        .misses())
                .as("the literal text does not fit")
                .isEmpty();
        assertThat(OneRule.on(
                                "label: credit\nline: ['Photo by: {credit}', 'Photo by: {any}']",
                                "Photo by: Stock photo, Thinkstock")
                        .misses())
                .as("another template takes the line")
                .isEmpty();
        assertThat(OneRule.on(
                                "label: byline\nline: 'By {authors:people}'",
                                "By the time the ferry came, forty people had left the harbour on foot.")
                        .misses())
                .as("the line reads as prose")
                .isEmpty();
        assertThat(OneRule.on("label: byline\nfirst: 1\nline: 'By {authors:people}'", "Ferries", "By the pier")
                        .misses())
                .as("the line is out of the rule's place")
                .isEmpty();
        assertThat(OneRule.on("label: byline\nline: '{authors:person}'", "Ada Holm and Jan Berg")
                        .misses())
                .as("no literal text fits")
                .isEmpty();
        assertThat(OneRule.on("label: byline\nline: '{authors:person} {section:upper}'", "two words")
                        .misses())
                .as("a space is no literal text")
                .isEmpty();
    }

    @Test
    void saysSoOfPartsOfASequence() {
        assertThat(OneRule.on(BYLINE, "Harbour desk", "Storm over", "By Ada Holm", "Published on 2 Jume 2019")
                        .misses())
                .singleElement()
                .asString()
                .contains("{published:date} does not take '2 Jume 2019' after 'Published on'");
        assertThat(OneRule.on(
                                BYLINE,
                                "Harbour desk",
                                "Storm over",
                                "By Ada Holm and Jan Berg",
                                "Published on 2 June 2019")
                        .misses())
                .as("an optional part")
                .anySatisfy(miss -> assertThat(miss)
                        .isEqualTo("2: {authors:person} does not take 'Ada Holm and Jan Berg' after 'By';"
                                + " {authors:people} does"));
        assertThat(OneRule.on(BYLINE, "Harbour desk", "Storm over", "By Ada Holm", "Published on 2 June 2019")
                        .misses())
                .isEmpty();
    }

    @Test
    void saysSoWhereTheSequenceFitsWithoutTheLine() {
        OneRule rule = OneRule.on(
                "lines:\n- {line: 'Harbour desk', label: section}\n"
                        + "- {line: 'By {authors:person}', label: byline, optional: true}",
                "Harbour desk",
                "By Ada Holm and Jan Berg");
        assertThat(rule.taken()).containsExactly(0);
        assertThat(rule.misses()).singleElement().asString().startsWith("1: {authors:person} does not take");
    }
}
