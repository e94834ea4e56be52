package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions in rules: which are refused, and what the others take. */
class RegexesTest {

    private static CompiledRegex compile(String regex, boolean exact, String... literals) throws TemplateException {
        return CompiledRegex.compile(new Pattern.Regex(regex, List.of(literals), null, Place.NOWHERE), exact, false);
    }

    /** What is wrong with an expression, each with its place. */
    private static List<String> problems(String regex, String... literals) {
        try {
            compile(regex, false, literals);
            return List.of();
        } catch (TemplateException e) {
            return e.problems().stream()
                    .map(problem -> problem.offset() + " " + problem.fault() + " " + problem.message())
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "boats [a => 6 REGEX not a regular expression",
                "boats (a => 0 REGEX not a regular expression",
                "boats *+ => 6 REGEX not a regular expression",
                "boats (?<=a)b => 6 REGEX not a regular expression",
                "\\Qboats => 0 REGEX \\Q is not supported",
                "a\\Qboats => 1 REGEX \\Q is not supported",
                "boats a{1001} => 7 REGEX repetitions are too large: at most 1000 times",
                "boats \u1C80 => 6 REGEX the letters U+1C80 to U+1C88 cannot be matched",
                "boats (?P<titel>a) => 10 FIELD group 'titel' is no metadata field to capture into; did you mean 'title'",
                "\\w+ => 0 LITERAL no literal text found",
            })
    void areRefusedWithThePlaceOfWhatIsWrong(String regex, String problem) {
        assertThat(problems(regex)).singleElement().asString().startsWith(problem);
    }

    @Test
    void tellThatRe2HasNoLookAround() {
        for (String regex : List.of("(?<=a)boats", "(?<!a)boats", "(?=a)boats", "(a)\\1 boats")) {
            assertThat(problems(regex)).singleElement().asString().contains("no look-around and no back-references");
        }
        assertThat(problems("boats [a")).singleElement().asString().doesNotContain("look-around");
    }

    @Test
    void tellAllThatIsWrong() {
        assertThat(problems("(?P<titel>\\w)(?P<x>\\w)")).hasSize(3);
        assertThat(problems("boats", " ")).singleElement().asString().startsWith("0 LITERAL");
        assertThat(problems("boats", "boats", "")).singleElement().asString().startsWith("0 LITERAL");
    }

    @Test
    void haveAtMostTenThousandCharacters() {
        String most = "boats " + "[abc][abc]".repeat(1_000).substring(0, 9_990) + "aaaa";
        assertThat(most).hasSize(10_000);
        assertThat(problems(most)).isEmpty();
        assertThat(problems(most + "a"))
                .singleElement()
                .asString()
                .startsWith("0 REGEX the expression is longer than 10000");
    }

