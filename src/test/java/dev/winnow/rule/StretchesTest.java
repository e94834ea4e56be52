package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.document.SourceDocument;
import org.junit.jupiter.api.Test;

/** Rules that take a stretch of a line. */
class StretchesTest {

    private static final String EXAMPLES = "  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private static String text(String rule, String... lines) {
        String yaml = "pack: harbour.com\nname: Harbour\nhosts: [harbour.com]\nrules:\n- id: r\n"
                + rule.strip().indent(2) + EXAMPLES;
        return Winnow.builder()
                .builtinRules(false)
                .rules("rules.yaml", yaml)
                .build()
                .clean(SourceDocument.of("-", String.join("\n", lines)).withUrl("https://harbour.com/1"))
                .text();
    }

    @Test
    void atTheStart() {
        String rule = "label: share\ninside: {start: \"Share:\"}";
        assertThat(text(rule, "Share: the boats")).isEqualTo("the boats");
        assertThat(text(rule, "The boats Share:")).isEqualTo("The boats Share:");
    }

    @Test
    void atTheEnd() {
        String rule = "label: share\ninside: {end: \"(Share)\"}";
        assertThat(text(rule, "The boats (Share)")).isEqualTo("The boats");
        assertThat(text(rule, "(Share) the boats")).isEqualTo("(Share) the boats");
    }

    @Test
    void anywhereAndSeveralTimes() {
        String rule = "label: share\ninside: {anywhere: \"(Share)\"}";
        assertThat(text(rule, "The (Share) boats (Share) came (Share)")).isEqualTo("The boats came");
        assertThat(text(rule, "(Share)(Share) boats")).isEqualTo("boats");
        assertThat(text(rule, "(Share)", "boats")).isEqualTo("boats");
    }

    @Test
    void ofProseOnlyWhereTheRuleNamesIt() {
        String prose = "The ferry left the harbour at noon on Sunday, four days late (Share).";
        String rule = "label: share\ninside: {anywhere: \"(Share)\"}";
        assertThat(text(rule, prose)).isEqualTo(prose);
        assertThat(text(rule + "\nshape: any", prose))
                .isEqualTo("The ferry left the harbour at noon on Sunday, four days late .");
    }

    @Test
    void forAReason() {
        Winnow winnow = Winnow.builder()
                .builtinRules(false)
                .rules(
                        "rules.yaml",
                        "pack: harbour.com\nhosts: [harbour.com]\nrules:\n- id: r\n  label: share\n"
                                + "  inside: {end: [\"(Share)\", \"(Tell {any})\"]}\n" + EXAMPLES)
                .build();
        SourceDocument page = SourceDocument.of("-", "The boats (Share)\nThe goats (Tell all)")
                .withUrl("https://harbour.com/1");
        assertThat(winnow.clean(page).ledger().entries())
                .filteredOn(entry -> entry.label() == Label.SHARE)
                .extracting(Ledger.Entry::why)
                .containsExactly("matches '(Share)'", "matches '(Tell {any})'");
    }

    @Test
    void withWhiteSpaceThatDoesNotCount() {
        assertThat(text("label: share\ninside: {end: \"Share now\"}", "The boats   Share \u00A0 now"))
                .isEqualTo("The boats");
    }
}
