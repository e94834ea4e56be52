package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The headline of a page from round to round. */
class PageTitleTest {

    private final PageTitle unknown = new PageTitle(null);
    private final PageTitle given = new PageTitle("Ferry is back");

    @Test
    void takesTheFirstHeadlineThatIsShownWhereNoneIsKnown() {
        unknown.show("Ferry");
        unknown.show("Goats");
        assertThat(unknown.text()).isEqualTo("Ferry");
        given.show("Goats");
        assertThat(given.text()).isEqualTo("Ferry is back");
    }

    @Test
    void showsNothingWhenARoundBegins() {
        unknown.show("Ferry");
        assertThat(unknown.isShown()).isTrue();
        unknown.begin();
        assertThat(unknown.isShown()).isFalse();
        assertThat(unknown.text()).isEqualTo("Ferry");
    }

    @Test
    void forgetsWhatWasGivenOnceAnotherIsShown() {
        assertThat(given.isAnother()).isFalse();
        assertThat(given.isGiven()).isTrue();
        given.show("Ferry is back");
        assertThat(given.isAnother()).isFalse();
        given.show("Goats on board");
        assertThat(given.isAnother()).isTrue();
        assertThat(given.isGiven()).isFalse();
        assertThat(given.text()).isNull();
    }

    @Test
    void takesARepetitionForTheTitleWhereNoneWasKnown() {
        assertThat(unknown.repeat("Goats", false)).isFalse();
        assertThat(unknown.repeated()).isNull();
        assertThat(unknown.repeat("Ferry", true)).isTrue();
        assertThat(unknown.repeat("Goats", true)).isFalse();
        assertThat(unknown.repeat("Ferry", true)).isTrue();
        assertThat(unknown.repeated()).isEqualTo("Ferry");
        assertThat(unknown.isShown()).isTrue();
    }

    @Test
    void takesNoRepetitionForTheTitleWhereOneWasKnown() {
        assertThat(given.repeat("Goats", true)).isFalse();
        assertThat(given.repeated()).isNull();
        assertThat(given.isShown()).isTrue();
    }
}
