package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.HeadValue;
import dev.winnow.document.SourceDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTest {

    private static final List<HeadValue> HEAD = List.of(
            new HeadValue("description", "Goats on board", "html/meta"),
            new HeadValue("title", "Ferry is back", "html/json-ld"),
            new HeadValue("url", "https://www.harbour.example/a", "html/canonical"),
            new HeadValue("title", "Ferry is back - Harbour", "html/title"),
            new HeadValue("url", "https://other.example/a", "html/open-graph"));

    private static SourceDocument source(Object title) {
        return SourceDocument.builder("-", SourceDocument.Form.HTML, "")
                .extra(Map.of("title", title))
                .build();
    }

    @Test
    void takesTheTitleOfTheInputBeforeThatOfThePage() {
        assertThat(Known.of(source(" Ferry sails "), null, HEAD).title()).isEqualTo("Ferry sails");
        assertThat(Known.of(source(" "), null, HEAD).title()).isEqualTo("Ferry is back");
        assertThat(Known.of(source(7), null, HEAD).title()).isEqualTo("Ferry is back");
        assertThat(Known.of(source(7), null, List.of()).title()).isNull();
    }

    @Test
    void takesTheAddressOfTheInputBeforeThatOfThePage() {
        SourceDocument source = SourceDocument.html("-", "");
        assertThat(Known.of(source, null, HEAD).host()).isEqualTo("harbour.example");
        assertThat(Known.of(source.withUrl("https://sea.example/b"), null, HEAD).host())
                .isEqualTo("sea.example");
        assertThat(Known.of(source, "en", List.of()).host()).isNull();
        assertThat(Known.of(source, "en", List.of()).language()).isEqualTo("en");
    }
}
