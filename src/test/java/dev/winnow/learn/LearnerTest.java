package dev.winnow.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.Winnow;
import dev.winnow.WinnowBuilder;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.fixture.ExampleResult;
import dev.winnow.fixture.ExampleRunner;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.Lint;
import dev.winnow.rule.load.LoadedRules;
import dev.winnow.rule.load.RuleLoader;
import dev.winnow.rule.load.RuleRoot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are proposed from pages of one invented site. */
class LearnerTest {

    private static final String SITE = "harbour.example";

    private static final List<String> NOUNS = List.of(
            "ferry", "lighthouse", "museum", "bakery", "library", "market", "school", "theatre", "station", "bridge");
    private static final List<String> VERBS =
            List.of("opens", "closes", "moves", "burns", "grows", "waits", "returns", "fails", "wins", "sinks");

    private static WinnowBuilder builder() {
        return Winnow.builder();
    }

    private static String noun(int i) {
        return NOUNS.get(Math.floorMod(i, NOUNS.size()));
    }

    private static String headline(int page) {
        return "The " + noun(page) + " " + VERBS.get(page / 3 % VERBS.size()) + " again after " + (page + 2)
                + " quiet years";
    }

    private static String paragraph(int page, int number) {
        return "The old " + noun(page + number) + " near the " + noun(page * 7 + number) + " was full of people on day "
                + (number * 31 + page) + ", the keeper of the " + noun(number)
                + " told the council, and nobody wanted to leave.";
    }

    private static SourceDocument text(int page) {
        List<String> lines = new ArrayList<>(List.of(
                headline(page) + " - Harbour Post",
                "Harbour Post home",
                "Tides and weather",
                "Today at the quay: " + noun(page + 3) + " number " + page,
                "Boats for sale",
                headline(page)));
        for (int i = 0; i < 6; i++) {
            lines.add("");
            lines.add(paragraph(page, i));
        }
        lines.addAll(List.of(
                "", "Elsewhere in the harbour", headline(page + 1), headline(page + 2), "Harbour Post, Quay 4"));
        return SourceDocument.of("page-" + page, String.join("\n", lines));
    }

    private static SourceDocument html(int page) {
        StringBuilder html =
                new StringBuilder("<html><head><title>" + headline(page) + " - Harbour Post</title></head><body>"
                        + "<div class=\"masthead\"><a href=\"/\">Harbour Post home</a></div><div class=\"story-body\"><h1 class=\"head\">"
                        + headline(page) + "</h1><div class=\"promo-strip\"><p>Tides and weather for the " + noun(page)
                        + "</p></div>");
        for (int i = 0; i < 6; i++) {
            html.append("<p>").append(paragraph(page, i)).append("</p>");
        }
        return SourceDocument.html(
                "page-" + page,
                html.append("</div><div class=\"foot\"><p>Harbour Post, Quay 4</p></div></body></html>")
                        .toString());
    }

    private static List<SourceDocument> texts(int pages) {
        return IntStream.range(0, pages).mapToObj(LearnerTest::text).toList();
    }

    private static Learnt learn(List<SourceDocument> pages) {
        return new Learner(LearnerTest::builder, SITE, 0.7).learn(pages);
    }

    private static Winnow with(Learnt learnt) {
        return builder().rules("learnt.yaml", learnt.yaml()).site(SITE).build();
    }

    @Test
    void namesWhatStandsAroundTheArticle() {
        Learnt learnt = learn(texts(15));
        // A word of the domain alone would be the mark of many sites.
        assertThat(learnt.yaml()).contains("fingerprint: [[Harbour Post home, Tides and weather]]");
        Article article = with(learnt).clean(text(40));
        assertThat(article.lines().stream()
                        .filter(line -> line.rule().startsWith(SITE))
                        .map(Article.LabelledLine::text))
                .contains(
                        "Harbour Post home",
                        "Tides and weather",
                        "Boats for sale",
                        "Elsewhere in the harbour",
                        "Harbour Post, Quay 4");
        assertThat(article.text()).contains(paragraph(40, 0), paragraph(40, 5));
        assertThat(learnt.pages()).isEqualTo(10);
        assertThat(learnt.heldBack()).isEqualTo(5);
        assertThat(learnt.rules())
                .isNotEmpty()
                .extracting(Learnt.Proposed::support)
                .allSatisfy(held -> {
                    assertThat(held.right()).isEqualTo(held.lines());
                    assertThat(held.bound()).isBetween(0.7, 1.0);
                });
        assertThat(learnt.yaml())
                .isEqualTo(learnt.header()
                        + "\nrules:\n"
                        + learnt.rules().stream().map(Learnt.Proposed::yaml).collect(Collectors.joining("\n")));
    }

    @Test
    void proposesRulesThatLoadHoldAndGiveNoDoubt() {
        Learnt learnt = learn(texts(15));
        LoadedRules loaded =
                new RuleLoader().loadSources(RuleRoot.all(true, List.of(RuleRoot.text("learnt.yaml", learnt.yaml()))));
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(Lint.on(loaded, RuleSet.compile(loaded.sources(), loaded.digest()), LocalDate.of(2026, 1, 1))
                        .all())
                .isEmpty();
        List<ExampleResult> examples =
                new ExampleRunner(with(learnt)).run(rule -> rule.id().startsWith(SITE));
        assertThat(examples).hasSizeGreaterThan(3).allMatch(ExampleResult::ok);
    }

    @Test
    void doesNotCareForTheOrderOfPages() {
        List<SourceDocument> pages = new ArrayList<>(texts(12));
        String yaml = learn(pages).yaml();
        Collections.shuffle(pages, new Random(7));
        assertThat(learn(pages).yaml()).isEqualTo(yaml);
    }

