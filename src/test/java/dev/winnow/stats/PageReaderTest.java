package dev.winnow.stats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

    private static final Winnow WINNOW = Winnow.builder().model(Strictness.OFF).build();
    private static final PageReader READER = new PageReader(WINNOW.rules().lexicons());
    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late, the %s said.";

    private final StatisticsCollector collector = new StatisticsCollector();

    private void add(String url, String text) {
        add(SourceDocument.of("-", text).withUrl(url));
    }

    private void add(SourceDocument document) {
        collector.add(READER.read(document, WINNOW.page(document)));
    }

    private SiteStatistics site() {
        SiteStatistics site = collector.statistics().ofSite("harbour.example");
        assertThat(site).isNotNull();
        return site;
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/2019/a, http://www.harbour.example/2019/a#top",
        "https://harbour.example/?id=7, https://harbour.example/?id=7#comments",
        "https://harbour.example/a/, https://harbour.example/a/"
    })
    void countsAnAddressOnce(String one, String same) {
        add(one, "News\n" + PROSE);
        add(same, "News\n" + PROSE + "\nMore");

        assertThat(site().estimate()).isOne();
        assertThat(site().recurring()).isEmpty();
    }

    @Test
    void tellsPagesApartByTheirTextWhereTheAddressIsThatOfTheSite() {
        for (int i = 0; i < 4; i++) {
            add(i % 2 == 0 ? "https://harbour.example/" : "https://harbour.example", "News\n" + i);
        }
        add("https://harbour.example/", "News\n0");

        assertThat(site().pages()).isEqualTo(4);
        assertThat(site().recurring()).extracting(Recurring::text).contains("News");
    }

    @Test
    void countsOneTextUnderSeveralAddressesOnce() {
        add("https://harbour.example/a", "News\n" + PROSE);
        add("https://harbour.example/a?print=1", "News\n" + PROSE);
        add("https://sea.harbour.example/b", "News\nOther");

        assertThat(site().pages()).isEqualTo(2);
        assertThat(site().estimate()).isEqualTo(3);
        assertThat(site().recurring())
                .singleElement()
                .extracting(Recurring::pages)
                .isEqualTo(2);
    }

    @Test
    void countsALineOnceOfEachPageAndKnowsWhereItStands() {
        for (int i = 0; i < 4; i++) {
            add(
                    "https://harbour.example/" + i,
                    "News\nNews\nPublished " + (i + 1) + " June 2019\n"
                            + PROSE.replace("%s", "captain of boat " + "ABCD".charAt(i)) + "\n" + i
                            + " comments\nImprint\n");
        }

        assertThat(site().recurring())
                .filteredOn(line -> line.pages() == 4)
                .extracting(Recurring::text, Recurring::template, Recurring::head, Recurring::tail, Recurring::fromTop)
                .containsExactlyInAnyOrder(
                        tuple("News", false, 4, 0, 0),
                        tuple("Published {date}", true, 4, 0, 2),
                        tuple("{int} comments", true, 0, 4, 4),
                        tuple("Imprint", false, 0, 4, 5));
    }

    @Test
    void keepsNoSentence() {
        add("https://harbour.example/a", "Subscribe\n" + PROSE);

        String file = new String(StatisticsFile.write(collector.statistics()), UTF_8);

        assertThat(file).contains("Subscribe").doesNotContain("ferry", "harbour at noon");
    }

    @Test
    void knowsLinksAndAddressesOfHtml() {
        for (int i = 0; i < 3; i++) {
            add(SourceDocument.html(
                    "-",
                    "<link rel=canonical href='https://harbour.example/" + i + "'><p><a href='/x'>News</a></p><p>"
                            + i));
        }

        assertThat(site().recurring().get(0))
                .extracting(Recurring::text, Recurring::pages, Recurring::links)
                .containsExactly("News", 3, 3);
    }

    @Test
    void countsPagesWithoutAnAddressAndUsesThemForNothing() {
        add(SourceDocument.of("-", "News"));
        add(SourceDocument.of("-", "News\nMore"));

        assertThat(collector.statistics().unknownPages()).isEqualTo(2);
        assertThat(collector.statistics().sites()).isEmpty();
        assertThat(collector.statistics().ofSite("")).isNull();
    }

    @Test
    void looksAtTheFirstAndLastLinesOfALongPage() {
        String page = "First\n" + "x\n".repeat(3 * PageReader.MOST_LINES) + "Last\n";
        add("https://harbour.example/a", page);
        add("https://harbour.example/b", page + "\n.");

        assertThat(collector.statistics().pages().get("harbour.example").values())
                .allSatisfy(lines -> assertThat(lines.lines()).hasSize(PageReader.MOST_LINES));
        assertThat(site().recurring()).extracting(Recurring::text).contains("First", "Last");
    }
}
