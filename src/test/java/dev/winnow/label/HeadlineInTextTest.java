package dev.winnow.label;

import static dev.winnow.label.TestLabelling.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The headline of a page whose markup is lost, by the browser's title on its first line. */
class HeadlineInTextTest {

    private static final String TITLE = "Ferry sails again after storm";
    private static final String SITE = " - Harbour News";
    private static final String DAY = "6 June 2021";

    private static final String[] TEXT = {
        PROSE,
        "The captain said that two goats had come along, and that both of them were quiet.",
        "The goats may come again in the summer, said the council, and so may their owner."
    };

    /** Lines, and then an article. */
    private static String[] page(String... lines) {
        return Stream.concat(Arrays.stream(lines), Arrays.stream(TEXT)).toArray(String[]::new);
    }

    private static String[] menu(int lines) {
        return Collections.nCopies(lines, "Harbour").toArray(String[]::new);
    }

    private static String[] join(Object... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> part instanceof String[] lines ? Arrays.stream(lines) : Stream.of((String) part))
                .toArray(String[]::new);
    }

    private static Labelling label(@Nullable String known, String... lines) {
        SourceDocument source = TestLabelling.text(lines);
        return TestLabelling.label(TestLabelling.words(), source, new Known("harbournews.example", null, null, known));
    }

    private static List<String> headline(String... lines) {
        return TestLabelling.values(label(null, lines), Field.TITLE, "headline");
    }

    /** The line of the headline, by the date beside it. */
    private static List<String> dates(@Nullable String known, String... lines) {
        return TestLabelling.values(label(known, lines), Field.PUBLISHED, "date-near-title");
    }

    private static List<String> told(String... lines) {
        return TestLabelling.values(label(null, lines), Field.TITLE, "page-title");
    }

    @Test
    void isNoNameOfTheSite() {
        assertThat(headline(
                        page("Harbour News - Storm over both harbours", "Harbour News", "Storm over both harbours")))
                .containsExactly("Storm over both harbours");
    }

    @Test
    void saysTheTitleWithoutTheSite() {
        assertThat(headline(page(TITLE + SITE, "Home", TITLE))).containsExactly(TITLE);
        assertThat(headline(page(TITLE + SITE, "Home", TITLE.toUpperCase(Locale.ROOT))))
                .containsExactly(TITLE);
        assertThat(TestLabelling.values(label(null, page(TITLE + SITE, "Home", TITLE)), Field.SITE_NAME, "page-title"))
                .containsExactly("Harbour News");
    }

    @Test
    void hasAParagraphWithinThirtyLinesBelow() {
        assertThat(headline(page(join(TITLE + SITE, "Home", TITLE, menu(29))))).containsExactly(TITLE);
        assertThat(headline(page(join(TITLE + SITE, "Home", TITLE, menu(30))))).isEmpty();
    }

    @Test
    void isTheNearestAboveTheArticle() {
        assertThat(dates(null, page(join(TITLE + SITE, TITLE, "1 May 2021", menu(14), TITLE, DAY))))
                .containsExactly(DAY);
        assertThat(dates(null, join(TITLE + SITE, TITLE, DAY, TEXT, menu(14), TITLE, "1 May 2021", TEXT)))
                .as("further down it stands in a list")
                .containsExactly(DAY);
    }

    @Test
    void isRatherTheWholeTitleThanAPartOfIt() {
        assertThat(headline(page(
                        "Storm over both harbours – Ferry desk of the coast" + SITE,
                        "Storm over both harbours",
                        "Ferry desk of the coast")))
                .containsExactly("Storm over both harbours");
        assertThat(headline(
                        page("Ferry desk of the coast – Storm over both harbours" + SITE, "Storm over both harbours")))
                .as("a part further back")
                .containsExactly("Storm over both harbours");
    }

    /** The same above one paragraph, where no line is the headline for its words alone. */
    private static List<String> brief(String... lines) {
        return headline(join(lines, PROSE));
    }

    @Test
    void saysTheTitleOrAPartOfItAboveOneParagraph() {
        assertThat(brief(TITLE + SITE, "Home", TITLE)).containsExactly(TITLE);
        assertThat(brief("Ferry desk – " + TITLE + SITE, "Home", TITLE)).containsExactly(TITLE);
        assertThat(brief("Boat – Letters from the water" + SITE, "Home", "Boat"))
                .containsExactly("Boat");
        assertThat(brief("Harbour storm: why ferry sails again", "Home", "Ferry sails today after long storm"))
                .isEmpty();
    }

    @Test
    void isRatherTheFirstPartOfTheTitleThanALongerOneOrTheSite() {
        assertThat(brief(
                        "Storm over harbours – Ferry desk of all the coast" + SITE,
                        "Storm over harbours",
                        "Ferry desk of all the coast"))
                .containsExactly("Storm over harbours");
        assertThat(brief(
                        "The Harbour News - Storm over both of the harbours",
                        "The Harbour News",
                        "Home",
                        "Storm over both of the harbours"))
                .containsExactly("Storm over both of the harbours");
    }

    @Test
    void mayBeAFirstPartOfOneWord() {
        assertThat(headline(page("Goats – Letters from the water" + SITE, "Home", "Goats")))
                .containsExactly("Goats");
        assertThat(headline(page("Ice – Letters from the water" + SITE, "Home", "Ice")))
                .as("three letters may be anything")
                .isEmpty();
    }

    @Test
    void mayBeWordedAnewForSearchEngines() {
        String wanted = "Harbour storm: why ferry sails again";
        assertThat(headline(page(wanted, "Home", "Ferry sails today after long storm")))
                .containsExactly("Ferry sails today after long storm");
        assertThat(headline(page(wanted, "Home", "Ferry of the captain and all of her goats")))
                .as("one word in common")
                .isEmpty();
        assertThat(headline(page(wanted, "Home", "Ferry sails with a captain, goats, letters, parcels and people")))
                .as("too few words in common")
                .isEmpty();
        assertThat(headline(
                        page(wanted, "Home", "Ferry sails today after storm", "Ferry sails again after long storm")))
                .as("the most in common")
                .containsExactly("Ferry sails again after long storm");
    }

    @Test
    void isTheTitleWithoutWhatStandsAroundItOnThePage() {
        assertThat(headline(page(TITLE + SITE, "Home", TITLE + SITE))).containsExactly(TITLE);
        assertThat(headline(page(TITLE + SITE, "Home", "Notes from the coast, " + TITLE + " of the week")))
                .containsExactly(TITLE);
        String longer = "Ferry sails again today after a very long storm";
        assertThat(headline(page("Harbour storm: why ferry sails again", "Home", longer)))
                .as("a headline of its own")
                .containsExactly(longer);
    }

    @Test
    void standsNearTheBeginningOfParagraphsWhereItIsWordedAnew() {
        String wanted = "Harbour storm: why ferry sails again";
        String anew = "Ferry sails today after long storm";
        assertThat(headline(page(join(wanted, anew, menu(29))))).containsExactly(anew);
        assertThat(headline(page(join(wanted, anew, menu(30))))).isEmpty();
        assertThat(headline(join(wanted, TEXT[0], menu(12), anew, TEXT)))
                .as("one paragraph alone is a notice")
                .containsExactly(anew);
        assertThat(headline(join(wanted, "Home", anew, TEXT[0], TEXT[1])))
                .as("two are no article")
                .isEmpty();
    }

    @Test
    void isTheTitleAloneWhereTheArticleSpeaksOfIt() {
        assertThat(told(page("Captain and quiet goats" + SITE, "Home"))).containsExactly("Captain and quiet goats");
        assertThat(told(page("Captain and noisy parcels" + SITE, "Home")))
                .as("one word of three")
                .isEmpty();
        assertThat(told(page("Captain and parcels again" + SITE, "Home"))).containsExactly("Captain and parcels again");
        assertThat(told("The captain of it", "Home", TEXT[1], TEXT[2]))
                .as("one word of some length")
                .isEmpty();
        assertThat(told("Captain and quiet goats" + SITE, "Home", TEXT[1]))
                .as("one paragraph")
                .isEmpty();
    }

    @Test
    void isNotShownAgainWhereTheTitleCameWithThePage() {
        assertThat(label(TITLE, page("Home", TITLE, DAY)).captures())
                .extracting(Capture::field)
                .containsOnly(Field.PUBLISHED);
        assertThat(dates(TITLE, page("Home", TITLE, DAY))).containsExactly(DAY);
        assertThat(dates(TITLE, page(TITLE, DAY))).as("on the first line").containsExactly(DAY);
    }

    @Test
    void isLeftToTheRulesOfASite() {
        Winnow site = TestLabelling.winnow(
                "pack: harbournews.example\nname: Harbour\nhosts: [harbournews.example]",
                "id: share\nlabel: share\nline: Share");
        Labelling labelling = TestLabelling.label(
                site,
                TestLabelling.text(page(TITLE + SITE, "Home", TITLE)),
                new Known("harbournews.example", null, null, null));
        assertThat(TestLabelling.values(labelling, Field.TITLE, "headline")).isEmpty();
        assertThat(TestLabelling.values(labelling, Field.SITE_NAME, "page-title"))
                .isEmpty();
    }

    @Test
    void hasDatesAroundIt() {
        assertThat(dates(null, page(TITLE + SITE, "Home", TITLE, "Desk", DAY))).containsExactly(DAY);
        assertThat(dates(null, join(TITLE + SITE, TITLE, TEXT[0], TEXT[1], DAY, TEXT)))
                .as("below the standfirst and the first sentence")
                .containsExactly(DAY);
        assertThat(dates(null, join(TITLE + SITE, TITLE, TEXT, DAY, TEXT)))
                .as("in the text")
                .isEmpty();
    }

    private static List<String> aboveByline(String... lines) {
        return TestLabelling.values(
                TestLabelling.label(TestLabelling.words(), page(lines)), Field.TITLE, "headline-above-byline");
    }

    @Test
    void standsAboveTheBylineWhereThereIsNoBrowserTitle() {
        assertThat(aboveByline("Sea", TITLE, "6 June 2021")).containsExactly(TITLE);
        assertThat(aboveByline("Sea", TITLE, "By Ada Holm", "6 June 2021")).containsExactly(TITLE);
        assertThat(aboveByline("Sea", TITLE, "Newsroom", "6 June 2021"))
                .as("the desk in place of the authors")
                .containsExactly(TITLE);
        assertThat(aboveByline("Sea", TITLE, TITLE + " and snow", "6 June 2021"))
                .as("a longer standfirst between")
                .containsExactly(TITLE);
    }

    @Test
    void isNotGuessedAboveTheByline() {
        assertThat(aboveByline("Sea", TITLE)).as("no byline").isEmpty();
        assertThat(aboveByline("Sea", TITLE, "Sail again", "6 June 2021"))
                .as("far away")
                .containsExactly(TITLE);
        assertThat(aboveByline("Sea", TITLE + " and snow", TITLE, "6 June 2021"))
                .as("the longer line above")
                .isEmpty();
        assertThat(aboveByline("Sea", "Home > News of Vallmark > Ferries and boats", "6 June 2021"))
                .as("a breadcrumb")
                .isEmpty();
    }

    private static @Nullable String siteName(String title, String last) {
        String sentence = "The ferry left the harbour on Sunday morning with forty people on board, said the master.";
        return Winnow.builder()
                .model(Strictness.OFF)
                .build()
                .clean(String.join("\n", title, TITLE, sentence, sentence + " Again.", last))
                .metadata()
                .siteName();
    }

    @Test
    void hasTheNameOfTheSiteBehindItWhereTheRightsAreThatName() {
        String rights = "© 2021 Harbour News. All rights reserved.";
        assertThat(siteName(TITLE + SITE, rights)).isEqualTo("Harbour News");
        assertThat(siteName(TITLE + " - Islands" + SITE, rights)).isEqualTo("Harbour News");
        assertThat(siteName(TITLE + SITE, "Harbour News"))
                .as("a section stands alone, too")
                .isNull();
        assertThat(siteName(TITLE + SITE, "© 2021 The Islander. All rights reserved."))
                .as("rights of another")
                .isNull();
        assertThat(siteName(TITLE + " - four days too late, say the islanders", rights))
                .as("a second headline")
                .isNull();
    }
}
