package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Image;
import dev.winnow.document.Metadata;
import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which caption and which credit are of one picture. */
class PicturesTest {

    private static final String BOATS = "Boats in the harbour";
    private static final String TOWER = "A lighthouse";

    private static List<Image> images(FindingsBuilder page) {
        return page.read().images();
    }

    @Test
    void aCreditStandsBeforeItsCaptionInOneMatchOnly() {
        assertThat(images(page().capture(Field.CREDIT, "Ada Holm").sameMatch(Field.CAPTION, BOATS)))
                .containsExactly(new Image(BOATS, "Ada Holm"));
        assertThat(images(page().capture(Field.CREDIT, "Ada Holm").capture(Field.CAPTION, BOATS)))
                .containsExactly(new Image(null, "Ada Holm"), new Image(BOATS, null));
    }

    @Test
    void aCreditIsOfTheNearestCaptionBefore() {
        assertThat(images(page().capture(Field.CAPTION, BOATS)
                        .sameMatch(Field.CAPTION, TOWER)
                        .sameMatch(Field.CREDIT, "Ada Holm")))
                .containsExactly(new Image(BOATS, null), new Image(TOWER, "Ada Holm"));
    }

    @Test
    void aCaptionHasOneCredit() {
        assertThat(images(page().capture(Field.CAPTION, BOATS)
                        .sameMatch(Field.CREDIT, "Ada Holm")
                        .sameMatch(Field.CREDIT, "Jon Halder")))
                .containsExactly(new Image(BOATS, "Ada Holm"), new Image(null, "Jon Halder"));
    }

    @Test
    void aCaptionThatStandsAgainIsNearWhereItStoodLast() {
        assertThat(images(page().capture(Field.CAPTION, BOATS)
                        .further()
                        .capture(Field.CAPTION, "boats in the HARBOUR")
                        .capture(Field.CREDIT, "Ada Holm")))
                .containsExactly(new Image(BOATS, "Ada Holm"));
    }

    @Test
    void aCreditThatStandsAgainIsNoOtherPicture() {
        assertThat(images(page().capture(Field.CREDIT, "Ada Holm").further().capture(Field.CREDIT, "ADA HOLM")))
                .containsExactly(new Image(null, "Ada Holm"));
        assertThat(images(page().capture(Field.CAPTION, BOATS)
                        .sameMatch(Field.CREDIT, "Ada Holm")
                        .nextLine(Field.CREDIT, "Ada Holm")))
                .containsExactly(new Image(BOATS, "Ada Holm"));
    }

    @Test
    void theCreditOfAPictureMayAlsoBeAnothers() {
        assertThat(images(page().capture(Field.CAPTION, BOATS)
                        .sameMatch(Field.CREDIT, "Ada Holm")
                        .further()
                        .capture(Field.CREDIT, "Ada Holm")))
                .containsExactly(new Image(BOATS, "Ada Holm"), new Image(null, "Ada Holm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(Photo: Ada Holm) The harbour in spring",
                "Photo: Ada Holm and all of the boats and goats that came along with her to the harbour in spring",
                "The harbour in spring. Photo: Ada Holm"
            })
    void whatTellsMoreThanWhoseAPictureIsIsACaption(String caption) {
        assertThat(images(page().capture(Field.CAPTION, caption)))
                .extracting(Image::caption)
                .containsExactly(caption);
    }

    @Test
    void aCreditInPlaceOfACaptionHasAtMostEightyCharacters() {
        String credit = "Photo: " + "Ada Holm and ".repeat(6).substring(0, 73);
        assertThat(images(page().capture(Field.CAPTION, credit)))
                .extracting(Image::caption)
                .containsOnlyNulls();
        assertThat(images(page().capture(Field.CAPTION, credit + "s")))
                .extracting(Image::caption)
                .containsExactly(credit + "s");
    }

    @Test
    void oneBarIsNoMenu() {
        assertThat(images(page().capture(Field.CAPTION, "The harbour | in spring")))
                .extracting(Image::caption)
                .containsExactly("The harbour | in spring");
        assertThat(images(page().capture(Field.CAPTION, "港口｜新闻｜视频"))).isEmpty();
        assertThat(page().capture(Field.CREDIT, "NEWS | ARCHIVE | VIDEO").read().credits())
                .isEmpty();
    }

    @Test
    void aTextIsNoCredit() {
        String name = "Ada Holm of the harbour, ".repeat(16);
        assertThat(page().capture(Field.CREDIT, name.substring(0, 399) + "a")
                        .read()
                        .credits())
                .hasSize(1);
        assertThat(page().capture(Field.CREDIT, name.substring(0, 399) + "aa")
                        .read()
                        .credits())
                .isEmpty();
    }

    @Test
    void namesTheRulesThatFoundThem() {
        Metadata metadata = page().capture(Field.CAPTION, BOATS)
                .capture(Field.CREDIT, "Ada Holm")
                .capture(Field.CAPTION, TOWER)
                .capture(Field.CREDIT, "Jon Halder")
                .read();
        assertThat(metadata.evidence())
                .containsEntry("caption", "common/caption0")
                .containsEntry("credit", "common/credit1");
        assertThat(metadata.credits()).containsExactly("Ada Holm", "Jon Halder");
    }
}
