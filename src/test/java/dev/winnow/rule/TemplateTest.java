package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.rule.slot.Lexicon;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final Lexicons LEXICONS = new Lexicons(Map.of(
            "headings",
            new Lexicon(
                    "headings", Map.of("en", List.of("Read more", "Related"), "fr", List.of("Comment", "À lire")))));

    private static CompiledPattern compile(String template) {
        try {
            return new PatternCompiler(LEXICONS)
                    .compile(new Pattern.Template(template, null, Place.NOWHERE), false)
                    .get(0);
        } catch (TemplateException e) {
            throw new IllegalArgumentException(e.problem(), e);
        }
    }

    private static @Nullable Map<String, String> match(String template, String line) {
        return match(template, line, Mode.WHOLE, new MatchContext(null, Map.of()));
    }

    private static @Nullable Map<String, String> match(String template, String line, Mode mode, MatchContext context) {
        List<Map<String, String>> found = new ArrayList<>();
        compile(template).match(MatchText.of(line), mode, context, null, 0, match -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("", match.start() + "-" + match.end());
            match.values().forEach(value -> values.put(value.field().key(), value.text()));
            found.add(values);
            return true;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    @Test
    void ignoresCaseRunsOfSpaceAndStyleOfQuotesAndDashes() {
        assertThat(match("“Read” – more", "\"READ\"  -\u00a0MORE")).isNotNull();
    }

    @Test
    void ignoresMarksOfTheWritingDirection() {
        assertThat(match("المصدر: {agency}", "\u202Bالمصدر:\u202C وكالات\u200F"))
                .containsEntry("agency", "وكالات")
                .containsEntry("", "0-14");
        assertThat(match("اقرأ أيضا", "\u200F إقرأ أيضا \u200F")).isNotNull();
        assertThat(match("a {any}", "\u200F\u200E")).isNull();
    }

    @Test
    void capturesTextBetweenLiterals() {
        assertThat(match("Filed under {section} by {agency}", "Filed under Harbour News by Coast Wire"))
                .containsEntry("section", "Harbour News")
                .containsEntry("agency", "Coast Wire");
    }

    @Test
    void fillsNoFieldFromASlotThatNamesOnlyAType() {
        assertThat(match("{url} network", "harbour.com network")).containsEntry("url", "harbour.com");
        assertThat(match("{:url} network", "harbour.com network")).containsOnlyKeys("");
        assertThat(match("{:url} network", "harbour network")).isNull();
        assertThatThrownBy(() -> compile("{:caption} network")).hasMessageContaining("unknown slot type 'caption'");
        assertThatThrownBy(() -> compile("{:@headings} network")).hasMessageContaining("no metadata field");
    }

    @Test
    void capturesWordOfLexicon() {
        assertThat(match("{section:@headings}: {any}", "Read more: the reeds")).containsEntry("section", "Read more");
        assertThat(match("{section:@headings}: {any}", "Reeds: the lake")).isNull();
    }

    @Test
    void capturedTextIsNeverEmptyButAnyMayBe() {
        assertThat(match("Sign up for {any} newsletter", "Sign up for newsletter"))
                .isNotNull();
        assertThat(match("Source: {agency}", "Source: ")).isNull();
        assertThat(match("SOURCE:{any}TRT{any}", "SOURCE:TRTWorld and agencies"))
                .isNotNull();
    }

    @Test
    void takesOnlyTheWholeLineUnlessAskedOtherwise() {
        assertThat(match("Read more", "Read more books, he said")).isNull();
        assertThat(match("Read more", "Read more books", Mode.START, new MatchContext(null, Map.of())))
                .containsEntry("", "0-9");
        assertThat(match("Read more", "Read moreover", Mode.START, new MatchContext(null, Map.of())))
                .isNull();
        assertThat(match("(AP)", "said on Monday (AP)", Mode.END, new MatchContext(null, Map.of())))
                .containsEntry("", "15-19");
    }

    @Test
    void aFieldNamedTwiceMustMatchTheSameText() {
        assertThat(match("{title} | {title}", "Ferry Sails | FERRY sails")).containsEntry("title", "FERRY sails");
        assertThat(match("{title} | {title}", "Ferry sails | Ferry sinks")).isNull();
    }

    @Test
    void lexiconWordsBelongToTheDocumentsLanguage() {
        MatchContext french = new MatchContext("fr", Map.of());
        MatchContext english = new MatchContext("en", Map.of());
        assertThat(match("{@headings}", "comment")).isNotNull();
        assertThat(match("{@headings}", "comment", Mode.WHOLE, french)).isNotNull();
        assertThat(match("{@headings}", "comment", Mode.WHOLE, english)).isNull();
        assertThat(match("{@headings}: {any}", "Read more: all about ferries", Mode.WHOLE, english))
                .isNotNull();
    }

    @Test
    void comparesWithTheKnownTitle() {
        MatchContext known = new MatchContext(null, Map.of(Field.TITLE, "Ferry sails again after the storm"));
        assertThat(match("Home News {=title}", "Home News Ferry sails again, after the storm", Mode.WHOLE, known))
                .isNotNull();
        assertThat(match("Home News {=title}", "Home News Ferry sinks", Mode.WHOLE, known))
                .isNull();
        assertThat(match("Home News {=title}", "Home News Ferry sails again after the storm"))
                .isNull();
    }

    @Test
    void bracesAreWrittenTwice() {
        assertThat(match("{{widget}}", "{widget}")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Published on {publisht}| did you mean 'published'",
                "{published:dat}| did you mean 'date'",
                "{@heading}| did you mean 'headings'",
                "{=titel}| did you mean 'title'",
                "Open {brace| '{' without '}'",
                "{title}{description}| two free slots side by side",
            })
    void saysWhatIsWrongWithATemplate(String template, String message) {
        assertThatThrownBy(() -> compile(template)).hasMessageContaining(message.strip());
    }

    @Test
    void matchesInTimeLinearInTheLine() {
        String line = "a b ".repeat(4_000) + "c";
        assertThat(match("{any} x {any} y {any} z {any}", line)).isNull();
        assertThat(match("{title} b {section} b {agency} b {any} d", line)).isNull();
        assertThat(match("{any}a{any}b{any}a{any}b{any}d", line)).isNull();
    }

    @Test
    void looksUpTheMostSelectiveLiteral() {
        assertThat(keys("Read more")).containsExactly("WHOLE read more");
        assertThat(keys("By {authors:any} for Reuters")).containsExactly("END for reuters");
        assertThat(keys("{section} Materials {any}")).containsExactly("INSIDE materials ");
        assertThat(keys("{@headings}: {any}"))
                .containsExactly("START comment", "START read more", "START related", "START à lire");
        assertThat(keys("{any}")).isEmpty();
        assertThat(keys("{place:upper}, {dateline_date:monthday}")).isEmpty();
    }

    private static List<String> keys(String template) {
        return compile(template).keys(Mode.WHOLE).stream()
                .map(key -> key.anchor() + " " + key.literal())
                .toList();
    }

    @Test
    void endsWordsWithSlotsWhereWordsEnd() throws TemplateException {
        Lexicons minutes = new Lexicons(Map.of(
                "minutes",
                new Lexicon("minutes", Map.of("any", List.of("read in {int} min", "{int} min read", "{{no slot}}")))));
        PatternCompiler compiler = new PatternCompiler(minutes);
        List<CompiledPattern> ways =
                compiler.compile(new Pattern.Template("{any}{@minutes}{any}", null, Place.NOWHERE), false);
        assertThat(ways).hasSize(3);
        assertThat(fitsAny(ways, "Ferry, read in 5 min, today")).isTrue();
        assertThat(fitsAny(ways, "a 5 min read.")).isTrue();
        assertThat(fitsAny(ways, "with {no slot} in it")).isTrue();
        assertThat(fitsAny(ways, "bread in 5 min")).isFalse();
        assertThat(fitsAny(ways, "5 min reader")).isFalse();
    }

    private static boolean fitsAny(List<CompiledPattern> ways, String line) {
        MatchContext unknown = new MatchContext(null, Map.of());
        return ways.stream()
                .anyMatch(way -> way.match(MatchText.of(line), Mode.WHOLE, unknown, null, 0, match -> true));
    }
}
