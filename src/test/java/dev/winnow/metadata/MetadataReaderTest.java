package dev.winnow.metadata;

import static dev.winnow.metadata.FindingsBuilder.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Image;
import dev.winnow.document.Metadata;
import dev.winnow.rule.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {

    @Test
    void knowsNothingOfAnEmptyPage() {
        Metadata metadata = page().read();
        assertThat(metadata.title()).isNull();
        assertThat(metadata.authors()).isEmpty();
        assertThat(metadata.site()).isNull();
        assertThat(metadata.evidence()).isEmpty();
        assertThat(metadata.language()).isEqualTo("en");
    }

    // ---- titles

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Storm ends - Daily Harbour; Storm ends",
                "Storm ends | harbour.example; Storm ends",
                "Storm ends :: www.harbour.example; Storm ends",
                "Storm ends – DAILY HARBOUR; Storm ends",
                "Storm ends | Harbour; Storm ends",
                "Storm ends - and begins again; Storm ends - and begins again",
                "Storm-bound; Storm-bound",
                "  Storm   ends ; Storm ends",
            })
    void removesSiteFromTitle(String text, String expected) {
        assertThat(page().site("harbour.example", "Daily Harbour")
                        .capture(Field.TITLE, text)
                        .read()
                        .title())
                .isEqualTo(expected);
    }

    @Test
    void removesSuffixOfUnknownSiteWhenTheTitleStandsWithoutIt() {
        Metadata metadata = page().capture(Field.TITLE, "Storm ends | Daily Harbour")
                .capture(Field.TITLE, "Storm ends")
                .read();
        assertThat(metadata.title()).isEqualTo("Storm ends");
        assertThat(metadata.evidence()).containsEntry("title", "common/title1");
    }

    @Test
    void takesTitleOfInputWhenThePageGivesNone() {
        assertThat(page().extra("title", "Storm ends").read().title()).isEqualTo("Storm ends");
        assertThat(page().extra("title", "Storm ends")
                        .capture(Field.TITLE, "Storm is over")
                        .read()
                        .title())
                .isEqualTo("Storm is over");
    }

    // ---- authors

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Zulal Aydin, Alam El-Din Sadiq; [Zulal Aydin, Alam El-Din Sadiq]",
                "John Smith and Anna Weiss; [John Smith, Anna Weiss]",
                "John Smith, Anna Weiss, and Carl May; [John Smith, Anna Weiss, Carl May]",
                "Jean Dupont avec AFP; [Jean Dupont]",
                "John Smith (AFP); [John Smith]",
                "John Smith / Reuters; [John Smith]",
                "JOHN SMITH and ANNA VAN DER BERG; [John Smith, Anna van der Berg]",
                "JOHN MCDONALD; [JOHN MCDONALD]",
                "SEAN O'BRIEN; [Sean O'Brien]",
                "JEAN-PIERRE DUPONT; [Jean-Pierre Dupont]",
                "J.R. SMITH; [J.R. Smith]",
                "JK SMITH; [JK SMITH]",
                "SANA; []",
                "José Ortega y Gasset; [José Ortega y Gasset]",
                "Ana García y Luis Gómez; [Ana García, Luis Gómez]",
                "Иван Петров и Анна Иванова; [Иван Петров, Анна Иванова]",
                "张三、李四; [张三, 李四]",
                "John Smith, Staff Writer; [John Smith]",
                "Staff Writer John Smith; [John Smith]",
                "Staff Reporter; []",
                "Daily Harbour; []",
                "Daily Harbour Staff; []",
                "Redaktion; []",
                "AFP; []",
                "John Smith Jr.; [John Smith Jr.]",
                "John Smith, john smith; [John Smith]",
                "by Anna Weiss, by John Smith; [Anna Weiss, John Smith]",
                "Erstellt von Anna Weiss; [Anna Weiss]",
                "Autor: Weiss; [Weiss]",
                "Von Arx; [Von Arx]",
                "Maria von Trapp; [Maria von Trapp]",
                "Harbour Verlag GmbH, Munich, Germany; []",
                "John Smith, Harbour Verlag GmbH; [John Smith]",
                "Verein der Fischer e.V.; []",
                "Harbour Web (www.harbour.example); []",
                "https://social.example/john; []",
                "Anna Weiss is a content writer at the harbour of Brenn and keeps goats; []",
            })
    void readsAuthors(String text, String expected) {
        assertThat(page().site("harbour.example", "Daily Harbour")
                        .capture(Field.AUTHORS, text)
                        .read()
                        .authors())
                .hasToString(expected);
    }

    @Test
    void aSiteIsNoListOfAuthors() {
        assertThat(page().site("harbour.example", "Boats & Goats")
                        .capture(Field.AUTHORS, "Boats & Goats")
                        .read()
                        .authors())
                .isEmpty();
    }

    @Test
    void authorsOfSiteRulesStandAlone() {
        assertThat(page().capture(Field.AUTHORS, "Carl May")
                        .bySite()
                        .capture(Field.AUTHORS, "Anna Weiss")
                        .read()
                        .authors())
                .containsExactly("Anna Weiss");
    }

    @Test
    void staffOfTheSiteDoesNotHideAnAuthor() {
        assertThat(page().capture(Field.AUTHORS, "Carl May")
                        .bySite()
                        .capture(Field.AUTHORS, "Staff Reporter")
                        .read()
                        .authors())
                .containsExactly("Carl May");
    }

    // ---- places and agencies

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MOSCOW; Moscow",
                "NEW YORK; New York",
                "RIO DE JANEIRO; Rio de Janeiro",
                "WASHINGTON, D.C.; Washington, D.C.",
                "LA CROSSE, Wis.; La Crosse, Wis.",
                "NEW YORK, NY; New York, NY",
                "BEIJING/HONG KONG; Beijing/Hong Kong",
                "ST. PETERSBURG; St. Petersburg",
                "PORT-AU-PRINCE; Port-au-Prince",
                "N'DJAMENA; N'Djamena",
                "XI'AN; Xi'an",
                "UFA; Ufa",
                "U.S.; U.S.",
                "Baku, Azerbaijan; Baku, Azerbaijan",
                "Москва; Москва",
                "МОСКВА; Москва",
                "北京; 北京",
            })
    void writesPlaceAsInRunningText(String text, String expected) {
        assertThat(page().capture(Field.PLACE, text).read().place()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/TASS/,TASS", "/TASS/.,TASS", "(AP),AP", "TRTWorld and agencies,TRTWorld and agencies"})
    void writesAgencyWithoutItsBrackets(String text, String expected) {
        assertThat(page().capture(Field.AGENCY, text).read().agency()).isEqualTo(expected);
    }

    // ---- pictures

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Photo: Lynne Hart; Lynne Hart",
                "Photo : Lynne Hart; Lynne Hart",
                "© AP Photo/Lynne Hart; AP Photo/Lynne Hart",
                "(AP Photo/Lynne Hart); AP Photo/Lynne Hart",
                "Photo by Lynne Hart.; Lynne Hart",
                "Photo courtesy of Lynne Hart; Lynne Hart",
                "Foto: IMAGO/Lynne Hart; IMAGO/Lynne Hart",
                "Фото: Иван Петров/ТАСС; Иван Петров/ТАСС",
                "(c) dpa; dpa",
                "TRT World and Agencies; TRT World and Agencies",
                "Press service of the northern province/TASS; Press service of the northern province/TASS",
                "Getty Images; Getty Images",
                "写真：山田太郎; 山田太郎",
                "Image by: Lynne Hart; Lynne Hart",
                "Handout: Ministry of Ferries; Ministry of Ferries",
                "图/张三; 张三",
                "图／李四; 李四",
                "Photo/Lynne Hart; Photo/Lynne Hart",
                "File Photo/TASS; File Photo/TASS",
            })
    void writesCreditWithoutItsLabel(String text, String expected) {
        assertThat(page().capture(Field.CREDIT, text).read().credits()).containsExactly(expected);
    }

    @Test
    void pairsCaptionWithCreditOfOneMatch() {
        Metadata metadata = page().capture(Field.CAPTION, "Boats in the harbour")
                .sameMatch(Field.CREDIT, "AP Photo/Lynne Hart")
                .further()
                .capture(Field.CAPTION, "A lighthouse")
                .sameMatch(Field.CREDIT, "AP Photo/Lynne Hart")
                .read();
        assertThat(metadata.images())
                .containsExactly(
                        new Image("Boats in the harbour", "AP Photo/Lynne Hart"),
                        new Image("A lighthouse", "AP Photo/Lynne Hart"));
        assertThat(metadata.credits()).containsExactly("AP Photo/Lynne Hart");
    }

    @Test
    void countsPictureOnceThatIsDescribedTwice() {
        Metadata metadata = page().capture(Field.CAPTION, "Boats in the harbour")
                .sameMatch(Field.CREDIT, "AP Photo/Lynne Hart")
                .nextLine(Field.CAPTION, "Boats in the harbour")
                .nextLine(Field.CREDIT, "© AP Photo/Lynne Hart")
                .read();
        assertThat(metadata.images()).containsExactly(new Image("Boats in the harbour", "AP Photo/Lynne Hart"));
    }

    @Test
    void pairsAdjacentLinesOfTwoMatches() {
        assertThat(page().capture(Field.CAPTION, "Boats in the harbour")
                        .capture(Field.CREDIT, "Lynne Hart/TASS")
                        .read()
                        .images())
                .containsExactly(new Image("Boats in the harbour", "Lynne Hart/TASS"));
    }

    @Test
    void doesNotPairLinesFarApart() {
        assertThat(page().capture(Field.CAPTION, "Boats in the harbour")
                        .further()
                        .capture(Field.CREDIT, "Lynne Hart/TASS")
                        .read()
                        .images())
                .containsExactly(new Image("Boats in the harbour", null), new Image(null, "Lynne Hart/TASS"));
    }

    // ---- the rest

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "herring, fisheries, Oresk; [herring, fisheries, Oresk]",
                "#ferry #storm; [ferry, storm]",
                "Ferry, ferry, FERRY; [Ferry]",
                ", ,; []",
                "经济，社会; [经济, 社会]",
                "Harbours / Storms; [Harbours, Storms]",
                "AC/DC, Queen; [AC/DC, Queen]",
                "اقتصاد، مجتمع; [اقتصاد, مجتمع]",
            })
    void splitsTags(String text, String expected) {
        assertThat(page().capture(Field.TAGS, text).read().tags()).hasToString(expected);
    }

    @Test
    void gathersTagsOfSeveralLines() {
        assertThat(page().capture(Field.TAGS, "Bees")
                        .nextLine(Field.TAGS, "Roofs")
                        .read()
                        .tags())
                .containsExactly("Bees", "Roofs");
    }

    @Test
    void keepsSectionAsWritten() {
        assertThat(page().capture(Field.SECTION, "WORLD").read().section()).isEqualTo("WORLD");
        assertThat(page().capture(Field.SECTION, " > Food & Drink /").read().section())
                .isEqualTo("Food & Drink");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"3,3", "0,-", "99999999999999,-", "x,-", "٣,3"})
    void readsMinutes(String text, Integer expected) {
        assertThat(page().capture(Field.READING_MINUTES, text).read().readingMinutes())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.harbour.example/2017/x,harbour.example",
                "https://news.bbc.co.uk/x,bbc.co.uk",
                "http://a.b.com.au:8080/,b.com.au",
                "harbour.com/x,harbour.com",
                "harbour.html,-",
                "https://user@www.harbour.example?x,harbour.example",
                "https://WWW.Harbour.Example.,harbour.example",
                "http://192.168.0.1/x,-",
                "http://localhost/x,-",
                "http://co.uk/,-",
                "nonsense,-",
            })
    void readsSiteFromUrl(String url, String expected) {
        assertThat(page().url(url).read().site()).isEqualTo(expected);
    }

    @Test
    void sitePackGoesBeforeUrl() {
        Metadata metadata = page().url("https://mirror.example/x")
                .site("harbour.example", "Daily Harbour")
                .read();
        assertThat(metadata.site()).isEqualTo("harbour.example");
        assertThat(metadata.siteName()).isEqualTo("Daily Harbour");
        assertThat(metadata.url()).isEqualTo("https://mirror.example/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", ",", "()", "©", "Photo:", "...", "-", "/"})
    void emptyValuesAreAbsent(String text) {
        FindingsBuilder page = page();
        for (Field field : Field.values()) {
            page.capture(field, text);
        }
        Metadata metadata = page.read();
        assertThat(metadata.authors()).isEmpty();
        assertThat(metadata.agency()).isIn(null, "Photo");
        assertThat(metadata.published()).isNull();
        assertThat(metadata.readingMinutes()).isNull();
        assertThat(metadata.title()).isNotEqualTo("");
        assertThat(metadata.place()).isNotEqualTo("");
        assertThat(metadata.credits()).doesNotContain("");
    }

    /** Each picture is compared with those before it, so a hostile page of nothing but credits would take for ever. */
    @Test
    void knowsOnlySoManyPicturesOfAPageButAllCredits() {
        FindingsBuilder page = page();
        for (int i = 0; i < 30_000; i++) {
            page.capture(Field.CREDIT, "Photographer " + i);
        }
        Metadata metadata = page.read();
        assertThat(metadata.images()).hasSize(Pictures.MOST);
        assertThat(metadata.credits()).hasSize(30_000);
    }

    @Test
    void longCapturesComeToAnEnd() {
        FindingsBuilder page = page();
        for (String piece : List.of("A ", "a, ", "Photo: ", "(", "1/", "JOHN and ", "- ", "©")) {
            for (Field field : Field.values()) {
                page.capture(field, piece.repeat(100_000 / piece.length()));
            }
        }
        assertThat(page.read().published()).isNull();
    }

    // ---- what is said though it says nothing

    @Test
    void aBarOfLinksIsNoCaption() {
        assertThat(page().capture(Field.CAPTION, "NEWS | ARCHIVE | VIDEO | SHOP")
                        .read()
                        .images())
                .isEmpty();
    }

    @Test
    void whoseAPictureIsIsNoCaption() {
        Metadata metadata = page().capture(Field.CAPTION, "Foto: Ada Holm").read();
        assertThat(metadata.images()).extracting(image -> image.caption()).containsOnlyNulls();
        assertThat(metadata.credits()).containsExactly("Ada Holm");
    }

    @Test
    void keepsCaptionThatBeginsWithAWordOfCredits() {
        Metadata metadata =
                page().capture(Field.CAPTION, "Archives: the harbour in spring").read();
        assertThat(metadata.images())
                .extracting(image -> image.caption())
                .containsExactly("Archives: the harbour in spring");
        assertThat(metadata.credits()).isEmpty();
    }

    @Test
    void serviceLinksAreNeitherTagsNorSections() {
        Metadata metadata = page().capture(Field.TAGS, "Bridges, Stellenangebote, null, Tandems")
                .capture(Field.SECTION, "Strona główna")
                .capture(Field.SECTION, "Roads")
                .read();
        assertThat(metadata.tags()).containsExactly("Bridges", "Tandems");
        assertThat(metadata.section()).isEqualTo("Roads");
    }

    @Test
    void aPlaceholderIsNoDescription() {
        assertThat(page().capture(Field.DESCRIPTION, "null").read().description())
                .isNull();
        assertThat(page().capture(Field.DESCRIPTION, "Forty cyclists\u200B crossed.")
                        .read()
                        .description())
                .isEqualTo("Forty cyclists crossed.");
    }

    @Test
    void entriesForLibrariesAreOnePersonEach() {
        assertThat(page().head("authors", "Holm Lind, Ada Maria", "html/citation")
                        .head("authors", "Reed, T.", "html/citation")
                        .read()
                        .authors())
                .containsExactly("Ada Maria Holm Lind", "T. Reed");
    }

    // ---- agencies, names of sites, languages

    @Test
    void takesTheAgencyThatStandsWhereAnAuthorDoes() {
        Metadata byline = page().capture(Field.AUTHORS, "Ada Holm, Reuters").read();
        assertThat(byline.agency()).isEqualTo("Reuters");
        assertThat(byline.evidence()).containsEntry("agency", "common/authors0");
        Metadata organization = page().capture(Field.AUTHORS, "Ada Holm")
                .head("organization", "AFP", "html/json-ld")
                .read();
        assertThat(organization.agency()).isEqualTo("AFP");
        assertThat(organization.evidence()).containsEntry("agency", "html/json-ld");
        assertThat(page().head("home", "AFP", "html/json-ld").read().agency()).isNull();
        assertThat(page().capture(Field.AUTHORS, "Reuters")
                        .capture(Field.AGENCY, "(AP)")
                        .read()
                        .agency())
                .as("a rule says so")
                .isEqualTo("AP");
    }

    @Test
    void takesTheSitesNameThatThePageTells() {
        assertThat(page().capture(Field.SITE_NAME, " Harbour  Post ").read().siteName())
                .isEqualTo("Harbour Post");
        assertThat(page().capture(Field.SITE_NAME, "undefined").read().siteName())
                .isNull();
    }

    @Test
    void takesTheLanguageThatThePageDeclaresWhereTheTextTellsNone() {
        Metadata declared = page().language(null)
                .head("language", "de-CH", "html/lang")
                .nearTitle("11.04.2017")
                .read();
        assertThat(declared.language()).isEqualTo("de");
        assertThat(declared.evidence()).containsEntry("language", "html/lang");
        assertThat(declared.published()).as("in German the day stands first").isEqualTo("2017-04-11");
        Metadata told = page().head("language", "de", "html/lang").read();
        assertThat(told.language()).isEqualTo("en");
        assertThat(told.evidence()).doesNotContainKey("language");
        assertThat(page().language(null).read().language()).isNull();
    }

    @Test
    void readsDatesOfNumbersInTheOrderOfTheTextsLanguage() {
        assertThat(page().language("de").nearTitle("11.04.2017").read().published())
                .isEqualTo("2017-04-11");
        assertThat(page().language("de").nearTitle("11/04/2017").read().published())
                .as("with signs that are not German")
                .isNull();
        assertThat(page().nearTitle("11.04.2017").read().published())
                .as("English has two orders")
                .isNull();
        assertThat(page().language("de")
                        .capture(Field.PUBLISHED, "11.04.2017")
                        .read()
                        .published())
                .as("a rule says its order itself")
                .isNull();
    }

    @Test
    void takesNoSectionOfAMenu() {
        String text = "Ferry sails again after storm\nBy Ada Holm\n"
                + "The ferry left the harbour on Sunday morning with forty people on board, said the master.\n";
        Winnow winnow = Winnow.builder().build();
        assertThat(winnow.clean("Weather\n" + text).metadata().section()).isEqualTo("Weather");
        assertThat(winnow.clean("Weather\nSport\n" + text).metadata().section()).isNull();
    }

    @Test
    void takesNoButtonBesideTheDateForAnAuthor() {
        String text = "桥梁今天早上恢复通车\n2021年10月12日 18:05\n%s\n"
                + "大桥今天早上恢复通车，四十人乘坐第一班公共汽车过桥，市长在桥头迎接了他们。\n"
                + "负责人表示，大桥的检查工作将在明年春天结束，届时可以通行更重的车辆。\n";
        Winnow winnow = Winnow.builder().build();
        assertThat(winnow.clean(text.replace("%s", "周海")).metadata().authors()).containsExactly("周海");
        assertThat(winnow.clean(text.replace("%s", "我要评论")).metadata().authors())
                .isEmpty();
    }
}
