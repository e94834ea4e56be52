package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When rules and packs apply, one condition at a time. */
class RuleConditionsTest {

    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";
    private static final String MORE = "Nobody was hurt in the storm, the harbour master told the council later.";
    private static final String GERMAN =
            "Die Fähre hat den Hafen am Sonntag nach dem Sturm wieder verlassen, und es gab dort keine Verletzten.";

    private static final String EXAMPLES = "  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private static Winnow winnow(String yaml) {
        return Winnow.builder().builtinRules(false).rules("rules.yaml", yaml).build();
    }

    private static String html(String body) {
        return "<html><head><title>Ferry</title></head><body>" + body + "</body></html>";
    }

    private static String text(Winnow winnow, String html) {
        return winnow.clean(SourceDocument.html("-", html)).text();
    }

    @Test
    void leavesPagesOfALanguageOutWhereItIsTheException() {
        Winnow winnow =
                winnow("pack: common\nrules:\n- id: weiter\n  label: related\n  line: Mehr\n  unless: {language: de}\n"
                        + EXAMPLES);
        assertThat(winnow.clean(GERMAN + "\nMehr\n" + GERMAN + " Und so.").text())
                .contains("Mehr");
        assertThat(winnow.clean(PROSE + "\nMehr\n" + MORE).text()).doesNotContain("Mehr");
    }

    @Test
    void appliesWithAnExceptionForALanguageWhereThePagesIsUnknown() {
        Winnow winnow =
                winnow("pack: common\nrules:\n- id: weiter\n  label: related\n  line: Mehr\n  unless: {language: de}\n"
                        + EXAMPLES);
        assertThat(winnow.clean("Fjord 1 2 3\nMehr").text()).isEqualTo("Fjord 1 2 3");
    }

    @Test
    void takesTemplatesOfThePagesLanguageAndThoseOfAny() {
        Winnow winnow =
                winnow("pack: common\nrules:\n- id: more\n  label: related\n  line: {de: [Mehr dazu], any: See also}\n"
                        + EXAMPLES);
        assertThat(winnow.clean(GERMAN + "\nMehr dazu\nSee also\n" + GERMAN + " Und so.")
                        .text())
                .doesNotContain("Mehr dazu")
                .doesNotContain("See also");
        assertThat(winnow.clean(PROSE + "\nMehr dazu\nSee also\n" + MORE).text())
                .contains("Mehr dazu")
                .doesNotContain("See also");
    }

    private static final String PORTUGUESE =
            "O barco deixou o porto no domingo depois da tempestade, e não houve feridos entre os passageiros.";

    @Test
    void takesACodeWithACountryForItsLanguage() {
        for (String rule : List.of(
                "line: {pt-BR: [Leia mais], de: [Mehr dazu]}",
                "line: Leia mais\n  language: pt-BR",
                "line: Leia mais\n  unless: {language: [de-AT, fr]}")) {
            Winnow winnow = winnow("pack: common\nrules:\n- id: more\n  label: related\n  " + rule + "\n" + EXAMPLES);
            assertThat(winnow.clean(PORTUGUESE + "\nLeia mais\n" + PORTUGUESE).text())
                    .as(rule)
                    .doesNotContain("Leia mais");
        }
        Winnow others = winnow("pack: common\nlanguages: [pt-BR, de-AT]\nrules:\n- id: more\n  label: related\n"
                + "  line: [Leia mais, Read more]\n" + EXAMPLES);
        assertThat(others.clean(PORTUGUESE + "\nLeia mais\n" + PORTUGUESE).text())
                .doesNotContain("Leia mais");
        assertThat(others.clean(PROSE + "\nRead more\n" + MORE).text()).contains("Read more");
    }

    @Test
    void takesWordsOfALexiconUnderACodeWithACountryForThoseOfItsLanguage() {
        Winnow winnow = Winnow.builder()
                .builtinRules(false)
                .rules(
                        "rules.yaml",
                        "pack: common\nrules:\n- id: more\n  label: related\n  line: \"{@read-on}\"\n" + EXAMPLES)
                .rules(
                        "read-on.yaml",
                        "lexicon: read-on\n"
                                + "description: Calls to read on.\n"
                                + "pt-BR: [Leia mais]\n"
                                + "pt-PT: [Ler mais]\n"
                                + "en: [Read more]\n")
                .build();
        assertThat(winnow.clean(PORTUGUESE + "\nLeia mais\nLer mais\nRead more\n" + PORTUGUESE)
                        .text())
                .doesNotContain("Leia mais")
                .doesNotContain("Ler mais")
                .contains("Read more");
    }

    @Test
    void takesTemplatesOfEveryLanguageWhereThePagesIsUnknown() {
        Winnow winnow =
                winnow("pack: common\nrules:\n- id: more\n  label: related\n  line: {de: [Mehr dazu], fr: [À lire]}\n"
                        + EXAMPLES);
        assertThat(winnow.clean("Fjord 1 2 3\nMehr dazu\nÀ lire").text()).isEqualTo("Fjord 1 2 3");
    }

    @Test
    void readsSlotsInWordsOfALexicon() {
        Winnow winnow = Winnow.builder()
                .builtinRules(false)
                .rules(
                        "minutes.yaml",
                        "lexicon: minutes\n"
                                + "en: ['{reading_minutes:int} min read', A short read]\n"
                                + "de: ['{reading_minutes:int} Min.']\n")
                .rules(
                        "rules.yaml",
                        "pack: common\nrules:\n- id: minutes\n  label: reading-time\n  line: '{@minutes}'\n" + EXAMPLES)
                .build();
        Article english = winnow.clean("5 min read\nA short read\n6 Min.\n" + PROSE + "\n" + MORE);
        assertThat(english.metadata().readingMinutes()).isEqualTo(5);
        assertThat(english.text()).isEqualTo("6 Min.\n\n" + PROSE + "\n\n" + MORE);
        Article german = winnow.clean("6 Min.\n5 min read\n" + GERMAN);
        assertThat(german.metadata().readingMinutes()).isEqualTo(6);
        assertThat(german.text()).isEqualTo("5 min read\n\n" + GERMAN);
    }

    @Test
    void findsASiteByWordsWithSlots() {
        Winnow winnow = Winnow.builder()
                .builtinRules(false)
                .rules("marks.yaml", "lexicon: marks\nany: ['Harbour {int} Daily', Harbour Daily]\n")
                .rules(
                        "rules.yaml",
                        "pack: harbour.example\n"
                                + "fingerprint: ['{@marks}']\n"
                                + "rules:\n"
                                + "- id: more\n"
                                + "  label: related\n"
                                + "  line: See also\n"
                                + EXAMPLES)
                .build();
        assertThat(winnow.clean("Harbour 7 Daily\n" + PROSE).metadata().site()).isEqualTo("harbour.example");
        assertThat(winnow.clean("Harbour Daily\n" + PROSE).metadata().site()).isEqualTo("harbour.example");
        assertThat(winnow.clean("Harbour Seven\n" + PROSE).metadata().site()).isNull();
    }

    @Test
    void looksAtTheEndOfALineThatIsVeryLong() {
        Winnow winnow =
                winnow("pack: common\nrules:\n- id: more\n  label: related\n  shape: any\n  inside: {end: Read more}\n"
                        + EXAMPLES);
        String prose = (PROSE + " ").repeat(400).strip();
        Article article = winnow.clean(prose + " Read more\n" + MORE);
        assertThat(article.text()).isEqualTo(prose + "\n\n" + MORE);
    }

    @Test
    void keepsAStandfirstAboveAnElementThatIsOnlyProbablyTheArticles() {
        Winnow winnow = winnow(
                "pack: common\narticle: main\nrules:\n- id: x\n  label: share\n  line: Nothing like it\n" + EXAMPLES);
        String page = html("<p>Menu</p><p>" + PROSE + "</p><div>Ada</div><main><p>" + (MORE + " ").repeat(4) + "</p><p>"
                + (MORE + " ").repeat(4) + "</p></main><p>Below</p>");
        String text = text(winnow, page);
        assertThat(text)
                .startsWith(PROSE)
                .doesNotContain("Menu")
                .doesNotContain("Ada")
                .doesNotContain("Below");
    }

    private static final String NO_RULE = "rules:\n- id: x\n  label: share\n  line: Nothing like it\n" + EXAMPLES;

    private static final String SITE = "pack: harbour.com\nname: Harbour\nhosts: [harbour.com]\n";

    private static Article ofSite(String keys, String body) {
        return winnow(SITE + keys + NO_RULE)
                .clean(SourceDocument.html("-", html(body)).withUrl("https://harbour.com/1"));
    }

    @Test
    void keepsAStandfirstAtMostFifteenLinesAboveTheArticle() {
        String main = "<main><p>" + (MORE + " ").repeat(6) + "</p></main>";
        Winnow winnow = winnow("pack: common\narticle: main\n" + NO_RULE);
        assertThat(text(winnow, html("<p>" + PROSE + "</p>" + "<div>Ada</div>".repeat(14) + main)))
                .contains(PROSE);
        assertThat(text(winnow, html("<p>" + PROSE + "</p>" + "<div>Ada</div>".repeat(15) + main)))
                .doesNotContain(PROSE);
    }

    @Test
    void believesASiteOfItsArticlesElement() {
        String body = "<p>" + PROSE + "</p><main><p>" + MORE + "</p></main><p>" + (MORE + " ").repeat(5) + "</p>";
        assertThat(ofSite("article: main\n", body).text()).isEqualTo(MORE);
    }

    @Test
    void takesNoElementWithoutProseForTheArticles() {
        assertThat(text(
                        winnow("pack: common\narticle: main\n" + NO_RULE),
                        html("<p>Boats</p><main><p>Goats</p></main>")))
                .isEqualTo("Boats\n\nGoats");
        assertThat(ofSite("article: main\n", "<p>Boats</p><main><p>Goats</p></main><p>" + PROSE + "</p>")
                        .text())
                .contains("Boats")
                .contains(PROSE);
    }

    @Test
    void takesAnElementForTheArticlesOnlyWhereItHoldsMostOfTheProse() {
        Winnow winnow = winnow(
                "pack: common\narticle: main\nrules:\n- id: x\n  label: share\n  line: Nothing like it\n" + EXAMPLES);
        String inside = "<main><p>" + (MORE + " ").repeat(7) + "</p></main>";
        String much = "<p>" + (MORE + " ").repeat(3) + "</p>";
        String little = "<p>" + MORE + "</p>";
        assertThat(text(winnow, html(inside + much + "<p>Below</p>"))).contains("Below");
        assertThat(text(winnow, html(inside + little + "<p>Below</p>"))).doesNotContain("Below");
    }

    @Test
    void believesAPackForAllPagesOfFewAuthorsOnly() {
        Winnow winnow = winnow(
                "pack: common\nmetadata: {authors: .name}\nrules:\n- id: x\n  label: share\n  line: Nothing like it\n"
                        + EXAMPLES);
        String few = "<p class=name>Ada Holm</p><p class=name>Ole Berg</p><p class=name>Ida Lund</p>";
        String prose = "<p>" + PROSE + "</p><p>" + MORE + "</p>";
        assertThat(winnow.clean(SourceDocument.html("-", html(few + prose)))
                        .metadata()
                        .authors())
                .containsExactly("Ada Holm", "Ole Berg", "Ida Lund");
        assertThat(winnow.clean(SourceDocument.html("-", html(few + "<p class=name>Per Dahl</p>" + prose)))
                        .metadata()
                        .authors())
                .isEmpty();
    }

    @Test
    void believesASiteOfAllAuthors() {
        String names = "<p class=name>Ada Holm</p><p class=name>Ole Berg</p><p class=name>Ida Lund</p>"
                + "<p class=name>Per Dahl</p><p>" + PROSE + "</p>";
        assertThat(ofSite("metadata: {authors: .name}\n", names).metadata().authors())
                .hasSize(4);
    }

    @Test
    void takesNoValuesWhereAnotherSiteSaysThatTheyStand() {
        Winnow winnow = Winnow.builder()
                .builtinRules(false)
                .rules("harbour.yaml", SITE + "metadata: {section: .a}\n" + NO_RULE)
                .rules(
                        "quay.yaml",
                        "pack: quay.com\nname: Quay\nhosts: [quay.com]\narticle: aside\nmetadata: {section: .b}\n"
                                + NO_RULE)
                .build();
        String body = "<p class=b>Goats</p><p class=a>Boats</p><aside><p>" + MORE + "</p></aside><p>" + PROSE + "</p>";
        Article harbour = winnow.clean(SourceDocument.html("-", html(body)).withUrl("https://harbour.com/1"));
        assertThat(harbour.metadata().section()).isEqualTo("Boats");
        assertThat(harbour.text()).contains(PROSE);
        Article quay = winnow.clean(SourceDocument.html("-", html(body)).withUrl("https://quay.com/1"));
        assertThat(quay.metadata().section()).isEqualTo("Goats");
        assertThat(quay.text()).isEqualTo(MORE);
        assertThat(winnow.clean(SourceDocument.html("-", html(body))).metadata().section())
                .isNull();
    }

    @Test
    void takesAuthorsOfTheFirstPlaceThatHasSome() {
        String body = "<p class=b>Ole Berg</p><p class=a>Ada Holm</p><p>" + PROSE + "</p><p>" + MORE + "</p>";
        Winnow winnow = winnow("pack: common\nmetadata: {authors: [.none, .a, .b]}\n" + NO_RULE);
        assertThat(winnow.clean(SourceDocument.html("-", html(body))).metadata().authors())
                .containsExactly("Ada Holm");
    }

    @Test
    void takesTheFirstOfManySections() {
        String body = "<p class=a>Boats</p><p class=a>Goats</p><p class=a>Ropes</p><p class=a>Oars</p><p>" + PROSE
                + "</p><p>" + MORE + "</p>";
        Winnow winnow = winnow("pack: common\nmetadata: {section: .a}\n" + NO_RULE);
        assertThat(winnow.clean(SourceDocument.html("-", html(body))).metadata().section())
                .isEqualTo("Boats");
    }

    @Test
    void appliesALayoutToPagesOfItsDays() {
        Winnow winnow = winnow(
                "pack: harbour.com\nname: Harbour\nhosts: [harbour.com]\nvalid: {from: 2020-01-01, until: 2021-12-31}\n"
                        + "rules:\n- id: more\n  label: related\n  line: Ferry pictures\n" + EXAMPLES);
        SourceDocument page =
                SourceDocument.of("-", PROSE + "\nFerry pictures\n" + MORE).withUrl("https://harbour.com/1");
        assertThat(winnow.clean(page).text()).doesNotContain("Ferry pictures");
        for (String day : new String[] {"2020-01-01", "2021-12-31"}) {
            assertThat(winnow.clean(page.withCrawled(LocalDate.parse(day))).text())
                    .as(day)
                    .doesNotContain("Ferry pictures");
        }
        for (String day : new String[] {"2019-12-31", "2022-01-01"}) {
            assertThat(winnow.clean(page.withCrawled(LocalDate.parse(day))).text())
                    .as(day)
                    .contains("Ferry pictures");
        }
    }
}