    @Test
    void haveGroupsAtMostAHundredDeep() {
        String deep = "(".repeat(100) + "a" + ")".repeat(100) + " boats";
        assertThat(problems(deep)).isEmpty();
        assertThat(problems("(" + deep + ")")).singleElement().asString().startsWith("100 REGEX groups are nested");
        assertThat(problems("(a)".repeat(101) + " boats")).isEmpty();
        assertThat(problems("\\(".repeat(101) + " boats")).isEmpty();
        assertThat(problems("x\\((a)\\)".repeat(101) + " boats")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\Qboats", "boats\\.", "(?P<title>a) boats", "a{1000} boats", "Q boats"})
    void areTakenWhereNothingIsWrong(String regex) {
        assertThat(problems(regex)).isEmpty();
    }

    private static List<String> matches(CompiledRegex regex, String line, Mode mode, @Nullable Bindings bound) {
        List<String> found = new ArrayList<>();
        regex.match(MatchText.of(line), mode, new MatchContext(null, Map.of()), bound, 1, match -> {
            StringBuilder text = new StringBuilder(match.start() + "-" + match.end());
            match.values()
                    .forEach(value -> text.append(' ')
                            .append(value.field().key())
                            .append('=')
                            .append(value.text())
                            .append('@')
                            .append(value.start())
                            .append('-')
                            .append(value.end()));
            found.add(text.toString());
            return false;
        });
        return found;
    }

    private static List<String> matches(String regex, String line, Mode mode) throws TemplateException {
        return matches(compile(regex, false), line, mode, null);
    }

    @Test
    void takeAsMuchOfALineAsIsAsked() throws TemplateException {
        String line = "boats 12 boats 3";
        assertThat(matches("Boats \\d+", line, Mode.START)).containsExactly("0-8");
        assertThat(matches("Boats \\d+", line, Mode.END)).containsExactly("9-16");
        assertThat(matches("Boats \\d+", line, Mode.ANYWHERE)).containsExactly("0-8", "9-16");
        assertThat(matches("Boats \\d+", line, Mode.WHOLE)).isEmpty();
        assertThat(matches("Boats \\d+ boats \\d+", line, Mode.WHOLE)).containsExactly("0-16");
        assertThat(matches("boats 3", line, Mode.START)).isEmpty();
        assertThat(matches("boats 1", line, Mode.END)).isEmpty();
        assertThat(matches("boats|ferry", "", Mode.ANYWHERE, "boats", "ferry")).isEmpty();
    }

    private static List<String> matches(String regex, String line, Mode mode, String... literals)
            throws TemplateException {
        return matches(compile(regex, false, literals), line, mode, null);
    }

    @Test
    void countLettersAsTheyAreOnlyWhereTheyAreExact() throws TemplateException {
        assertThat(matches(compile("Boats", false), "BOATS", Mode.WHOLE, null)).hasSize(1);
        assertThat(matches(compile("Boats", true), "BOATS", Mode.WHOLE, null)).isEmpty();
        assertThat(matches(compile("Boats", true), "Boats", Mode.WHOLE, null)).hasSize(1);
    }

    @Test
    void captureValuesWithoutTheSpacesAroundThem() throws TemplateException {
        assertThat(matches("boats(?P<title>.*)of(?P<agency>.*)", "boats  a b of AP", Mode.WHOLE))
                .containsExactly("0-15 title=a b@6-9 agency=AP@13-15");
        assertThat(matches("boats(?P<title> \\w+)?(?P<agency>.*)x", "boats x", Mode.WHOLE))
                .containsExactly("0-7");
        assertThat(matches("(?P<section>a)?(?P<title>b+) boats", "bb boats", Mode.WHOLE))
                .containsExactly("0-8 title=bb@0-2");
    }

    @Test
    void repeatWhatAnotherPartOfASequenceCaptured() throws TemplateException {
        CompiledRegex regex = compile("boats of (?P<title>.*)", false);
        Bindings other = new Bindings(null, Field.TITLE, "The Harbour", "the harbour", 0, 0);
        Bindings same = new Bindings(null, Field.TITLE, "The Harbour", "the harbour", 1, 0);
        assertThat(matches(regex, "Boats of THE harbour", Mode.WHOLE, other)).hasSize(1);
        assertThat(matches(regex, "Boats of the quay", Mode.WHOLE, other)).isEmpty();
        assertThat(matches(regex, "Boats of the quay", Mode.WHOLE, same)).hasSize(1);
    }

    @Test
    void tellWhatTheyTake() throws TemplateException {
        CompiledRegex regex = compile("(?P<section>\\w+) boats (?P<title>.*)", false);
        assertThat(Arrays.stream(Field.values()).filter(regex::captures))
                .containsExactlyInAnyOrder(Field.SECTION, Field.TITLE);
        assertThat(regex.written()).isEqualTo("(?P<section>\\w+) boats (?P<title>.*)");
        assertThat(regex.literalLength()).isEqualTo(5);
        assertThat(regex.minLength()).isEqualTo(5);
        assertThat(regex.needsKnown()).isFalse();
        assertThat(regex.isFree()).isFalse();
        assertThat(regex.isOnly(Field.TITLE)).isFalse();
        assertThat(regex.mayBegin("x")).isTrue();
        assertThat(compile("(boats|oars) x", false, "boats", "oars").literalLength())
                .isEqualTo(4);
    }

    @Test
    void areLookedUpByWholeWordsWhereTheAuthorNamesThem() throws TemplateException {
        assertThat(compile("boats.*", false).keys(Mode.WHOLE)).containsExactly(new Key("boats", Key.Anchor.INSIDE));
        assertThat(compile("(boats|\\(oars\\)).*", false, "Boats", "(oars)").keys(Mode.WHOLE))
                .containsExactly(
                        new Key("boats", Key.Anchor.INSIDE, true, Integer.MAX_VALUE),
                        new Key("oars)", Key.Anchor.INSIDE, false, Integer.MAX_VALUE));
    }

    @Test
    void areTriedOnPagesOfTheirLanguage() throws TemplateException {
        CompiledRegex german =
                CompiledRegex.compile(new Pattern.Regex("boote", List.of(), "de", Place.NOWHERE), false, false);
        MatchText line = MatchText.of("Boote");
        for (String language : new String[] {"de", null}) {
            assertThat(german.match(line, Mode.WHOLE, new MatchContext(language, Map.of()), null, 0, match -> true))
                    .isTrue();
        }
        assertThat(german.match(line, Mode.WHOLE, new MatchContext("en", Map.of()), null, 0, match -> true))
                .isFalse();
    }
}
