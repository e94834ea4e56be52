package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Label;
import dev.winnow.document.Shape;
import dev.winnow.rule.Budget;
import dev.winnow.rule.Conditions;
import dev.winnow.rule.DateSettings;
import dev.winnow.rule.Example;
import dev.winnow.rule.Matcher;
import dev.winnow.rule.Rule;
import dev.winnow.rule.RulePack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleLoaderTest {

    private static final Path DESIGN = Path.of("src/test/resources/rules/design");

    @Test
    void readsThePackOfTheDesign() {
        LoadedRules rules = new RuleLoader().load(List.of(RuleRoot.of(DESIGN)));

        assertThat(DiagnosticPrinter.print(rules)).isEmpty();
        RulePack pack = rules.sources().packs().get(0);
        assertThat(pack.id()).isEqualTo("trtworld.com");
        assertThat(pack.hosts()).containsExactly("trtworld.com", "*.trtworld.com");
        assertThat(pack.fingerprints()).hasSize(2);
        assertThat(pack.dates()).isEqualTo(new DateSettings(DateSettings.Order.YMD, ZoneOffset.ofHours(3)));
        assertThat(pack.valid().from()).isEqualTo(LocalDate.of(2017, 1, 1));
        assertThat(pack.rules())
                .extracting(Rule::id)
                .containsExactly("trtworld.com/header", "trtworld.com/recommended", "trtworld.com/explore");
        assertThat(rules.sources()
                        .lexicons()
                        .get("recommended_heading")
                        .orElseThrow()
                        .words())
                .containsEntry("fr", List.of("À lire aussi"));
    }

    @Test
    void readsMatchersConditionsAndExamples() {
        List<Rule> rules = new RuleLoader()
                .load(List.of(RuleRoot.of(DESIGN)))
                .sources()
                .packs()
                .get(0)
                .rules();

        Matcher.OfLines header = (Matcher.OfLines) rules.get(0).matcher();
        assertThat(header.parts()).hasSize(7);
        assertThat(header.parts().get(3).label()).isEqualTo(Label.STANDFIRST);
        assertThat(header.parts().get(3).shapes()).isEqualTo(Conditions.ANY_SHAPE);
        Example hit = rules.get(0).examples().get(0);
        assertThat(hit.gives())
                .isEqualTo(Map.of("published", "2019-06-02", "section", "WORLD", "reading_minutes", "4"));

        Matcher.OfRange recommended = (Matcher.OfRange) rules.get(1).matcher();
        assertThat(recommended.whileShape()).isEqualTo(Shape.LINK_LIKE);
        assertThat(recommended.atMost()).isEqualTo(12);
        assertThat(rules.get(1).budget()).isEqualTo(Budget.OF_RANGE);

        assertThat(((Matcher.OfRange) rules.get(2).matcher()).toEnd()).isTrue();
        assertThat(rules.get(2).conditions().unless().following()).isEqualTo(Map.of(Shape.SENTENCE_LIKE.bit(), 2));
    }
}
