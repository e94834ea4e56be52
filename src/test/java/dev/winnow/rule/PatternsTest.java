package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import dev.winnow.rule.slot.SlotType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template says of the lines that it can match. */
class PatternsTest {

    private static final Lexicons LEXICONS = new Lexicons(Map.of(
            "headings",
            new Lexicon("headings", Map.of("en", List.of("Read more", "Related"), "fr", List.of("À lire")))));

    private static CompiledPattern compile(String template, boolean exact) {
        try {
            return new PatternCompiler(LEXICONS)
                    .compile(new Pattern.Template(template, null, Place.NOWHERE), exact)
                    .get(0);
        } catch (TemplateException e) {
            throw new IllegalArgumentException(e.problem(), e);
        }
    }

    private static CompiledPattern compile(String template) {
        return compile(template, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boats and goats    | 15 | 15",
                "Boats {any} goats  | 10 | 2147483647",
                "{any}              | 0  | 2147483647",
                "{title}            | 1  | 2147483647",
                "{=title}           | 1  | 2147483647",
                "{title}: {agency}  | 3  | 2147483647",
                "{@headings}        | 6  | 9",
                "{title:@headings}: | 7  | 10",
            })
    void boundsTheLength(String template, int shortest, int longest) {
        assertThat(compile(template).minLength()).isEqualTo(shortest);
        assertThat(compile(template).maxLength()).isEqualTo(longest);
    }

