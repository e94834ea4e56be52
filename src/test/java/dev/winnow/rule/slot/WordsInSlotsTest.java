package dev.winnow.rule.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.DateLabels.Meaning;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What word lists say reaches the slots and readers that are made of them. */
class WordsInSlotsTest {

    private static List<String> values(SlotTypes types, String type, String text, int start) {
        List<String> values = new ArrayList<>();
        types.get(type).orElseThrow().ends(text, start, text.length(), end -> values.add(text.substring(start, end)));
        return values;
    }

    private static Lexicons lexicons(String name, String... entries) {
        return new Lexicons(Map.of(name, new Lexicon(name, Map.of("en", List.of(entries)))));
    }

    private static String day(DateParser parser, String text) {
        WrittenDate date = parser.parse(text).orElseThrow();
        return date.year() + "-" + date.month() + "-" + date.day();
    }

    @Test
    void datesKnowMonthsErasZonesAndTimesAgo() {
        DateParser dates = new DateParser(TestLexicons.fresh());
        assertThat(day(dates, "13 dicembre 2017")).isEqualTo("2017-12-13");
        assertThat(day(dates, "13 เมษายน 2560")).isEqualTo("2017-4-13");
        assertThat(day(dates, "13 ธันวาคม 2560")).isEqualTo("2017-12-13");
        assertThat(day(dates, "平成29年4月13日")).isEqualTo("2017-4-13");
        assertThat(day(dates, "令和2年4月13日")).isEqualTo("2020-4-13");
        assertThat(day(dates, "中華民國106年4月13日")).isEqualTo("2017-4-13");
        assertThat(dates.parse("13 April 2017 08:49 MSK").orElseThrow().offset())
                .isEqualTo(ZoneOffset.ofHours(3));
        assertThat(dates.parse("13 April 2017 08:49 EST").orElseThrow().offset())
                .isEqualTo(ZoneOffset.ofHours(-5));
        assertThat(dates.find("Posted 3 hours ago by Ada", true, words -> true)
                        .orElseThrow()
                        .ago())
                .isNotNull();
    }

    @Test
    void typesAreAllThatTemplatesName() {
        SlotTypes types = SlotTypes.make(TestLexicons.fresh());
        assertThat(types.names())
                .containsExactlyInAnyOrder(
                        "any",
                        "int",
                        "year",
                        "number",
                        "word",
                        "upper",
                        "date",
                        "time",
                        "datetime",
                        "monthday",
                        "stamp",
                        "url",
                        "email",
                        "person",
                        "people",
                        "place",
                        "credit",
                        "tags");
        for (String type : types.names()) {
            assertThat(types.get(type).orElseThrow().name()).isEqualTo(type);
        }
    }

    @Test
    void agenciesWrittenSmallStandForAPerson() {
        SlotTypes types = SlotTypes.make(TestLexicons.fresh());
        assertThat(values(types, "person", "dpa", 0)).contains("dpa");
        assertThat(values(types, "person", "ada", 0)).isEmpty();
        assertThat(values(types, "place", "Frankfurt am Main", 0)).contains("Frankfurt am Main");
        assertThat(values(types, "place", "Frankfurt xy Main", 0)).doesNotContain("Frankfurt xy Main");
    }

    @Test
    void labelsOfDatesStandWithTheirColonOrWithout() {
        DateLabels labels = new DateLabels(lexicons("published-labels", "Out on:", "Since"));
        assertThat(labels.of("Out on ")).isEqualTo(Meaning.PUBLICATION);
        assertThat(labels.of("Out on: ")).isEqualTo(Meaning.PUBLICATION);
        assertThat(labels.of("Since ")).isEqualTo(Meaning.PUBLICATION);
        assertThat(labels.of("Sinc ")).isEqualTo(Meaning.UNKNOWN);
        assertThat(new DateLabels(lexicons("updated-labels", "Fresh")).of("Fresh "))
                .isEqualTo(Meaning.OTHER);
        // Both begin here and are one word: what says that it is the publication counts.
        Lexicons both = new Lexicons(Map.of(
                "published-labels", new Lexicon("published-labels", Map.of("en", List.of("On air"))),
                "updated-labels", new Lexicon("updated-labels", Map.of("en", List.of("On air", "On air again")))));
        assertThat(new DateLabels(both).of("On air ")).isEqualTo(Meaning.PUBLICATION);
        assertThat(new DateLabels(both).of("On air again ")).isEqualTo(Meaning.OTHER);
    }

    @Test
    void whatIsMadeOfListsIsMadeOnce() {
        Lexicons lexicons = TestLexicons.fresh();
        assertThat(lexicons.dates()).isSameAs(lexicons.dates());
        assertThat(lexicons.types().names()).contains("date");
        assertThat(lexicons.types()).isSameAs(lexicons.types()).isSameAs(SlotTypes.of(lexicons));
    }

    @Test
    void entriesWithSlotsAreNoWords() {
        Lexicons lexicons = lexicons("signs", "by {person}", "by}", "{by", "by|von", "DE=vom");
        assertThat(Lexicon.hasBraces("by {person}")).isTrue();
        assertThat(Lexicon.hasBraces("{by")).isTrue();
        assertThat(Lexicon.hasBraces("by}")).isTrue();
        assertThat(Lexicon.hasBraces("}")).isTrue();
        assertThat(Lexicon.hasBraces("by")).isFalse();
        assertThat(LexiconEntry.of(lexicons, "signs")).hasSize(2);
        assertThat(LexiconEntry.folded(lexicons, "signs", "none")).containsExactlyInAnyOrder("by", "von", "vom");
        assertThat(LexiconEntry.values(lexicons, "signs")).isEqualTo(Map.of("by", "", "von", "", "vom", "DE"));
        assertThat(LexiconEntry.of(lexicons, "none")).isEmpty();
    }

    @Test
    void phrasesAreFoundAmongManyLettersAndFew() {
        WordTrie trie = WordTrie.of(add -> {
            for (String word : List.of("ab", "bc", "cd", "de", "ef", "fg", "Ägypten", "été", "жук", "中", "ab cd")) {
                add.accept(word, word.length());
            }
            add.accept("ab", 77);
            add.accept("", 5);
        });
        for (String word : List.of("ab", "bc", "cd", "de", "ef", "fg", "ägypten", "ÉTÉ", "Жук", "中")) {
            long found = trie.longest("x " + word, 2, 99);
            assertThat(WordTrie.end(found)).as(word).isEqualTo(2 + word.length());
            assertThat(WordTrie.value(found)).as(word).isEqualTo(word.length());
            assertThat(trie.longest(word + "x", 0, 99))
                    .as(word)
                    .isEqualTo(word.equals("中") ? 1L << 32 | 1 : WordTrie.NONE);
        }
        assertThat(trie.longest("ab cd", 0, 5)).isEqualTo(5L << 32 | 5);
        assertThat(trie.longest("ab cd", 0, 4)).isEqualTo(2L << 32 | 2);
        assertThat(trie.longest("ab", 2, 9)).isEqualTo(WordTrie.NONE);
        assertThat(trie.longest("", 0, 9)).isEqualTo(WordTrie.NONE);
        assertThat(trie.longest("gh", 0, 9)).isEqualTo(WordTrie.NONE);
        WordTrie union = WordTrie.union(trie, WordTrie.of(add -> add.accept("gh", 0)));
        assertThat(WordTrie.end(union.longest("gh", 0, 9))).isEqualTo(2);
        assertThat(WordTrie.end(union.longest("fg", 0, 9))).isEqualTo(2);
    }
}
