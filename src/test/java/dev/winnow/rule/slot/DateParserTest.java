package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {

    private static final DateParser PARSER = new DateParser(TestLexicons.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2017-04-13; 2017-4-13",
                "2017/04/13; 2017-4-13",
                "2017.04.13; 2017-4-13",
                "2017. 4. 13.; 2017-4-13",
                "April 13, 2017; 2017-4-13",
                "April 13th, 2017; 2017-4-13",
                "Apr. 13, 2017; 2017-4-13",
                "APRIL 13 2017; 2017-4-13",
                "13 April 2017; 2017-4-13",
                "13 Apr 17; 2017-4-13",
                "13-Apr-2017; 2017-4-13",
                "13/Apr/2017; 2017-4-13",
                "13th of April 2017; 2017-4-13",
                "Thursday, April 13, 2017; 2017-4-13",
                "Thu 13 Apr 2017; 2017-4-13",
                "Thursday the 13th of April, 2017; 2017-4-13",
                "April 13, 2017 (Thursday); 2017-4-13",
                "2017 April 13; 2017-4-13",
                "13. April 2017; 2017-4-13",
                "Donnerstag, den 13. April 2017; 2017-4-13",
                "Do, 13. März 2017; 2017-3-13",
                "13 avril 2017; 2017-4-13",
                "1er août 2017; 2017-8-1",
                "jeudi 13 févr. 2017; 2017-2-13",
                "13 de abril de 2017; 2017-4-13",
                "jueves, 13 abr. 2017; 2017-4-13",
                "13 de março de 2017; 2017-3-13",
                "quinta-feira, 13 de dezembro de 2017; 2017-12-13",
                "13 aprile 2017; 2017-4-13",
                "1º maggio 2017; 2017-5-1",
                "13 augustus 2017; 2017-8-13",
                "donderdag 13 mrt. 2017; 2017-3-13",
                "13 kwietnia 2017; 2017-4-13",
                "13 października 2017 r.; 2017-10-13",
                "13 апреля 2017; 2017-4-13",
                "13 апреля 2017 г.; 2017-4-13",
                "четверг, 13 мая 2017 года; 2017-5-13",
                "13 Nisan 2017; 2017-4-13",
                "13 NİSAN 2017 Perşembe; 2017-4-13",
                "13 Ağustos 2017; 2017-8-13",
                "13 أبريل 2017; 2017-4-13",
                "١٣ نيسان/أبريل ٢٠١٧; 2017-4-13",
                "الخميس 13 نيسان 2017; 2017-4-13",
                "2017年4月13日; 2017-4-13",
                "2017年04月13日（木）; 2017-4-13",
                "２０１７年４月１３日; 2017-4-13",
                "2017년 4월 13일; 2017-4-13",
            })
    void readsDate(String text, String expected) {
        WrittenDate written = PARSER.parse(text).orElseThrow();
        assertThat(written.year() + "-" + written.month() + "-" + written.day()).isEqualTo(expected);
        assertThat(written.parts()).isEqualTo(WrittenDate.Parts.DATE);
        assertThat(written.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "11/04/2017; 2017; [11, 4]",
                "11.04.2017; 2017; [11, 4]",
                "11. 4. 2017; 2017; [11, 4]",
                "11-04-2017; 2017; [11, 4]",
                "11 / 04 / 2017; 2017; [11, 4]",
                "13/04/2017; 2017; [13, 4]",
                "04/13/2017; 2017; [4, 13]",
                "11.04.17; null; [11, 4, 17]",
                "17/04/11; null; [17, 4, 11]",
                "Di, 11.04.2017; 2017; [11, 4]",
            })
    void leavesOrderOfNumbersOpen(String text, String year, String open) {
        WrittenDate written = PARSER.parse(text).orElseThrow();
        assertThat(String.valueOf(written.year())).isEqualTo(year);
        assertThat(written.open()).hasToString(open);
        assertThat(written.month()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2018-02-12T08:49:00+04:00; 08:49; +04:00",
                "2018-02-12T08:49Z; 08:49; Z",
                "2018-02-12T08:49:00.000Z; 08:49; Z",
                "2018-02-12 08:49; 08:49; null",
                "2018-02-12 08:49:00 +0300; 08:49; +03:00",
                "2018-02-12 08:49 -0500; 08:49; -05:00",
                "12 February 2018 08:49 (UTC +04:00); 08:49; +04:00",
                "12 February 2018 08:49 (GMT+7); 08:49; +07:00",
                "12 February 2018, 08:49 GMT; 08:49; Z",
                "12 February 2018 | 08:49 MSK; 08:49; +03:00",
                "12 February 2018 - 8.49pm; 20:49; null",
                "February 12, 2018 at 8:49 a.m.; 08:49; null",
                "February 12, 2018, 8 pm EST; 20:00; -05:00",
                "February 12, 2018 12:05 AM; 00:05; null",
                "February 12, 2018 12:05 PM ET; 12:05; null",
                "08:49 BST, 12 February 2018; 08:49; +01:00",
                "8:49 am on 12 February 2018; 08:49; null",
                "12.02.2018, 08:49 Uhr; 08:49; null",
                "12. Februar 2018 um 8 Uhr; 08:00; null",
                "12.02.2018 - 08.49 Uhr; 08:49; null",
                "12 février 2018 à 08h49; 08:49; null",
                "12/02/2018 à 8h; 08:00; null",
                "12 de febrero de 2018 a las 08:49h.; 08:49; null",
                "12 de fevereiro de 2018 às 08h49min; 08:49; null",
                "12 febbraio 2018 alle 08:49; 08:49; null",
                "12 februari 2018 om 08:49 uur; 08:49; null",
                "12 lutego 2018, godz. 08:49; 08:49; null",
                "12 февраля 2018 в 08:49; 08:49; null",
                "12 февраля 2018, 08:49 мск; 08:49; +03:00",
                "12 Şubat 2018 saat 08:49; 08:49; null",
                "12 فبراير 2018 - 08:49; 08:49; null",
                "2018年2月12日08:49; 08:49; null",
                "2018年2月12日 午後8時49分; 20:49; null",
                "2018年02月12日 下午 8:49; 20:49; null",
                "2018/02/12 08:49; 08:49; null",
                "Monday 12 February 2018 08.49 GMT; 08:49; Z",
            })
    void readsTimeAndZone(String text, String time, String offset) {
        WrittenDate written = PARSER.parse(text).orElseThrow();
        assertThat(written.parts()).isEqualTo(WrittenDate.Parts.DATETIME);
        assertThat(written.year()).isEqualTo(2018);
        assertThat(written.time()).hasToString(time);
        assertThat(String.valueOf(written.offset())).isEqualTo(offset);
    }

    @Test
    void understandsZoneWithoutGuessingItsOffset() {
        WrittenDate written = PARSER.parse("February 12, 2018 8:49 PM IST").orElseThrow();
        assertThat(written.zone()).isEqualTo("IST");
        assertThat(written.offset()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "April 11",
                "Apr. 11",
                "11 April",
                "11 Apr.",
                "April 11th",
                "11 APR",
                "11 avr",
                "11 abr",
                "11. April",
                "11 de abril",
                "11 апреля",
                "11 апр",
                "11 kwietnia",
                "11 Nisan",
                "11 أبريل",
                "4月11日",
                "Tuesday, April 11",
                "4월 11일"
            })
    void readsDayWithoutYear(String text) {
        WrittenDate written = PARSER.parse(text).orElseThrow();
        assertThat(written.parts()).isEqualTo(WrittenDate.Parts.MONTHDAY);
        assertThat(written.month()).isEqualTo(4);
        assertThat(written.day()).isEqualTo(11);
        assertThat(written.year()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"08:49,08:49", "8 pm,20:00", "8.49 Uhr,08:49", "20h30,20:30", "0849 GMT,08:49", "23:59:07,23:59:07"})
    void readsTimeAlone(String text, String time) {
        WrittenDate written = PARSER.parse(text).orElseThrow();
        assertThat(written.parts()).isEqualTo(WrittenDate.Parts.TIME);
        assertThat(written.time()).hasToString(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "2017",
                "April",
                "May 2017",
                "April 32",
                "32/04/2017",
                "13/13/2017",
                "99:99",
                "1.2.3.4",
                "11/04-2017",
                "2017-13-13",
                "12 Smarch 2017",
                "a 2017-04-13",
                "2017-04-13 x",
                "April 11, 20 people"
            })
    void readsNothingElse(String text) {
        assertThat(PARSER.parse(text)).isEmpty();
    }

    @Test
    void ignoresDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PARSER.parse("APRIL 13, 2017")).isEqualTo(PARSER.parse("april 13, 2017"));
            assertThat(PARSER.parse("13 KASIM 2017")).isPresent();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void readsIsoWithoutAnyLexicon() {
        DateParser bare = new DateParser(Lexicons.NONE);
        assertThat(bare.parse("2017-04-13T10:00Z")).isPresent();
        assertThat(bare.parse("April 13, 2017")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by Ada Holm, 13 April 2017",
                "Posted on13 April 2017",
                "13 April 2017Ada Holm",
                "HolmApril 13, 2017"
            })
    void findsADateAmongOtherWords(String text) {
        assertThat(PARSER.find(text)).isEqualTo(PARSER.parse("13 April 2017"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"113.04.2017", "version 1.2.3", "13 April 20177", "sApril 13, 17x"})
    void findsNoDateInOtherNumbers(String text) {
        assertThat(PARSER.find(text)).isEmpty();
    }

    @Test
    void goesOnToTheDateBehindWantedWords() {
        assertThat(PARSER.find("changed 14 May 2018, written 13 April 2017", false, words -> words.contains("written")))
                .isEqualTo(PARSER.parse("13 April 2017"));
        assertThat(PARSER.find("changed 14 May 2018", false, words -> words.contains("written")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "6 มิถุนายน พ.ศ. 2564; 2021-6-6",
                "6 มิถุนายน 2564; 2021-6-6",
                "วันอาทิตย์ที่ 6 มิ.ย. 64; -",
                "6 มิ.ย. 64; 2021-6-6",
                "6 มิ.ย. 2021; 2021-6-6",
                "๖ มิถุนายน ๒๕๖๔; 2021-6-6",
                "6 June 2564 BE; 2021-6-6",
                "۱۶ خرداد ۱۴۰۰; 2021-6-6",
                "30 اسفند 1399; 2021-3-20",
                "30 اسفند 1400; -",
                "1400/03/16 ه.ش; 2021-6-6",
                "令和3年6月6日; 2021-6-6",
                "令和元年5月1日; 2019-5-1",
                "平成31年5月1日; -",
                "平成30年4月13日; 2018-4-13",
                "昭和64年1月7日; 1989-1-7",
                "R3.6.6; 2021-6-6",
                "民國110年6月6日; 2021-6-6",
                "中華民國110年06月06日; 2021-6-6",
                "25 شوال 1442 هـ; 2021-6-6",
                "1442/10/25 هـ; 2021-6-6",
                "29/09/2013 ዓ.ም; -",
                "2021年6月6日; 2021-6-6",
                "6 ביוני 2021; 2021-6-6",
                "६ जून २०२१; 2021-6-6",
                "6 Ιουνίου 2021; 2021-6-6",
            })
    void readsOtherCalendarsWhereTheTextShowsThem(String text, String expected) {
        assertThat(PARSER.parse(text)
                        .map(written -> written.year() + "-" + written.month() + "-" + written.day())
                        .orElse("-"))
                .isEqualTo(expected);
    }

    @Test
    void aSingleLetterIsAnEraInItsLanguageOnly() {
        assertThat(PARSER.parse("R3.6.6").orElseThrow().only()).isEqualTo("ja");
        assertThat(PARSER.parse("令和3年6月6日").orElseThrow().only()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2 hours ago; HOURS 2",
                "an hour ago; HOURS 1",
                "vor 3 Stunden; HOURS 3",
                "il y a 5 minutes; MINUTES 5",
                "hace 2 horas; HOURS 2",
                "há 3 dias; DAYS 3",
                "3 ore fa; HOURS 3",
                "gisteren; DAYS 1",
                "2 uur geleden; HOURS 2",
                "wczoraj, 12:30; DAYS 1",
                "вчера в 12:30; DAYS 1",
                "2 saat önce; HOURS 2",
                "منذ ساعتين; HOURS 2",
                "منذ ٣ أيام; DAYS 3",
                "3小时前; HOURS 3",
                "昨天 12:30; DAYS 1",
                "3時間前; HOURS 3",
                "πριν από 2 ώρες; HOURS 2",
                "12:30, gestern; DAYS 1",
            })
    void readsHowLongAgo(String text, String expected) {
        WrittenDate.Ago ago = PARSER.parse(text).orElseThrow().ago();
        assertThat(ago.unit().name() + " " + ago.amount()).isEqualTo(expected);
    }

    @Test
    void aTimeAgoAmongOtherWordsIsNone() {
        assertThat(PARSER.find("The 5 best films of today")).isEmpty();
    }

    @Test
    void findsADateWithItsTimeWhereANameIsJoinedToIt() {
        assertThat(PARSER.find("Posted 13 April 2017, 10:30Ada Holm")).isEqualTo(PARSER.parse("13 April 2017, 10:30"));
    }
}
