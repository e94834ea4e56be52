package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser shows as a page's title: the headline, and the name of the site that its host tells. */
class BrowserTitleTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Storm ends | Daily Harbour, dailyharbour.example, Storm ends, Daily Harbour",
                "Storm ends - Daily Harbour, www.daily-harbour.co.uk, Storm ends, Daily Harbour",
                "Storm ends - Harbour, dailyharbour.example, Storm ends, Harbour",
                "Storm ends - The Daily Harbour News, dailyharbour.example, Storm ends, The Daily Harbour News",
                "Storm ends - World - Daily Harbour, dailyharbour.example, Storm ends - World, Daily Harbour",
                "Storm ends - Daily Harbour - Harbour, dailyharbour.example, Storm ends, Daily Harbour - Harbour",
                "Storm ends today | World | Daily Harbour, dailyharbour.example, Storm ends today, Daily Harbour",
                "Daily Harbour: Storm ends - at last, dailyharbour.example, Storm ends - at last, Daily Harbour",
                "Storm ends, dailyharbour.example, Storm ends, -",
                "Storm ends - Coast, dailyharbour.example, Storm ends - Coast, -",
                "Storm ends - Coast, -, Storm ends - Coast, -",
                "Storm ends | Coast, -, Storm ends, -",
                "Storm | Coast of both harbours, -, Storm | Coast of both harbours, -",
                "Storm ends - XYZ, xyz.example, Storm ends, XYZ",
                "Storm ends - XY, xy.example, Storm ends - XY, -",
                "Storm ends - Da, dailyharbour.example, Storm ends - Da, -",
            })
    void isTheHeadlineBesideTheSitesName(String title, @Nullable String host, String bare, @Nullable String site) {
        BrowserTitle given = BrowserTitle.given(title, host);
        assertThat(given.bare()).isEqualTo(bare);
        assertThat(given.site()).isEqualTo(site);
        assertThat(given.text()).isEqualTo(title);
        assertThat(given.line()).isEqualTo(-1);
    }

    @Test
    void beginsWithAPartThatAColonDoesNotEnd() {
        assertThat(BrowserTitle.given("Storm: ferry ends - World", null).start())
                .isEqualTo("Storm: ferry ends");
        assertThat(BrowserTitle.given("Storm ends", null).start()).isEqualTo("Storm ends");
    }

    @Test
    void knowsALineThatIsTheSitesNameAlone() {
        BrowserTitle title = BrowserTitle.given("Storm ends | Daily Harbour", "dailyharbour.example");
        assertThat(title.isSite("DAILY HARBOUR")).isTrue();
        assertThat(title.isSite("Daily Harbours")).isFalse();
        assertThat(BrowserTitle.given("Storm ends", null).isSite("Storm")).isFalse();
    }

    private static @Nullable Integer line(String... lines) {
        Page page = TestLabelling.mechanisms().page(TestLabelling.text(lines));
        BrowserTitle found = BrowserTitle.find(
                page, TestLabelling.label(TestLabelling.mechanisms(), lines).decisions(), null);
        return found == null ? null : found.line();
    }

    @Test
    void standsOnTheFirstLine() {
        assertThat(line("Storm ends today", MORE)).isZero();
        assertThat(line("Storm ends today")).isZero();
        assertThat(line("Home", "Storm ends today", MORE))
                .as("a line that is no title stands first")
                .isNull();
    }

    @Test
    void standsBelowALineThatIsSomethingElse() {
        assertThat(line("Share", "Storm ends today", MORE)).isEqualTo(1);
        assertThat(line("Share", "Share", "Storm ends today", MORE)).isNull();
    }

    @Test
    void hasThreeWordsAndFewDigits() {
        assertThat(line("Storm ends", MORE)).isNull();
        assertThat(line("Storm ends 2019-06-02 18:30 +0300", MORE)).isNull();
        assertThat(line("Storm ends again 2019", MORE)).isZero();
    }

    @Test
    void hasEightLettersWhereWordsHaveNoSpaces() {
        assertThat(line("渡船带着两只山羊", MORE)).isZero();
        assertThat(line("渡船带着两只羊", MORE)).isNull();
    }

    @Test
    void hasAtMostThreeHundredCharacters() {
        String long300 = "Storm ends ".repeat(30).substring(0, 299) + "x";
        assertThat(line(long300, MORE)).isZero();
        assertThat(line(long300 + "x", MORE)).isNull();
    }
}
