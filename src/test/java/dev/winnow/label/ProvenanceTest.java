package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.label.Provenance.Rank;
import dev.winnow.rule.Field;
import dev.winnow.rule.RulePack;
import org.junit.jupiter.api.Test;

/** Where values come from, and which belong together. */
class ProvenanceTest {

    private static Provenance match(int number, int line) {
        return new Provenance.Match("common/rule", Rank.COMMON, number, line);
    }

    private static RulePack site() {
        Winnow winnow = TestLabelling.winnow(
                "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]\nmetadata: {title: h2.top, authors: i.who}",
                "id: share\nlabel: share\nline: Share");
        return TestLabelling.html(winnow, "<h2 class=top>Ferry</h2><p>" + TestLabelling.PROSE + "</p>")
                .site();
    }

    @Test
    void knowsValuesOfOneMatch() {
        assertThat(match(1, 4).isOfMatch(match(1, 7))).isTrue();
        assertThat(match(1, 4).isOfMatch(match(2, 4))).isFalse();
        assertThat(match(1, 4).isOfMatch(new Provenance.NearTitle(4))).isFalse();
    }

    @Test
    void knowsMatchesSideBySide() {
        assertThat(match(1, 4).isNear(match(2, 5))).isTrue();
        assertThat(match(1, 4).isNear(match(2, 3))).isTrue();
        assertThat(match(1, 4).isNear(match(2, 6))).isFalse();
        assertThat(match(1, 4).isNear(match(1, 9))).isTrue();
        assertThat(match(1, 4).isNear(new Provenance.NearTitle(4))).isFalse();
    }

    @Test
    void knowsSelectorsSideBySide() {
        RulePack site = site();
        Provenance second = new Provenance.Selected(site, 1);
        assertThat(second.isNear(new Provenance.Selected(site, 0))).isTrue();
        assertThat(second.isNear(new Provenance.Selected(site, 2))).isTrue();
        assertThat(second.isNear(new Provenance.Selected(site, 3))).isFalse();
        assertThat(second.isNear(match(1, 1))).isFalse();
        assertThat(second.isOfMatch(new Provenance.Selected(site, 1))).isFalse();
        assertThat(second.evidence()).isEqualTo("harbour.example/metadata");
        assertThat(second.rank()).isEqualTo(Rank.SITE);
        assertThat(second.line()).isEmpty();
    }

    @Test
    void takesOtherPlacesForOneOnlyWhereTheyAreTheSame() {
        assertThat(new Provenance.NearTitle(4).isOfMatch(new Provenance.NearTitle(4)))
                .isTrue();
        assertThat(new Provenance.NearTitle(4).isNear(new Provenance.NearTitle(5)))
                .isFalse();
        assertThat(new Provenance.Head("html/json-ld").isNear(new Provenance.Head("html/json-ld")))
                .isTrue();
        assertThat(new Provenance.Head("html/json-ld").isOfMatch(new Provenance.Head("html/meta")))
                .isFalse();
    }

    @Test
    void saysWhereAValueStandsAndOnWhoseWord() {
        assertThat(match(1, 4).line()).hasValue(4);
        assertThat(new Provenance.NearTitle(3).line()).hasValue(3);
        assertThat(new Provenance.OnPage(5, true).line()).hasValue(5);
        assertThat(new Provenance.Repeated().line()).isEmpty();
        assertThat(new Provenance.Head("html/meta").rank()).isEqualTo(Rank.HEAD);
        assertThat(new Provenance.Repeated().rank()).isEqualTo(Rank.COMMON);
        assertThat(Rank.of(true)).isEqualTo(Rank.SITE);
        assertThat(Rank.of(false)).isEqualTo(Rank.COMMON);
    }

    @Test
    void namesTheMechanism() {
        assertThat(new Provenance.NearTitle(3).evidence()).isEqualTo("mechanism/date-near-title");
        assertThat(new Provenance.OnPage(5, true).evidence()).isEqualTo("mechanism/date-on-page");
        assertThat(new Provenance.Repeated().evidence()).isEqualTo("mechanism/repeated-title");
        Capture capture = new Capture(Field.TITLE, "Ferry", match(1, 4));
        assertThat(capture.rule()).isEqualTo("common/rule");
        assertThat(capture.ofMarkup()).isFalse();
        assertThat(new Capture(Field.TITLE, "Ferry", new Provenance.NearTitle(3)).ofMarkup())
                .isTrue();
    }
}
