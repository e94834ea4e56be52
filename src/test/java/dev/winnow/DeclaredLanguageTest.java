package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of HTML says of its language counts where its text does not tell it. */
class DeclaredLanguageTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    /** Too little to tell a language by. */
    private static final String SHORT = "<h1>Tonatiuh 4711</h1><p>Xochimilco, Tlatelolco</p>";

    private static Metadata metadata(String html) {
        return WINNOW.clean(SourceDocument.html("a.html", html)).metadata();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lang=de-CH>",
                "<html xml:lang='de'>",
                "<meta http-equiv=Content-Language content='de, at'>",
                "<meta property=og:locale content=de_DE>",
                "<meta name=DC.language content=DE>",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"inLanguage\":\"de-DE\"}</script>",
            })
    void isReadWhereverPagesDeclareIt(String declaration) {
        assertThat(metadata(declaration + SHORT).language()).isEqualTo("de");
    }

    @Test
    void hasItsPlaceAsEvidence() {
        assertThat(metadata("<html lang=de>" + SHORT).evidence()).containsEntry("language", "html/lang");
        assertThat(metadata("<meta property=og:locale content=de_DE>" + SHORT).evidence())
                .containsEntry("language", "html/opengraph");
    }

    @Test
    void theTextGoesFirst() {
        Metadata metadata = metadata("<html lang=en><meta property=og:locale content=en_US>"
                + "<p>Die erste Fähre hat den Hafen am Sonntag wieder verlassen und war bis auf den letzten Platz besetzt.</p>"
                + "<p>Am Abend kam sie mit der Post und zwei Ziegen wieder zurück, wie der Hafenmeister sagte.</p>");
        assertThat(metadata.language()).isEqualTo("de");
        assertThat(metadata.evidence()).doesNotContainKey("language");
    }

    @Test
    void declarationsThatContradictEachOtherSayNothing() {
        assertThat(metadata("<html lang=en><meta property=og:locale content=de_DE>" + SHORT)
                        .language())
                .isNull();
        assertThat(metadata("<html lang=en-GB><meta property=og:locale content=en_US>" + SHORT)
                        .language())
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-default", "tlh", "qq", "<b>", "12", "-"})
    void whatIsNoLanguageSaysNothing(String tag) {
        assertThat(metadata("<html lang='" + tag + "'>" + SHORT).language()).isNull();
    }

    @Test
    void tellsTheOrderOfADate() {
        assertThat(metadata("<html lang=de><h1>Tonatiuh 4711</h1><p>10.06.2018 22:00</p>")
                        .published())
                .isEqualTo("2018-06-10T22:00:00");
    }
}
