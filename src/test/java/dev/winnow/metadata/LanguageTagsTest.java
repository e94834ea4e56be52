package dev.winnow.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.label.Capture;
import dev.winnow.label.Provenance;
import dev.winnow.rule.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The language that a page declares. */
class LanguageTagsTest {

    private static @Nullable DeclaredLanguage declared(String... tags) {
        List<Capture> captures = new ArrayList<>();
        for (String tag : tags) {
            captures.add(new Capture(Field.LANGUAGE, tag, new Provenance.Head("html/" + captures.size())));
        }
        return DeclaredLanguage.of(captures);
    }

    @Test
    void isThatOfATagWithItsCountry() {
        for (String tag : List.of("pt", "pt-BR", "pt_BR", "PT")) {
            assertThat(declared(tag)).as(tag).isEqualTo(new DeclaredLanguage("pt", "html/0"));
        }
    }

    @Test
    void isNoneThatHasNoCodeOfTwoLetters() {
        assertThat(declared("xx")).isNull();
        assertThat(declared("")).isNull();
        assertThat(declared("English")).isNull();
        assertThat(declared()).isNull();
    }

    @Test
    void isThatOnWhichAllAgree() {
        assertThat(declared("en", "en-GB")).isEqualTo(new DeclaredLanguage("en", "html/0"));
        assertThat(declared("xx", "en")).isEqualTo(new DeclaredLanguage("en", "html/1"));
        assertThat(declared("en", "xx")).isEqualTo(new DeclaredLanguage("en", "html/0"));
        assertThat(declared("en", "de")).isNull();
    }
}
