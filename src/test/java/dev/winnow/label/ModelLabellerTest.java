package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Explanation;
import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines the model is asked about; what it says of them, its own tests tell. */
class ModelLabellerTest {

    private static final String MENU = "Home\nNews\nSport\nWeather\nPuzzles\nVideo\nArchive\n";
    private static final String PROSE = """
            The first ferry in eleven weeks left the harbour at dawn on Sunday with forty passengers on board.
            Its captain, who had spent the winter in dry dock, said the engines ran better than they had in years.
            "We were never going to give up the route," she told reporters. "People out there depend on it."
            The islands have been supplied by helicopter since a storm in January tore away the landing stage.
            A new stage of steel and oak was finished last week, two months earlier than the council had promised.
            """;
    private static final String TEASERS = """
            Most read
            Storm closes the harbour
            Island school to get a new roof
            Ten walks by the sea
            About us
            Contact
            Advertise
            Privacy policy
            Terms of use
            """;

    /** No rule says anything. */
    private static final Winnow WINNOW = Winnow.builder().builtinRules(false).build();

    private static List<String> byModel(Winnow winnow, String text) {
        return winnow.clean(text).ledger().entries().stream()
                .filter(entry -> "model".equals(entry.rule()))
                .flatMap(entry -> entry.text().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void takesWhatNoRuleNames() {
        Article article = WINNOW.clean(MENU + PROSE + TEASERS);
        assertThat(article.text().lines()).containsAll(PROSE.lines().toList());
        assertThat(article.text()).doesNotContain("Weather").doesNotContain("Privacy policy");
        assertThat(article.ledger().entries())
                .anyMatch(entry -> "model".equals(entry.rule())
                        && entry.label() != null
                        && entry.label().key().equals("boilerplate"));
    }

    @Test
    void saysNothingWhereItIsOff() {
        Winnow off = Winnow.builder().builtinRules(false).model(Strictness.OFF).build();
        assertThat(byModel(off, MENU + PROSE + TEASERS)).isEmpty();
        assertThat(off.clean(MENU + PROSE + TEASERS).text()).contains("Ten walks by the sea");
    }

    @Test
    void saysNothingOfAPageOfFewLines() {
        assertThat(byModel(WINNOW, "Weather\nSport\n" + PROSE + "Video")).isEmpty();
    }

    private static final String RULES = """
            pack: harbour.example
            name: Harbour
            hosts: [harbour.example]
            rules:
            - id: end
              label: footer
              line: End of the story
              examples:
              - hit: "⟦End of the story⟧"
              - miss: "The end of the story was sad."
            """;

    private static Winnow site(String rules) {
        return Winnow.builder().builtinRules(false).rules("site.yaml", rules).build();
    }

    @Test
    void leavesToASiteWhatIsNearItsMarks() {
        Winnow site = site(RULES);
        String page = MENU + PROSE + "End of the story\n" + TEASERS;
        SourceDocument of = SourceDocument.builder("-", SourceDocument.Form.TEXT, page)
                .url("https://harbour.example/a")
                .build();
        assertThat(site.clean(of).text()).contains("Ten walks by the sea");
        assertThat(site(RULES.replace("rules:", "model: true\nrules:"))
                        .clean(of)
                        .text())
                .doesNotContain("Ten walks by the sea");
        SourceDocument longer = SourceDocument.builder("-", SourceDocument.Form.TEXT, page + MENU.repeat(3) + TEASERS)
                .url("https://harbour.example/a")
                .build();
        assertThat(site.clean(longer).text()).containsOnlyOnce("Ten walks by the sea");
    }

    @Test
    void explainsWhatItTakes() {
        Explanation explanation = WINNOW.explain(SourceDocument.of("-", MENU + PROSE + TEASERS));
        assertThat(explanation.lines())
                .filteredOn(line -> line.line().rule().equals("model"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.model()).contains("probability of text", "limit", "decided by: "));
    }

    @Test
    void explainingChangesNothing() {
        SourceDocument page = SourceDocument.of("-", MENU + PROSE + TEASERS);
        assertThat(WINNOW.explain(page).article().text())
                .isEqualTo(WINNOW.clean(page).text());
    }

    @Test
    void judgesLongPagesPartByPart() {
        StringBuilder page = new StringBuilder(MENU + PROSE.repeat(4));
        for (int i = 0; i < 9_000; i++) {
            page.append("Log in ").append(i).append('\n');
        }
        String text = WINNOW.clean(page.append(PROSE).toString()).text();
        assertThat(text).contains("The first ferry", "A new stage of steel").doesNotContain("Log in 4500");
        assertThat(WINNOW.clean(text).text()).isEqualTo(text);
    }

    private static final String SHORT_PAGE = """
            Ferry sails again after storm | Harbour News
            Skip to main content
            Home
            News
            Sport
            Opinion
            Ferry sails again after storm
            By Helen Marwood
            14 March 2023
            Share this article
            The first ferry in eleven weeks left the harbour on Sunday with forty passengers on board.
            The islands have been supplied by helicopter since a storm tore away the landing stage.
            Read more: Island school to get a new roof
            "We were never going to give up the route," the captain told reporters.
            Sign up for our daily newsletter
            Enter your email address
            Sign up
            The next boat sails on Monday, once an engineer has looked at the engine.
            Related stories
            Storm closes the harbour
            Ten walks by the sea
            Most read
            Bakery wins an award
            Privacy policy
            Terms and conditions
            """;

    @Test
    void leavesSentencesBehindABoxOnAShortPage() {
        Winnow winnow = Winnow.builder().build();
        String last = "The next boat sails on Monday, once an engineer has looked at the engine.";
        assertThat(winnow.clean(SHORT_PAGE).text()).contains(last).doesNotContain("Ten walks by the sea");
        String signed = "The next boat sails on Monday. (AFP)";
        assertThat(winnow.clean(SHORT_PAGE.replace(last, signed)).text()).contains("The next boat sails on Monday.");
        String longBox = SHORT_PAGE.replace("Sign up\n", "Sign up\nHarbour\nIsland\nRoof\n");
        assertThat(winnow.clean(longBox).text()).doesNotContain(last);
    }
}
