package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To which site a page belongs. */
class SitesTest {

    private static final String RULE =
            "rules:\n- id: r\n  label: share\n  line: Share\n  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private static Winnow packs(String... keys) {
        WinnowBuilder builder = Winnow.builder().builtinRules(false);
        for (int i = 0; i < keys.length; i++) {
            builder.rules("pack" + i + ".yaml", "pack: " + keys[i].replace("; ", "\n") + "\n" + RULE);
        }
        return builder.build();
    }

    private static @Nullable String ofHost(Winnow winnow, String host, @Nullable String day) {
        return winnow.rules()
                .sites()
                .ofHost(host, day == null ? null : LocalDate.parse(day))
                .map(RulePack::name)
                .orElse(null);
    }

    private static ScannedPage page(Winnow winnow, String... lines) {
        return winnow.rules().scan(winnow.page(SourceDocument.of("-", String.join("\n", lines))));
    }

    private static @Nullable String ofPage(Winnow winnow, @Nullable String day, String... lines) {
        return winnow.rules()
                .sites()
                .ofPage(page(winnow, lines), day == null ? null : LocalDate.parse(day))
                .map(RulePack::id)
                .orElse(null);
    }

    private static List<String> misses(Winnow winnow, @Nullable String host, @Nullable LocalDate day, String... lines) {
        return winnow.rules().sites().misses(page(winnow, lines), host, day);
    }

    @Test
    void isThatOfItsHostOrElseOfTheNearestAround() {
        Winnow winnow = packs(
                "harbour.com; name: Harbour; hosts: [harbour.com, '*.harbour.com']",
                "news.harbour.com; name: News; hosts: [news.harbour.com]");
        assertThat(ofHost(winnow, "harbour.com", null)).isEqualTo("Harbour");
        assertThat(ofHost(winnow, "a.b.harbour.com", null)).isEqualTo("Harbour");
        assertThat(ofHost(winnow, "news.harbour.com", null)).isEqualTo("News");
        assertThat(ofHost(winnow, "a.news.harbour.com", null)).isEqualTo("Harbour");
        assertThat(ofHost(winnow, "bigharbour.com", null)).isNull();
        assertThat(ofHost(winnow, "com", null)).isNull();
    }

    @Test
    void isTheOneWhoseLayoutIsOfTheDay() {
        Winnow winnow = packs(
                "harbour.com; name: Old; hosts: [harbour.com]; valid: {until: 2019-12-31}",
                "new.harbour.com; name: New; hosts: [harbour.com]; valid: {from: 2020-01-01, until: 2020-12-31}");
        assertThat(ofHost(winnow, "harbour.com", "2019-12-31")).isEqualTo("Old");
        assertThat(ofHost(winnow, "harbour.com", "2020-01-01")).isEqualTo("New");
        assertThat(ofHost(winnow, "harbour.com", "2021-01-01")).isNull();
        assertThat(ofHost(winnow, "harbour.com", null)).isEqualTo("Old");
    }

    @Test
    void isTheOneOfWhichItShowsMost() {
        Winnow winnow = packs(
                "a.com; fingerprint: [From the coast]",
                "b.com; fingerprint: [Harbour Daily, All of the news]",
                "c.com; fingerprint: [Harbour Daily]; valid: {from: 2020-01-01}");
        assertThat(ofPage(winnow, null, "From the coast", "Boats")).isEqualTo("a.com");
        assertThat(ofPage(winnow, null, "Harbour Daily", "All of the news", "From the coast"))
                .isEqualTo("b.com");
        assertThat(ofPage(winnow, null, "Harbour Daily"))
                .as("of two that show the same the first name")
                .isEqualTo("b.com");
        assertThat(ofPage(winnow, "2020-02-02", "Goats")).isNull();
        assertThat(ofPage(packs("c.com; fingerprint: [Goats]; valid: {from: 2020-01-01}"), "2019-01-01", "Goats"))
                .isNull();
    }

    private static Winnow twoLines() {
        return packs("a.com; fingerprint: [['{section} of the coast', 'Home of {section}', Boats]]");
    }

    @Test
    void mayBeKnownByLinesBelowEachOther() {
        Winnow winnow = twoLines();
        assertThat(ofPage(winnow, null, "Sport of the coast", "Home of sport", "Boats"))
                .isEqualTo("a.com");
        assertThat(ofPage(winnow, null, "Goats", "Sport of the coast", "Home of sport", "Boats", "Goats"))
                .isEqualTo("a.com");
        assertThat(ofPage(winnow, null, "Sport of the coast", "Home of money", "Boats"))
                .as("the same name has the same text")
                .isNull();
        assertThat(ofPage(winnow, null, "Sport of the coast", "Boats", "Home of sport"))
                .isNull();
        assertThat(ofPage(winnow, null, "Sport of the coast", "Home of sport")).isNull();
        assertThat(ofPage(winnow, null, "Home of sport", "Boats")).isNull();
    }

    @Test
    void isToldWhyItIsOfNone() {
        Winnow winnow = twoLines();
        assertThat(misses(winnow, null, null, "Sport of the coast", "Home of money", "Boats"))
                .containsExactly("a.com: fingerprint: 3 of 3 lines fit; two slots of one field hold different texts");
        assertThat(misses(winnow, null, null, "Sport of the coast", "Goats", "Boats"))
                .containsExactly("a.com: fingerprint: 2 of 3 lines fit; line 2 does not fit 'Home of {section}'");
        assertThat(misses(winnow, null, null, "Goats", "Home of sport", "Boats"))
                .containsExactly("a.com: fingerprint: 2 of 3 lines fit; line 1 does not fit '{section} of the coast'");
        assertThat(misses(winnow, null, null, "Boats"))
                .containsExactly("a.com: fingerprint: 1 of 3 lines fit; no line is there for '{section} of the coast'");
        assertThat(misses(winnow, null, null, "Sail the coast of", "Home of sport", "Goats"))
                .as("none of its lines fits")
                .isEmpty();
        assertThat(misses(winnow, null, null, "Home of sport", "Boats"))
                .containsExactly("a.com: fingerprint: 2 of 3 lines fit; no line is there for '{section} of the coast'");
    }

    @Test
    void isToldThatItsHostIsNotKnownOrItsDayAnother() {
        Winnow winnow =
                packs("harbour.com; hosts: [harbour.com]; fingerprint: [Harbour Daily]; valid: {from: 2020-01-01}");
        LocalDate day = LocalDate.of(2019, 6, 2);
        assertThat(misses(winnow, "harbour.com", day, "Harbour Daily"))
                .containsExactly("harbour.com is not valid ('valid') on the day of this page, 2019-06-02");
        assertThat(misses(winnow, null, day, "Harbour Daily"))
                .containsExactly("harbour.com is not valid ('valid') on the day of this page, 2019-06-02");
        assertThat(misses(winnow, "harbor.com", day, "Harbour Daily"))
                .containsExactly("no pack names the host harbor.com; did you mean 'harbour.com'?");
    }

    @Test
    void hasAnId() {
        Winnow winnow = packs("a.com; fingerprint: [From the coast]", "common");
        assertThat(winnow.rules().sites().byId("a.com")).map(RulePack::id).contains("a.com");
        assertThat(winnow.rules().sites().byId("common")).isEmpty();
        assertThat(winnow.rules().sites().byId("b.com")).isEmpty();
    }
}
