package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a browser's title is parted, and which part may be the headline. */
class TitlePartsTest {

    /** The parts, with a stroke where something parts strongly, an equals sign where a colon does, a plus elsewhere. */
    private static String parted(String title) {
        StringBuilder parts = new StringBuilder();
        int from = 0;
        for (TitleParts.Parting parting : TitleParts.of(title)) {
            parts.append(title, from, parting.start()).append(parting.strong() ? '/' : parting.colon() ? '=' : '+');
            from = parting.end();
        }
        return parts.append(title, from, title.length()).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storm ends | Daily Harbour => Storm ends/Daily Harbour",
                "Storm ends|Daily Harbour => Storm ends/Daily Harbour",
                "Storm ends｜Daily Harbour => Storm ends/Daily Harbour",
                "Storm ends - World – Daily Harbour => Storm ends+World+Daily Harbour",
                "Storm ends :: harbour.example => Storm ends/harbour.example",
                "Storm: ferry ends => Storm=ferry ends",
                "Storm : ferry ends => Storm+ferry ends",
                "At 10:30 the storm ends => At 10:30 the storm ends",
                "Storm-bound => Storm-bound",
                "Storm- bound => Storm- bound",
                "Why snake_case stays => Why snake_case stays",
                "Storm ends_Daily Harbour => Storm ends/Daily Harbour",
                "Storm ends » Daily Harbour => Storm ends+Daily Harbour",
                "Storm ends» Daily Harbour => Storm ends» Daily Harbour",
                "Storm ends / Daily Harbour => Storm ends+Daily Harbour",
                "and/or => and/or",
                "港口疏浚_科技_港湾网 => 港口疏浚/科技/港湾网",
                "港口疏浚-港湾网 => 港口疏浚+港湾网",
                "港口疏浚丨港湾网 => 港口疏浚/港湾网",
                "Harbour丨news => Harbour丨news",
                "港口：疏浚 => 港口=疏浚",
                "T-シャツ => T-シャツ",
                "| Storm ends | => | Storm ends |",
                "Storm ends | - | Daily => Storm ends/Daily",
            })
    void areSetApartBySigns(String example) {
        String[] both = example.split(" => ");
        assertThat(parted(both[0])).isEqualTo(both[1]);
    }

    @Test
    void areNoneOfALongLine() {
        String title = "Storm ends | " + "a | ".repeat(121) + "abc";
        assertThat(title).hasSize(500);
        assertThat(TitleParts.of(title)).hasSize(122);
        assertThat(TitleParts.of(title + "d")).isEmpty();
        assertThat(headline(title, "Storm ends")).isTrue();
        assertThat(headline(title + "d", "Storm ends")).isFalse();
    }

    private static boolean headline(String title, String heading) {
        return TitleParts.isHeadline(title, heading, false);
    }

    @Test
    void areTheHeadlineInFrontOrTheLongest() {
        assertThat(headline("Storm ends | Daily Harbour", " STORM ends ")).isTrue();
        assertThat(headline("Daily Harbour | Storm ends at last", "Storm ends at last"))
                .isTrue();
        assertThat(headline("Daily Harbour | Storm ends", "Storm ends"))
                .as("shorter than another part")
                .isFalse();
        assertThat(headline("Storm | Daily Harbour of Vallmark", "Storm"))
                .as("far shorter")
                .isFalse();
        assertThat(headline("World | Storm ends | Daily", "Storm ends | Daily")).isTrue();
        assertThat(headline("Storm ends soon", "Storm ends")).as("no part").isFalse();
        assertThat(headline("Storm ends", "Storm ends")).as("the whole title").isFalse();
        assertThat(headline("Storm ends | Daily", "")).isFalse();
        assertThat(headline("Storms | Storm | Day", "Storm"))
                .as("where it stands as a part")
                .isFalse();
        assertThat(headline("Storm at sea | Storm | Day", "Storm")).isFalse();
    }

    @Test
    void haveAKickerOnlyWhereItIsAllowed() {
        assertThat(TitleParts.isHeadline("Interview: Storm ends today", "Storm ends today", true))
                .isTrue();
        assertThat(TitleParts.isHeadline("Interview: Storm ends today", "Storm ends today", false))
                .isFalse();
        assertThat(TitleParts.isHeadline("Storm ends: ferry sails", "Storm ends", true))
                .as("a headline goes on behind a colon")
                .isFalse();
    }

    @Test
    void mayBeShorterInFront() {
        List<String> found = new ArrayList<>();
        for (String first : List.of("Abc", "Abcd", "Abcde")) {
            if (headline(first + " | Daily news", first)) {
                found.add(first);
            }
        }
        assertThat(found).containsExactly("Abcd", "Abcde");
    }
}
