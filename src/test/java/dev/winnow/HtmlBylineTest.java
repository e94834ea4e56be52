package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.document.SourceDocument;
import org.junit.jupiter.api.Test;

/** Authors of pages of HTML whose head names none: the lines around the headline. */
class HtmlBylineTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    private static final String PROSE = """
            <p>The first ferry left the harbour of Vallmark on Sunday morning, full to the last seat, and the town saw it off.</p>
            <p>It came back in the evening with the post and two goats on board, and nobody had paid for either of them.</p>
            """;

    private static Metadata read(String head, String below) {
        return WINNOW.clean(SourceDocument.html(
                        "a",
                        "<html><head><title>Ferry returns with goats</title>" + head
                                + "</head><body><main><h1>Ferry returns with goats</h1>" + below + PROSE
                                + "</main></body></html>"))
                .metadata();
    }

    @Test
    void standBehindAWordForBy() {
        Metadata metadata = read("", "<div class=x1><div>harbour</div><div>von Ada Holm</div></div>");
        assertThat(metadata.authors()).containsExactly("Ada Holm");
        assertThat(metadata.evidence()).containsEntry("authors", "mechanism/byline-near-title");
    }

    @Test
    void standInTheLineOfTheDate() {
        assertThat(read("", "<div>Ada Holm | 06.06.2021</div>").authors()).containsExactly("Ada Holm");
    }

    @Test
    void standInAnElementThatIsCalledSo() {
        assertThat(read("", "<div class='story-byline__9xQ'><span>Ada Holm</span></div>")
                        .authors())
                .containsExactly("Ada Holm");
    }

    @Test
    void areNoNamesThatNothingCallsSo() {
        assertThat(read("", "<div>Ada Holm</div><div>6 June 2021</div>").authors())
                .isEmpty();
    }

    @Test
    void giveWayToThoseOfTheHead() {
        assertThat(read("<meta name=author content='Jaro Benes'>", "<div>By Ada Holm</div>")
                        .authors())
                .containsExactly("Jaro Benes");
    }

    @Test
    void areNoAgenciesWhichHaveAFieldOfTheirOwn() {
        Metadata metadata = read("<meta name=author content='Reuters'>", "");
        assertThat(metadata.authors()).isEmpty();
        assertThat(metadata.agency()).isEqualTo("Reuters");
        assertThat(metadata.evidence()).containsEntry("agency", "html/meta");
        assertThat(read("<meta name=author content='Ada Holm, Reuters'>", "").agency())
                .isEqualTo("Reuters");
        assertThat(read(
                                "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"author\": "
                                        + "{\"@type\": \"Organization\", \"name\": \"dpa\"}}</script>",
                                "")
                        .agency())
                .isEqualTo("dpa");
        assertThat(read("<meta name=author content='Ada Holm'>", "").agency()).isNull();
    }

    @Test
    void areReadInPartsFromJsonLd() {
        assertThat(read(
                                "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"author\": "
                                        + "{\"@type\": \"Person\", \"givenName\": \"Ada\", \"familyName\": \"Holm\"}}</script>",
                                "")
                        .authors())
                .containsExactly("Ada Holm");
        assertThat(read(
                                "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"author\": "
                                        + "{\"@type\": \"Person\", \"familyName\": \"Holm\"}}</script>",
                                "")
                        .authors())
                .isEmpty();
    }
}
