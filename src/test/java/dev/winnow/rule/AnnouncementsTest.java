package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Line;
import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that announce what stands below them. */
class AnnouncementsTest {

    private static final Announcements ANNOUNCEMENTS = announcements(
            Map.of(
                    "en", List.of("as follows", "Such As", "here are the names of them"),
                    "de", List.of("wie folgt"),
                    "ja", List.of("以下のとおりです")),
            Map.of("en", List.of("of", "the"), "de", List.of("von")));

    private static Announcements announcements(
            Map<String, List<String>> announcing, Map<String, List<String>> function) {
        return new Announcements(new Lexicons(Map.of(
                "announcements", new Lexicon("announcements", announcing),
                "stopwords", new Lexicon("stopwords", function))));
    }

    private static boolean announces(Announcements announcements, String text, @Nullable String language) {
        String page = "Ferry.\n" + text;
        return announcements.announces(new Line(page, 1, 7, page.length(), true), language);
    }

    private static boolean announces(String text, @Nullable String language) {
        return announces(ANNOUNCEMENTS, text, language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On the cabins:",
                "On the cabins：",
                "Painted on the cabins:",
                "The cabins are as follows",
                "The cabins are as follows.",
                "PAINTED ARE WORDS SUCH AS",
                "The cabins are painted (as follows",
                "On the cabins, here are the names of them",
                "On the cabins, here are the names of them.",
                "Here are the names of them.",
                "The cabins show the signs of",
                "The cabins show THE"
            })
    void endInAColonOrInAWordThatAnnounces(String text) {
        assertThat(announces(text, "en")).isTrue();
        assertThat(announces(text, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cabins:",
                "On them:",
                "Cabins as follows",
                "Cabins such as.",
                "Signs of the",
                "The cabins show the signs of.",
                "The cabins show the signs thereof",
                "On the cabins it has follows",
                "The cabins are as follows today",
                "The cabins are as follow",
                "As follows the cabins are painted",
                "The cabins are painted red"
            })
    void areNoOtherLines(String text) {
        assertThat(announces(text, "en")).isFalse();
        assertThat(announces(text, null)).isFalse();
    }

    @Test
    void endInWordsOfThePagesLanguage() {
        for (String german : List.of("Die Kabinen sind wie folgt", "Die Kabinen zeigen Zeichen von")) {
            assertThat(announces(german, "de")).as(german).isTrue();
            assertThat(announces(german, null)).as(german).isTrue();
            assertThat(announces(german, "en")).as(german).isFalse();
            assertThat(announces(german, "fr")).as(german).isFalse();
        }
        assertThat(announces("Auf den Kabinen:", "en")).isTrue();
    }

    @Test
    void mayBeNothingButTheWord() {
        assertThat(announces("以下のとおりです。", "ja")).isTrue();
        assertThat(announces("内容は以下のとおりです", "ja")).isTrue();
        assertThat(announces("以下のとおりでした。", "ja")).isFalse();
    }

    @Test
    void areReadAsFarAsTheLongestWordGoes() {
        Announcements functional = announcements(Map.of("en", List.of("so")), Map.of("en", List.of("notwithstanding")));
        assertThat(announces(functional, "On the old cabins notwithstanding", "en"))
                .isTrue();
        assertThat(announces(functional, "On the old cabins andnotwithstanding", "en"))
                .isFalse();
        assertThat(announces(functional, "On the old cabins so", "en")).isTrue();
        assertThat(announces(functional, "On the old cabins also", "en")).isFalse();
    }

    @Test
    void endInAColonWhereNoWordsAreKnown() {
        Announcements none = new Announcements(Lexicons.NONE);
        assertThat(announces(none, "On the cabins:", "en")).isTrue();
        assertThat(announces(none, "The cabins are as follows", null)).isFalse();
        assertThat(announces(none, "The cabins show the signs of", "en")).isFalse();
    }
}
