package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.winnow.document.Article;
import dev.winnow.document.Label;
import dev.winnow.document.Policy;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.rule.RuleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WinnowTest {

    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";
    private static final String MORE = "Nobody was hurt in the storm, the harbour master told the council later.";
    private static final String END = "The next crossing is planned for Monday if the wind allows it.";

    @TempDir
    Path folder;

    /** A pack of rules whose examples are left to other tests. */
    private WinnowBuilder rules(String name, String header, String... rules) throws IOException {
        StringBuilder yaml = new StringBuilder(header).append("\nrules:\n");
        for (String rule : rules) {
            yaml.append(rule.strip().indent(2).replaceFirst("^ {2}", "- "))
                    .append("  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n");
        }
        Files.writeString(folder.resolve(name), yaml, StandardCharsets.UTF_8);
        return Winnow.builder().builtinRules(false).rules(folder);
    }

    private Winnow common(String... rules) throws IOException {
        return rules("common.yaml", "pack: common", rules).model(Strictness.OFF).build();
    }

    private static String page(String... lines) {
        return String.join("\n", lines);
    }

    private static void assertCleans(Winnow winnow, String input, String... paragraphs) {
        Article article = winnow.clean(input);
        assertThat(article.paragraphs().stream().map(Article.Paragraph::text)).containsExactly(paragraphs);
        assertThat(article.text()).isEqualTo(String.join("\n\n", paragraphs));
        assertThat(article.ledger().restore(article.text())).isEqualTo(input);
        assertThat(winnow.clean(article.text()).text()).isEqualTo(article.text());
    }

    @Test
    void dropsALineThatARuleNames() throws IOException {
        Winnow winnow = common("id: time\nlabel: reading-time\nline: \"{reading_minutes:int} MIN READ\"");
        assertCleans(winnow, page("3 min  read", "", PROSE), PROSE);
    }

    @Test
    void findsTheSiteByAddressesAsPagesHaveThem() throws IOException {
        Winnow winnow = rules(
                        "harbour.com.yaml",
                        "pack: harbour.com\nname: Harbour\nhosts: [harbour.com]",
                        "id: more\nlabel: related\nline: \"Ferry pictures\"")
                .build();
        SourceDocument page = SourceDocument.of("-", page(PROSE, MORE, "", "Ferry pictures"));
        for (String url : List.of("https://www.harbour.com/a|b", "https://harbour.com/a b", "www.harbour.com/a")) {
            assertThat(winnow.clean(page.withUrl(url)).text()).as(url).isEqualTo(PROSE + "\n\n" + MORE);
        }
        assertThat(winnow.clean(page.withUrl("https://other.com/harbour.com")).text())
                .contains("Ferry pictures");
    }

    @Test
    void keepsProseThatNoRuleNamesByShape() throws IOException {
        String line = "Read more books than last year, the teacher told the pupils on Monday.";
        Winnow careful = common("id: more\nlabel: related\nline: \"Read more {any}\"");
        assertCleans(careful, page(PROSE, line, MORE), PROSE, line, MORE);
        assertThat(careful.explain(SourceDocument.of("-", page(PROSE, line)))
                        .lines()
                        .get(1)
                        .nearMisses())
                .singleElement()
                .satisfies(miss -> assertThat(miss.guard()).contains("sentence-like"));
        Winnow bold = common("id: more\nlabel: related\nline: \"Read more {any}\"\nshape: any");
        assertCleans(bold, page(PROSE, line, MORE), PROSE, MORE);
    }

    @Test
    void takesARunOfLinkLikeLinesAndStopsAtProse() throws IOException {
        Winnow winnow = common("id: box\nlabel: related\nrange: {from: Recommended, while: link-like, at_most: 2}");
        assertCleans(winnow, page(PROSE, "Recommended", MORE), PROSE, MORE);
        assertCleans(
                winnow,
                page(PROSE, "Recommended", "First of the links", "Second of the links", "A sub-heading", MORE),
                PROSE,
                "A sub-heading",
                MORE);
    }

    @Test
    void blocksARangeOverItsBudgetAndSaysSo() throws IOException {
        Winnow winnow = common("id: tail\nlabel: related\nrange: {from: Explore, to: end}\nbudget: {share: 0.3}");
        String page = page(PROSE, "Explore", "One link to somewhere else", "Another link to somewhere else again");
        Article article = winnow.clean(page);
        assertThat(article.paragraphs()).hasSize(4);
        assertThat(article.warnings()).singleElement().asString().contains("common/tail", "over budget");
    }

    @Test
    void anExceptionStopsARange() throws IOException {
        Winnow winnow = common(
                "id: tail\nlabel: related\nrange: {from: Explore, to: end}\nunless: {followed_by: {sentence-like: 2}}");
        assertCleans(winnow, page(PROSE, MORE, "Explore", "One link"), PROSE, MORE);
        assertCleans(winnow, page(PROSE, "Explore", MORE, END), PROSE, "Explore", MORE, END);
    }

    @Test
    void readsAPagesHeadAsASequence() throws IOException {
        Winnow winnow = rules(
                        "site.yaml",
                        "pack: example.org\nname: Example\nhosts: [example.org]\n"
                                + "fingerprint: [\"Home {section} {title}\"]",
                        """
                        id: header
                        lines:
                        - {line: "Home {section} {title}", label: navigation}
                        - {line: "{title}", label: title}
                        - {line: "{description}", label: standfirst, shape: any, optional: true}
                        - {line: "{=title}", label: title, optional: true}
                        - {line: "Filed by {agency}", label: source}
                        """)
                .build();
        String title = "Ferry sails again after storm";
        assertCleans(
                winnow,
                page("Home Harbour News " + title, title, PROSE, title, "Filed by Coast Wire", MORE, END),
                MORE,
                END);
        assertCleans(winnow, page("Home Harbour News " + title, title, title, "Filed by Coast Wire", MORE), MORE);
        assertCleans(winnow, page("Home Harbour News " + title, title, "Filed by Coast Wire", MORE), MORE);
        Article article = winnow.clean(page("Home Harbour News " + title, title, "Filed by Coast Wire", MORE));
        assertThat(article.lines().get(1).label()).isEqualTo(Label.TITLE);
        assertThat(article.metadata().site()).isEqualTo("example.org");
    }

    @Test
    void withoutTheBuiltInRulesTheirWordListsStayInUse() throws IOException {
        String date = "Published on 2 June 2019";
        Winnow own = common("id: date\nlabel: timestamp\nline: \"Published on {published:date}\"");
        Article article = own.clean(page(date, PROSE, MORE, "Sign up for our newsletter"));
        assertThat(article.metadata().published()).isEqualTo("2019-06-02");
        assertThat(article.text()).isEqualTo(String.join("\n\n", PROSE, MORE, "Sign up for our newsletter"));
        Winnow builtIn = Winnow.builder().build();
        assertThat(builtIn.clean(page(PROSE, MORE, "Sign up for our newsletter"))
                        .text())
                .isEqualTo(String.join("\n\n", PROSE, MORE));
    }

    @Test
    void cutsAStretchOutOfALine() throws IOException {
        Winnow winnow = common("id: credit\nlabel: credit\ninside: {end: \"(Photo: {credit:any})\"}\nshape: any");
        assertCleans(winnow, page(PROSE + " (Photo: Jo Lind)", MORE), PROSE, MORE);
        assertCleans(winnow, page("(Photo: Jo Lind)", MORE), MORE);
    }

    @Test
    void stretchesSideBySideGoWithTheSpaceBetween() throws IOException {
        Winnow winnow = common(
                "id: a\nlabel: share\ninside: {anywhere: \"[a]\"}\nshape: any",
                "id: b\nlabel: share\ninside: {anywhere: \"[b]\"}\nshape: any");
        for (String both : List.of("[a] [b]", "[b] [a]", "[b]  [a]")) {
            assertCleans(winnow, page(PROSE + " " + both, MORE), PROSE, MORE);
            assertCleans(winnow, page(both + " " + PROSE, MORE), PROSE, MORE);
            assertCleans(winnow, page(PROSE + " " + both + " " + MORE, END), PROSE + " " + MORE, END);
        }
    }

    /** The limit is far above what is needed: it catches work for each line that grows with the page. */
    @Test
    void cutsStretchesOutOfEveryLineOfALongPage() throws IOException {
        Winnow winnow = common("id: a\nlabel: share\ninside: {anywhere: \"[a]\"}\nshape: any");
        String line = "The ferry left [a] the harbour at noon.\n\n";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            String text = winnow.clean(line.repeat(300_000)).text();
            assertThat(text.equals(line.replace("[a] ", "").repeat(300_000).strip()))
                    .isTrue();
        });
    }

    @Test
    void aStretchMayGoRoundOneThatWentBefore() throws IOException {
        Winnow winnow = common(
                "id: a\nlabel: share\ninside: {anywhere: \"[a]\"}\nshape: any",
                "id: b\nlabel: share\ninside: {anywhere: \"[b]\"}\nshape: any");
        assertCleans(winnow, page(PROSE + " [[a]b] " + MORE, END), PROSE + " " + MORE, END);
        assertCleans(winnow, page(PROSE + " [[a]b]", END), PROSE, END);
        assertCleans(winnow, page(PROSE + " [b] [[[b]a]b]", END), PROSE, END);
    }

    @Test
    void aDatelineStaysInTheTextWithoutNamingAShape() throws IOException {
        Winnow winnow = common("id: wire\nlabel: dateline\ninside: {start: \"{place:upper} (CW) -\"}");
        String line = "BRENN (CW) - " + PROSE;
        assertCleans(winnow, page(line, MORE), line, MORE);
        Winnow without = rules(
                        "common.yaml",
                        "pack: common",
                        "id: wire\nlabel: dateline\ninside: {start: \"{place:upper} (CW) -\"}\nshape: any")
                .drop(Label.DATELINE)
                .build();
        assertCleans(without, page(line, MORE), PROSE, MORE);
    }

    @Test
    void keepGoesBeforeEveryOtherRule() throws IOException {
        Winnow winnow = common(
                "id: share\nlabel: share\nline: [Share, Follow us]", "id: poem\nkeep: true\nline: Share\nexact: true");
        assertCleans(winnow, page(PROSE, "Share", "Follow us", MORE), PROSE, "Share", MORE);
    }

    @Test
    void siteRulesGoBeforeCommonOnesAndMayDisableThem() throws IOException {
        rules(
                "common.yaml",
                "pack: common",
                "id: latest\nlabel: related\nline: Latest",
                "id: more\nlabel: related\nline: More");
        Winnow winnow = rules(
                        "site.yaml",
                        "pack: example.org\nhosts: [example.org, \"*.example.org\"]\ndisable: [common/latest]",
                        "id: more\nlabel: heading\nline: More")
                .build();
        String page = page(PROSE, "Latest", "More", MORE);
        assertCleans(winnow, page, PROSE, MORE);
        Article article = winnow.clean(SourceDocument.of("-", page).withUrl("https://www.example.org/a"));
        assertThat(article.text()).isEqualTo(String.join("\n\n", PROSE, "Latest", "More", MORE));
        assertThat(winnow.clean(SourceDocument.of("-", page).withUrl("https://news.example.org/a"))
                        .metadata()
                        .site())
                .isEqualTo("example.org");
    }

    @Test
    void labelsWhatIsLeftUntilNothingMoreGoes() throws IOException {
        Winnow winnow = common(
                "id: first\nlabel: banner\nline: [One, Two, Three]\nfirst: 1",
                "id: next\nlabel: share\nline: Share\nafter: banner");
        assertCleans(winnow, page("One", "Two", "Three", PROSE, "One", MORE), PROSE, "One", MORE);
    }

    @Test
    void zonesAreMeasuredOnTheArticleNotOnItsBanners() throws IOException {
        Winnow winnow = common(
                "id: banner\nlabel: banner\nline: \"Are you moving to {any}? Find {any}.\"\nshape: any",
                "id: menu\nlabel: navigation\nline: Menu\nzone: head");
        assertCleans(
                winnow,
                page(
                        "Are you moving to the coast? Find your new harbour and its embassy here.",
                        "Menu",
                        PROSE,
                        "Menu",
                        MORE),
                PROSE,
                "Menu",
                MORE);
    }

    @Test
    void knowsAHeadlineByItsStandingTwiceAtTheHead() throws IOException {
        Winnow winnow = common("id: none\nlabel: share\nline: Nothing like it");
        String title = "Ferry sails again after storm";
        assertCleans(winnow, page(title + " - Coast Daily", "Menu", title, PROSE, MORE), "Menu", PROSE, MORE);
        assertCleans(winnow, page(PROSE, title, MORE, title, END), PROSE, title, MORE, title, END);
    }

    @Test
    void findsTheHeadlineBelowAMenuByTheBrowsersTitle() throws IOException {
        Winnow winnow = common("id: none\nlabel: share\nline: Nothing like it");
        String title = "Ferry sails again after storm";
        String[] menu = "Home,World,Politics,Business,Sport,Culture,Weather,Travel,Food,Opinion,Letters,Archive,Jobs"
                .split(",");
        Article article = winnow.clean(page(title + " | Coast Daily", String.join("\n", menu), title, PROSE, MORE));
        assertThat(article.metadata().title()).isEqualTo(title);
        assertThat(article.text()).doesNotContain(title);
    }

    @Test
    void policyAllKeepsEverythingAndStillReadsMetadata() throws IOException {
        Winnow winnow = rules("common.yaml", "pack: common", "id: share\nlabel: share\nline: Share")
                .policy(Policy.ALL)
                .build();
        assertCleans(winnow, page("Share", PROSE), "Share", PROSE);
    }

    @Test
    void brokenRulesStopBeforeTheFirstDocument() throws IOException {
        WinnowBuilder builder = rules("common.yaml", "pack: common", "id: bad\nlabel: shar\nline: Share");
        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        RuleException.class,
                        e -> assertThat(e.report()).contains("common.yaml", "did you mean 'share'"));
    }

    @Test
    void anEmptyDocumentGivesAnEmptyArticle() throws IOException {
        Winnow winnow = common("id: share\nlabel: share\nline: Share");
        for (String input : List.of("", "\n", " \n\t\n")) {
            assertThat(winnow.clean(input).text()).isEmpty();
            assertThat(winnow.clean(input).ledger().restore("")).isEqualTo(input);
        }
    }

    @Test
    void namesALineModelOfOnesOwn() {
        assertThat(Winnow.builder().build().model()).isNull();
        assertThat(Winnow.builder().model(LineModel.standard()).build().model())
                .isEqualTo(LineModel.standard().digest());
    }
}
