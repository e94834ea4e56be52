package dev.winnow.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Explanation;
import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import dev.winnow.stats.PageReader;
import dev.winnow.stats.Statistics;
import dev.winnow.stats.StatisticsCollector;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What recurs on the pages of an invented site goes, but for what recurs and is text. */
class StatisticsLabellerTest {

    private static final Winnow WITHOUT = Winnow.builder().model(Strictness.OFF).build();

    private static final List<String> PLACES =
            List.of("Alba", "Brand", "Corva", "Dorn", "Elva", "Farn", "Gora", "Hald", "Irna", "Jorl");

    private static final String STATEMENT = "Read the council's statement below.";
    private static final String REFRAIN = "And the tide comes in, and the tide goes out";
    private static final String WIRE = "The council of the islands has nine members, who are elected every four years.";
    private static final String NOTICE =
            "This page uses small files of its own to count its visitors, and asks nobody for their names.";

    /** A page of the site: menus, headline, prose, a footer. */
    private static String page(int number, String... body) {
        String place = PLACES.get(number % PLACES.size());
        return String.join(
                "\n",
                "Harbour Courier",
                "Weather of the islands",
                "Tables of the tides",
                "Boats of " + place + " wait for wind",
                number + 1 + " readers so far",
                "The boats of " + place + " waited " + number + " days for wind, the master of the quay said.",
                String.join("\n", body),
                "Nobody in " + place + " wanted to leave before Sunday, said the owner of boat " + number + ".",
                NOTICE,
                "Lantern books and charts",
                "Old pier, second floor");
    }

    private static SourceDocument document(int number, String text) {
        return SourceDocument.of("-", text).withUrl("https://courier.example/2019/" + number);
    }

    private static Statistics statistics(int pages, String... body) {
        return statistics(pages, i -> page(i, body));
    }

    private static Statistics statistics(int pages, IntFunction<String> page) {
        PageReader reader = new PageReader(WITHOUT.rules().lexicons());
        StatisticsCollector collector = new StatisticsCollector();
        IntStream.range(0, pages).forEach(i -> {
            SourceDocument document = document(i, page.apply(i));
            collector.add(reader.read(document, WITHOUT.page(document)));
        });
        return collector.statistics();
    }

    private static Winnow with(Statistics statistics) {
        return Winnow.builder()
                .rules(WITHOUT.rules())
                .model(Strictness.OFF)
                .statistics(statistics)
                .build();
    }

    private static List<String> taken(Winnow winnow, SourceDocument page) {
        return winnow.clean(page).lines().stream()
                .filter(line -> line.rule().equals(StatisticsLabeller.ID))
                .map(Article.LabelledLine::text)
                .toList();
    }

    @Test
    void takesWhatRecursAroundTheArticle() {
        SourceDocument page = document(77, page(77));

        assertThat(taken(with(statistics(9)), page))
                .containsExactly(
                        "Harbour Courier",
                        "Weather of the islands",
                        "Tables of the tides",
                        "78 readers so far",
                        NOTICE,
                        "Lantern books and charts",
                        "Old pier, second floor");
        assertThat(taken(WITHOUT, page)).isEmpty();
    }

    @Test
    void tellsOnHowManyPagesALineStands() {
        Article article = with(statistics(9)).clean(document(77, page(77)));

        assertThat(article.ledger().entries())
                .anySatisfy(entry -> assertThat(entry.why())
                        .isEqualTo("stands on 9 of 9 pages of courier.example, above the article"));
    }

    @Test
    void leavesFormulasRefrainsAndWireCopyBetweenParagraphs() {
        String[] body = {
            "It was the third storm of the year, and the longest, said the keeper of the lighthouse.",
            STATEMENT,
            "The master of the quay wrote to both ministries on Monday, and waits for an answer.",
            WIRE,
            "The keeper of the lighthouse reads a poem to those who wait, and this is how it goes.",
            REFRAIN,
            "He has read it to four crews so far, two of whom had brought a song of their own."
        };
        Winnow winnow =
                with(statistics(9, STATEMENT, "One day in nine is windy there.", WIRE, "Few complain.", REFRAIN));

        assertThat(taken(winnow, document(77, page(77, body)))).doesNotContain(STATEMENT, WIRE, REFRAIN);
    }