    @Test
    void boundsTheLengthBySlotsWithAType() {
        CompiledPattern number = compile("{int}");
        assertThat(number.minLength()).isEqualTo(1);
        assertThat(number.maxLength()).isLessThan(100);
        assertThat(compile("{int} boats {int}").minLength()).isEqualTo(7);
        assertThat(compile("{int} boats {int}").maxLength()).isEqualTo(7 + 2 * number.maxLength());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boats and goats   | 15",
                "Boats {any} goats | 12",
                "{@headings}: {any}| 8",
                "{int}             | 0",
                "{=title} boats    | 6",
            })
    void countsItsLiteralText(String template, int units) {
        assertThat(compile(template).literalLength()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Boats        | false | false | false",
                "{any}        | false | false | true",
                "{title}      | false | false | true",
                "{int}        | true  | false | false",
                "Boats {int}  | true  | false | false",
                "{upper}      | false | false | false",
                "{=title}     | false | true  | false",
                "By {=title}  | false | true  | false",
                "By {title}   | false | false | false",
                "{@headings}  | false | false | false",
            })
    void tellsWhatItNeeds(String template, boolean digit, boolean known, boolean free) {
        CompiledPattern pattern = compile(template);
        assertThat(pattern.needsDigit()).isEqualTo(digit);
        assertThat(pattern.needsKnown()).isEqualTo(known);
        assertThat(pattern.isFree()).isEqualTo(free);
    }

    private static Set<Field> captured(String template) {
        CompiledPattern pattern = compile(template);
        return Arrays.stream(Field.values()).filter(pattern::captures).collect(Collectors.toSet());
    }

    private static Set<Field> only(String template) {
        CompiledPattern pattern = compile(template);
        return Arrays.stream(Field.values()).filter(pattern::isOnly).collect(Collectors.toSet());
    }

    @Test
    void tellsWhichFieldsItCaptures() {
        assertThat(captured("{title} by {authors}")).containsExactlyInAnyOrder(Field.TITLE, Field.AUTHORS);
        assertThat(captured("{section:@headings}")).containsExactly(Field.SECTION);
        assertThat(captured("{=title} {any} {int} boats")).isEmpty();
        assertThat(captured("{@headings}")).isEmpty();
    }

    @Test
    void tellsWhichFieldMayBeTheLinesOnlyText() {
        assertThat(only("{title}")).containsExactly(Field.TITLE);
        assertThat(only("{=title}")).containsExactly(Field.TITLE);
        assertThat(only("{any}")).isEmpty();
        assertThat(only("By {title}")).isEmpty();
        assertThat(only("{title} - {=section}")).isEmpty();
        assertThat(only("Boats")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Boats {any}      | BOATS  | true",
                "Boats {any}      | goats  | false",
                "“Boats”          | «goats | true",
                "Boats            | \"\"   | false",
                "{@headings}      | Reels  | true",
                "{@headings}      | rX     | false",
                "{@headings}      | R      | false",
                "{@headings}      | À la   | true",
                "{date} boats     | 7 May  | true",
                "{date} boats     | boats  | false",
                "{any} boats      | x      | true",
                "{title} boats    | x      | true",
                "{=title}         | x      | true",
            })
    void mayBeginALineToJudgeByItsFirstCharacters(String template, String line, boolean may) {
        assertThat(compile(template).mayBegin(line)).isEqualTo(may);
    }

    @Test
    void mayBeginOnlyALineOfTheSameLettersWhereItIsExact() {
        CompiledPattern boats = compile("Boats", true);
        assertThat(boats.mayBegin("Bow")).isTrue();
        assertThat(boats.mayBegin("bow")).isFalse();
        CompiledPattern space = compile("{@headings}", true);
        assertThat(space.mayBegin("Re")).isTrue();
        assertThat(space.mayBegin("re")).isFalse();
    }

    @Test
    void tellsTheTypeOfTheSlotThatItBeginsWith() {
        assertThat(compile("{int} boats").firstType())
                .isNotNull()
                .extracting(SlotType::name)
                .isEqualTo("int");
        assertThat(compile("{any} boats").firstType()).isNull();
        assertThat(compile("boats {int}").firstType()).isNull();
    }

    @Test
    void isFoundByItsRarestLiteralOrTriedOnShortLines() {
        assertThat(compile("Boats").selectivity(Mode.WHOLE))
                .isGreaterThan(compile("Boats {any}").selectivity(Mode.WHOLE));
        assertThat(compile("Boats {any}").selectivity(Mode.WHOLE))
                .isGreaterThan(compile("{any} boats {any}").selectivity(Mode.WHOLE));
        assertThat(compile("{any} boats {any}").selectivity(Mode.WHOLE)).isGreaterThan(1);
        assertThat(compile("{int}").selectivity(Mode.WHOLE)).isEqualTo(1);
        assertThat(compile("{int} {upper}").selectivity(Mode.WHOLE)).isEqualTo(1);
        assertThat(compile("{any}").selectivity(Mode.WHOLE)).isZero();
        assertThat(compile("{any}, {title}").selectivity(Mode.WHOLE)).isZero();
        assertThat(compile("{@headings}").selectivity(Mode.ANYWHERE))
                .as("as well as the least rare of its words")
                .isEqualTo(compile("À lire").selectivity(Mode.ANYWHERE));
    }

    private static List<String> keys(String template, Mode mode) {
        return compile(template).keys(mode).stream()
                .map(key -> key.anchor() + " " + key.literal() + (key.wholeWord() ? "!" : "")
                        + (key.latest() == Integer.MAX_VALUE ? "" : " " + key.latest()))
                .toList();
    }

    @Test
    void isLookedUpWhereItsLiteralStands() {
        assertThat(keys("Boats", Mode.WHOLE)).containsExactly("WHOLE boats 10");
        assertThat(keys("Boats", Mode.START)).containsExactly("START boats 10");
        assertThat(keys("Boats", Mode.END)).containsExactly("END boats");
        assertThat(keys("Boats", Mode.ANYWHERE)).containsExactly("INSIDE boats");
        assertThat(keys("{any} boats", Mode.WHOLE)).containsExactly("END boats");
        assertThat(keys("{any} boats", Mode.START)).containsExactly("INSIDE boats");
        assertThat(keys("Ab {any} boats", Mode.END)).containsExactly("END boats");
        assertThat(keys("Ab {@headings} x", Mode.START))
                .containsExactly("INSIDE lire! 18", "INSIDE read more! 24", "INSIDE related! 20");
        assertThat(keys("{any}min reading", Mode.WHOLE)).containsExactly("END min reading");
        assertThat(keys("{any}min reading {any}", Mode.WHOLE)).containsExactly("INSIDE reading ");
        assertThat(keys("{title}min reading {any}", Mode.WHOLE)).containsExactly("INSIDE reading ");
    }

    private static boolean isForAllThatSpeak(String template, String language, String spoken) {
        try {
            return ((CompiledTemplate) new PatternCompiler(LEXICONS)
                            .compile(
                                    new Pattern.Template(template, language.isEmpty() ? null : language, Place.NOWHERE),
                                    false)
                            .get(0))
                    .isForAllThatSpeak(spoken.isEmpty() ? null : spoken);
        } catch (TemplateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void isForPagesOfItsLanguage() {
        assertThat(isForAllThatSpeak("Boats", "", "de")).isTrue();
        assertThat(isForAllThatSpeak("Boats", "", "")).isTrue();
        assertThat(isForAllThatSpeak("Boats", "de", "de")).isTrue();
        assertThat(isForAllThatSpeak("Boats", "de", "en")).isFalse();
        assertThat(isForAllThatSpeak("Boats", "de", "")).isFalse();
        assertThat(isForAllThatSpeak("{@headings}", "", "")).isFalse();
        assertThat(isForAllThatSpeak("{@headings}", "de", "de")).isFalse();
    }

    private static List<String> problems(String template) {
        try {
            new PatternCompiler(LEXICONS).compile(new Pattern.Template(template, null, Place.NOWHERE), false);
            return List.of();
        } catch (TemplateException e) {
            return e.problems().stream()
                    .map(problem -> problem.offset() + " " + problem.fault())
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a {b                 | 2 SYNTAX",
                "a {b {int}           | 2 SYNTAX",
                "a {                  | 2 SYNTAX",
                "a } b                | 2 SYNTAX",
                "a }                  | 2 SYNTAX",
                "a {} b               | 2 SYNTAX",
                "a { } b              | 2 SYNTAX",
                "a {title}{agency}    | 9 SYNTAX",
                "a {any}{title:any}   | 7 SYNTAX",
                "a {@nothing}         | 4 LEXICON",
                "a {title:@nothing}   | 10 LEXICON",
                "a {=nothing}         | 4 FIELD",
                "a {nothing:int}      | 3 FIELD",
                "a {title:nothing}    | 9 SLOT",
                "a {nothing}          | 3 SLOT",
            })
    void tellsWhereItIsBroken(String template, String problem) {
        assertThat(problems(template)).containsExactly(problem);
    }

    @Test
    void tellsAllThatIsUnknown() {
        assertThat(problems("{nothing} {=neither} {no:such} b"))
                .containsExactly("1 SLOT", "12 FIELD", "22 FIELD", "25 SLOT");
        assertThat(problems("{x} ".repeat(12))).hasSize(10);
        assertThat(problems("{x} {y")).containsExactly("1 SLOT", "4 SYNTAX");
        assertThat(problems("  ")).containsExactly("0 SYNTAX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a {{b}} c   | a {b} c  | true",
                "{{          | {        | true",
                "}}          | }        | true",
                "{{{int}}}   | {7}      | true",
                "{{{int}}}   | 7        | false",
                "{int}{word} | 7boats   | false",
                "{any}{int}  | boats 7  | true",
                "{any:int}   | 7        | false",
            })
    void readsBracesThatAreDoubled(String template, String line, boolean fits) {
        boolean broken = !problems(template).isEmpty();
        assertThat(!broken
                        && compile(template)
                                .match(
                                        MatchText.of(line),
                                        Mode.WHOLE,
                                        new MatchContext(null, Map.of()),
                                        null,
                                        0,
                                        match -> true))
                .isEqualTo(fits);
    }
}
