package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackTextTest {

    private static final String RULE = "- id: share\n  label: share\n  line: Share\n";

    @Test
    void addsTheFirstRuleOfASkeleton() {
        PackText.Changed changed = new PackText(PackText.skeleton("harbour.example", "en")).add(RULE);

        assertThat(changed.yaml())
                .startsWith("pack: harbour.example\nhosts: [harbour.example, \"*.harbour.example\"]\nlanguages: [en]\n")
                .endsWith("rules:\n" + RULE);
        assertThat(changed.yaml().lines().toList().get(changed.line() - 1)).isEqualTo("- id: share");
    }

    @Test
    void addsBehindTheLastRuleAsTheOthersAreIndented() {
        PackText.Changed changed =
                new PackText("pack: a.example\nrules:\n  # The menu.\n  - id: menu\n    line: Menu\n").add(RULE);

        assertThat(changed.yaml())
                .isEqualTo("pack: a.example\nrules:\n  # The menu.\n  - id: menu\n    line: Menu\n\n"
                        + "  - id: share\n    label: share\n    line: Share\n");
        assertThat(changed.line()).isEqualTo(7);
    }

    @Test
    void addsBeforeTheNextKeyAndItsComment() {
        PackText.Changed changed =
                new PackText("rules:\n- id: menu\n  line: Menu\n\n# Dates.\ndates: {order: dmy}\n").add(RULE);

        assertThat(changed.yaml())
                .isEqualTo("rules:\n- id: menu\n  line: Menu\n\n" + RULE + "\n# Dates.\ndates: {order: dmy}\n");
    }

    @Test
    void addsWhereThereAreNoRulesYet() {
        assertThat(new PackText("pack: a.example").add(RULE).yaml()).isEqualTo("pack: a.example\n\nrules:\n" + RULE);
        assertThat(new PackText("rules: []\nname: A\n").add(RULE).yaml()).isEqualTo("rules:\n" + RULE + "\nname: A\n");
    }

    @Test
    void numbersAnIdThatIsTaken() {
        String once = new PackText("rules:\n").add(RULE).yaml();

        assertThat(new PackText(once).add(RULE).yaml())
                .contains("- id: share\n")
                .contains("- id: share-2\n");
    }

    @Test
    void keepsBlankLinesWithinTextsOfARule() {
        String rule = "- id: a\n  examples:\n  - hit: |\n      one\n\n      two\n";

        assertThat(new PackText("rules:\n").add(rule).yaml()).isEqualTo("rules:\n" + rule);
    }

    @Test
    void setsTheOrderOfDays() {
        assertThat(new PackText("pack: a\n\nrules:\n").setOrder("dmy").yaml())
                .isEqualTo("pack: a\ndates: {order: dmy}\n\nrules:\n");
        assertThat(new PackText("dates: {order: mdy, zone: \"+01:00\"}\n")
                        .setOrder("dmy")
                        .yaml())
                .isEqualTo("dates: {order: dmy, zone: \"+01:00\"}\n");
        assertThat(new PackText("dates: {zone: Europe/Rome}\n").setOrder("dmy").yaml())
                .isEqualTo("dates: {order: dmy, zone: Europe/Rome}\n");
        assertThat(new PackText("dates:\n  zone: Europe/Rome\nrules:\n")
                        .setOrder("ymd")
                        .yaml())
                .isEqualTo("dates:\n  order: ymd\n  zone: Europe/Rome\nrules:\n");
        assertThat(new PackText("dates:\n  zone: Europe/Rome\n  order: dmy\n")
                        .setOrder("ymd")
                        .yaml())
                .isEqualTo("dates:\n  zone: Europe/Rome\n  order: ymd\n");
    }
}
