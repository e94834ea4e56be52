package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Metadata;
import dev.winnow.rule.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    private static final String JSON_LD = "html/json-ld";
    private static final String OPEN_GRAPH = "html/opengraph";
    private static final String TITLE = "html/title";

    private static FindingsBuilder shown(String heading) {
        return page().head("heading", heading, "html/h1");
    }

    /** The browser's title, the main heading, and what comes of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Old bridge opens | World | Harbour Post; Old bridge opens; Old bridge opens",
                "Harbour Post » Archive » Old bridge opens after three years; Old bridge opens after three years; Old bridge opens after three years",
                "Interview: Old bridge opens; Old bridge opens; Old bridge opens",
                "老桥三年后重新开放_社会_信使网; 老桥三年后重新开放; 老桥三年后重新开放",
                "老桥三年后重新开放-信使网; 老桥三年后重新开放; 老桥三年后重新开放",
                "古い橋が三年ぶりに開通｜港新聞オンライン; 古い橋が三年ぶりに開通; 古い橋が三年ぶりに開通",
                "Η παλιά γέφυρα άνοιξε – Ταχυδρόμος; Η παλιά γέφυρα άνοιξε; Η παλιά γέφυρα άνοιξε",
                "فتح الجسر القديم | صحيفة المرفأ; فتح الجسر القديم; فتح الجسر القديم",
                // A part of the headline is none to cut.
                "Spider-Bridge - the review | Harbour Post; Spider-Bridge - the review; Spider-Bridge - the review",
                "Why snake_case names stay; Why snake_case names stay; Why snake_case names stay",
                "Ada Holm: the bridge and I; Ada Holm; Ada Holm: the bridge and I",
                "T-シャツの橋が開通; T-シャツの橋が開通; T-シャツの橋が開通",
                // The site's name in a heading is no headline.
                "Old bridge of Vallmark opens again after years | Harbour Post; Harbour Post; Old bridge of Vallmark opens again after years | Harbour Post",
            })
    void takesTheHeadingThatIsAPartOfTheTitle(String title, String heading, String expected) {
        assertThat(shown(heading).head("title", title, TITLE).read().title()).isEqualTo(expected);
    }

    @Test
    void takesTheHeadingThatSaysInOtherWordsWhatIsWrittenForSearchEngines() {
        String search = "Old bridge of Vallmark opens again: what drivers need";
        String heading = "Old bridge of Vallmark opens again after three years";
        assertThat(shown(heading)
                        .head("title", search, JSON_LD)
                        .head("title", search + " | Harbour Post", TITLE)
                        .read()
                        .title())
                .isEqualTo(heading);
        assertThat(shown("Traffic " + search)
                        .head("title", search, JSON_LD)
                        .head("title", search, TITLE)
                        .read()
                        .title())
                .as("a kicker before it")
                .isEqualTo(search);
        assertThat(shown("Goats cross the old bridge of Vallmark")
                        .head("title", search, JSON_LD)
                        .head("title", search, TITLE)
                        .read()
                        .title())
                .as("another headline")
                .isEqualTo(search);
        assertThat(shown(heading)
                        .head("title", search, JSON_LD)
                        .head("title", "Bridge of Vallmark | Harbour Post", TITLE)
                        .read()
                        .title())
                .as("only programs are told so")
                .isEqualTo(search);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Old bridge opens | Sport | Harbour Post; Old bridge opens",
                "Harbour Post: Old bridge opens; Old bridge opens",
                "Old bridge opens - Harbour Post - Home; Old bridge opens",
                "Old bridge opens :: harbour.example; Old bridge opens",
                "Old bridge opens | Harbour Post | 28.04.2023; Old bridge opens",
                "Old bridge opens - and closes - again; Old bridge opens - and closes - again",
                "Old bridge opens | Vallmark and coast | Harbour Post; Old bridge opens | Vallmark and coast",
                "The old bridge opens_City_Harbour Post; The old bridge opens",
                "Harbour Post » City » Old bridge opens; Old bridge opens",
                "Harbour Post » Bridges now » Old bridge; Bridges now » Old bridge",
                "Harbour Post » Old roads » Old bridge; Old bridge",
                "Old bridge opens < Harbour Post; Old bridge opens",
                "Old bridge opens | City - Harbour Post; Old bridge opens",
                "Old bridge opens after years | The Other Paper; Old bridge opens after years",
                "Old bridge opens – The Other Paper; Old bridge opens – The Other Paper",
                "Opinion | Old bridge opens; Opinion | Old bridge opens",
            })
    void leavesOutTheSiteAndWhatStandsBesideIt(String title, String expected) {
        assertThat(page().site("harbour.example", "Harbour Post")
                        .head("title", title, TITLE)
                        .head("section", "Sport", OPEN_GRAPH)
                        .read()
                        .title())
                .isEqualTo(expected);
    }

    @Test
    void aHeadlineThatDescribesTheThingIsNotItsTitle() {
        Metadata metadata = shown("Tandem bridge")
                .head("title", "crossing that carries two roads", JSON_LD)
                .head("title", "Tandem bridge", JSON_LD)
                .head("title", "Tandem bridge - The Open Lexicon", TITLE)
                .read();
        assertThat(metadata.title()).isEqualTo("Tandem bridge");
        assertThat(metadata.evidence()).containsEntry("title", "html/h1");
    }

    @Test
    void aHeadlineInOtherWordsStays() {
        assertThat(shown("Bridge opens again after three long years")
                        .head("title", "After three years: Vallmark has its bridge back", JSON_LD)
                        .head("title", "Bridge opens again after three long years | Harbour Post", TITLE)
                        .read()
                        .title())
                .isEqualTo("After three years: Vallmark has its bridge back");
    }

    @Test
    void whatProgramsAreToldOfTheArticleGoesBeforeTheMainHeading() {
        String title = "After three years: Vallmark has its bridge back";
        FindingsBuilder page = shown("Goats cross the old river");
        assertThat(page.head("title", title, JSON_LD).read().title()).isEqualTo(title);
        assertThat(shown("Goats cross the old river")
                        .capture(Field.TITLE, title)
                        .read()
                        .title())
                .as("a rule says so")
                .isEqualTo(title);
    }

    /** The title for social media, the browser's, the main heading, and what comes of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Vallmark has its bridge back; News of the coast; Goats cross the old river; Goats cross the old river",
                "Vallmark has its old bridge back; Goats cross the old bridge; Goats cross the old bridge; Vallmark has its old bridge back",
                "All of the traffic flows; The goats go home; The goats go home; The goats go home",
                "Vallmark has its bridge back; Vallmark has its bridge back; Vallmark has its bridge back today; Vallmark has its bridge back today",
            })
    void theMainHeadingGoesBeforeATitleForSocialMediaUnlessTheBrowserAloneSaysIt(
            String social, String browser, String heading, String expected) {
        assertThat(shown(heading)
                        .head("title", social, OPEN_GRAPH)
                        .head("title", browser, TITLE)
                        .read()
                        .title())
                .isEqualTo(expected);
    }

    @Test
    void oneMainHeadingAmongOtherHeadingsIsTheHeadline() {
        FindingsBuilder page =
                shown("Goats cross the old river").head("heading", "What drivers need to know", "html/h2");
        assertThat(page.read().title()).isEqualTo("Goats cross the old river");
        assertThat(shown("Goats cross the old river")
                        .head("heading", "Boats on the old river", "html/h1")
                        .read()
                        .title())
                .as("one of two")
                .isNull();
    }

    @Test
    void aTitleThatWasCutGivesWayToTheWholeOne() {
        assertThat(page().head("title", "The old bridge of Vallmark opens...", OPEN_GRAPH)
                        .head("title", "The old bridge of Vallmark opens again on Monday", TITLE)
                        .read()
                        .title())
                .isEqualTo("The old bridge of Vallmark opens again on Monday");
        assertThat(page().head("title", "The old bridge, and then…", OPEN_GRAPH)
                        .head("title", "The old bridge, and then… | Harbour Post", TITLE)
                        .read()
                        .title())
                .isEqualTo("The old bridge, and then…");
    }

    @Test
    void whatSaysNothingIsNoTitle() {
        assertThat(page().head("title", "undefined", OPEN_GRAPH)
                        .head("title", "Startseite", TITLE)
                        .read()
                        .title())
                .isNull();
        assertThat(page().head("title", "Untitled", OPEN_GRAPH)
                        .head("title", "Old bridge opens", TITLE)
                        .read()
                        .title())
                .isEqualTo("Old bridge opens");
    }
}