    /**
     * The words around the day are no label that Winnow knows.
     *
     * @param near whether it stands below the headline; else below buttons, and the page has no browser's title
     */
    private static SourceDocument dated(int page, int day, boolean near) {
        String headline = "\n" + headline(page) + "\n";
        String line = "Rowed to the press on " + day + " May 2021, 09:15\n";
        String text = text(page).text();
        return SourceDocument.of(
                "page-" + page,
                near
                        ? text.replace(headline, headline + line)
                        : text.substring(text.indexOf('\n') + 1)
                                .replace(
                                        headline,
                                        headline + "Larger letters\nSmaller letters\nPrint this page\n" + line));
    }

    @ParameterizedTest
    @CsvSource({
        "true, It agrees with the day from other sources on 10 of 10 pages.",
        "false, No other source gives the day"
    })
    void findsTheLineWithTheDay(boolean near, String seen) {
        Learnt learnt = learn(IntStream.range(0, 15)
                .mapToObj(page -> dated(page, page + 1, near))
                .toList());
        assertThat(learnt.yaml()).contains("Rowed to the press on {published:datetime}", seen);
        assertThat(with(learnt).clean(dated(40, 27, near)).metadata().published())
                .startsWith("2021-05-27T09:15");
    }

    @Test
    void fillsNoFieldFromLinesThatRecur() {
        List<SourceDocument> pages = IntStream.range(0, 15)
                .mapToObj(page -> SourceDocument.of(
                        "page-" + page, text(page).text().replace("Boats for sale", "harbour.com fleet")))
                .toList();
        Learnt learnt = learn(pages);
        assertThat(learnt.yaml()).contains("{:url} fleet");
        assertThat(with(learnt).clean(pages.get(0)).metadata().url()).isNull();
    }

    @Test
    void tellsThatNoLineWithTheDayOrTheAuthorsWasFound() {
        assertThat(learn(texts(9)).missing())
                .containsExactly("no line with the day of publication was found", "no line with the authors was found");
        List<SourceDocument> some = IntStream.range(0, 15)
                .mapToObj(page -> page % 3 == 0
                        ? text(page)
                        : SourceDocument.of(
                                "page-" + page,
                                text(page)
                                        .text()
                                        .replace(
                                                "\n" + headline(page) + "\n",
                                                "\n" + headline(page) + "\nBy Mara Lind\n")))
                .toList();
        assertThat(learn(some).missing())
                .contains("no new line with the authors was found; 10 of 15 pages have authors without one");
        List<SourceDocument> dated = IntStream.range(0, 15)
                .mapToObj(page -> dated(page, page + 1, false))
                .toList();
        assertThat(learn(dated).missing()).containsExactly("no line with the authors was found");
    }

    @Test
    void takesADayThatIsTheSameOnAllPagesForNone() {
        Learnt learnt = learn(
                IntStream.range(0, 15).mapToObj(page -> dated(page, 3, false)).toList());
        assertThat(learnt.yaml()).doesNotContain("{published");
    }

    @Test
    void namesNoLineOfTheText() {
        // A sub-heading that recurs between paragraphs.
        List<SourceDocument> pages = texts(12).stream()
                .map(page -> SourceDocument.of(
                        page.id(),
                        page.text().replaceFirst("\n\n(The old [^\n]+)\n\n", "\n\n$1\n\nWhat the council says\n\n")))
                .toList();
        assertThat(learn(pages).yaml()).doesNotContain("What the council says");
    }

    @Test
    void findsElementsInHtml() {
        Learnt learnt = learn(IntStream.range(0, 12).mapToObj(LearnerTest::html).toList());
        assertThat(learnt.yaml()).contains("article: \".story-body\"").contains("title: h1");
        assertThat(learnt.places()).isTrue();
        Article article = with(learnt).clean(html(40));
        assertThat(article.text()).contains(paragraph(40, 0), paragraph(40, 5)).doesNotContain("Quay 4", "home");
        assertThat(article.metadata().title()).isEqualTo(headline(40));
    }

    @Test
    void beginsWithLinesToChooseFrom() {
        Learner learner = new Learner(LearnerTest::builder, SITE, 0);
        Learnt learnt = learner.begin(texts(1));
        assertThat(learnt.isAny()).isTrue();
        assertThat(learnt.yaml()).contains("Tides and weather").doesNotContain("The old ");
        assertThat(with(learnt).clean(text(0)).text()).contains(paragraph(0, 3));
        assertThat(new Learner(LearnerTest::builder, SITE, 0.7).begin(texts(12)).yaml())
                .isEqualTo(learn(texts(12)).yaml());
    }

    @Test
    void tellsPagesWithoutArticles() {
        List<SourceDocument> pages = new ArrayList<>(texts(9));
        pages.add(SourceDocument.of("empty", "Harbour Post home\nBoats for sale"));
        assertThat(learn(pages).left()).contains("1 page without an article");
    }

    @Test
    void leavesOutWhatIsNotSure() {
        Learnt learnt = new Learner(LearnerTest::builder, SITE, 0.999).learn(texts(6));
        assertThat(learnt.rules()).isEmpty();
        assertThat(learnt.isAny()).isFalse();
        assertThat(learnt.left()).anyMatch(left -> left.contains("100 % is required"));
    }

    @Test
    void boundsWhatIsRight() {
        assertThat(Learner.bound(0, 0)).isZero();
        // One-sided at 80 %: n / (n + 0.8416²) where all are right.
        assertThat(Learner.bound(3, 3)).isCloseTo(0.809, within(0.001));
        assertThat(Learner.bound(30, 30)).isCloseTo(0.977, within(0.001));
        assertThat(Learner.bound(5, 10)).isCloseTo(0.372, within(0.003));
        assertThat(Learner.bound(0, 4)).isCloseTo(0, within(0.001));
    }
}