    @Test
    void saysWhyALineThatRecursStays() {
        Winnow winnow = with(statistics(9, STATEMENT));
        String text = page(77, STATEMENT);

        Explanation.LineExplanation line = winnow.explain(document(77, text)).lines().stream()
                .filter(explained -> explained.line().text().equals(STATEMENT))
                .findFirst()
                .orElseThrow();

        assertThat(line.nearMisses())
                .singleElement()
                .extracting(Explanation.NearMiss::rule, Explanation.NearMiss::guard)
                .containsExactly(
                        "statistics", "it stands between paragraphs; it stands on 9 of 9 pages of courier.example");
    }

    @Test
    void leavesAHeadlineThatOtherPagesList() {
        String headline = "Boats of Zarn wait for wind";
        // The others list it below; on its own page it stands above the first paragraph.
        Winnow winnow = with(statistics(9, "The keeper said so.", headline, "Keepers win prize for lamps"));
        String own = page(77).replace("Boats of Hald wait for wind\n78 readers so far", headline);

        assertThat(taken(winnow, document(77, own))).contains("Harbour Courier").doesNotContain(headline);
        assertThat(taken(winnow, document(77, headline + " - Harbour Courier\n" + own)))
                .contains("Harbour Courier")
                .doesNotContain(headline);
    }

    @Test
    void asksMoreOfLinesThatOnlyAreLikeOthers() {
        Winnow winnow = with(statistics(
                9, i -> page(i) + (i < 4 ? "\n" + (i + 2) + " pictures of boats\nPictures of the pier" : "")));

        assertThat(taken(winnow, document(77, page(77) + "\n9 pictures of boats\nPictures of the pier")))
                .contains("Pictures of the pier")
                .doesNotContain("9 pictures of boats");
    }

    @Test
    void saysNothingOfSitesWithFewPagesOrNone() {
        assertThat(taken(with(statistics(4)), document(77, page(77)))).isEmpty();
        assertThat(taken(with(statistics(9)), SourceDocument.of("-", page(77)))).isEmpty();
        assertThat(taken(with(statistics(9)), document(77, page(77)).withUrl("https://other.example/2019/77")))
                .isEmpty();
    }

    @Test
    void goesBelowEveryRule() {
        String yaml = """
                pack: common
                rules:
                - id: masthead
                  keep: true
                  line: Weather of the islands
                  examples: [{hit: ⟦Weather of the islands⟧}, {miss: Weather}]
                - id: recurs
                  label: banner
                  line: "Harbour {any}"
                  repeated: 9
                  examples:
                  - hit: ⟦Harbour Courier⟧
                    given: {repeated: 9}
                  - miss: Harbour Courier
                - id: recurs-more
                  label: banner
                  line: "Tables {any}"
                  repeated: 10
                  examples:
                  - hit: ⟦Tables of tides⟧
                    given: {repeated: 10}
                  - miss: Tables of tides
                """;
        Winnow winnow = Winnow.builder()
                .rules("rules.yaml", yaml)
                .model(Strictness.OFF)
                .statistics(statistics(9))
                .build();

        assertThat(winnow.clean(document(77, page(77))).lines())
                .extracting(Article.LabelledLine::rule)
                .startsWith("common/recurs", "common/masthead", StatisticsLabeller.ID);
    }

    @Test
    void changesNothingWhenTheResultIsCleanedAgain() {
        Winnow winnow = with(statistics(9, STATEMENT, WIRE));
        String once = winnow.clean(document(77, page(77, STATEMENT, WIRE))).text();

        assertThat(winnow.clean(document(77, once)).text()).isEqualTo(once);
    }
}
