package dev.winnow.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.rule.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is changed in a rule file, and what stays. */
class MendingTest {

    /** {@code ¦} stands where the change is, {@code ~} for the end of a line. */
    private static String mended(String marked, Mending.Kind kind) {
        String text = marked.replace("~", "\n");
        int at = text.indexOf('¦');
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = text.substring(text.lastIndexOf('\n', at) + 1, at)
                        .codePointCount(0, at - text.lastIndexOf('\n', at) - 1)
                + 1;
        return Mending.apply(text.replace("¦", ""), List.of(new Mending.Edit(new Place("a.yaml", line, column), kind)))
                .text()
                .replace("\n", "~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [¦One, Two] | a: [Two]",
                "a: [One, ¦Two] | a: [One]",
                "a: [One, ¦Two, Three] | a: [One, Three]",
                "a: [\"𝒜\", ¦'It''s, two', Three] # four | a: [\"𝒜\", Three] # four",
                "a: [¦\"On\\\", e\", Two] | a: [Two]",
                "a: [One,~  ¦Two,~  Three] | a: [One,~  Three]",
                "a: {en: [One,~  ¦Two]} | a: {en: [One]}",
                "a:~- One~- ¦Two~b: c | a:~- One~b: c",
                "a:~- ¦One # first~- Two~b: c | a:~- One # first~- Two~b: c",
                "a:~- ¦One~b: c | a:~- One~b: c",
                "a: [¦One] | a: [One]",
                "a: ¦One | a: One",
                "a: [¦\"One~  two\", Three] | a: [\"One~  two\", Three]",
            })
    void anItemIsTakenOutOfItsList(String marked, String expected) {
        assertThat(mended(marked, Mending.Kind.REMOVE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: ¦One #1~b: c | a: \"One #1\"~b: c",
                "a: ¦One \"two\" \\ #1   ~b: c | a: \"One \\\"two\\\" \\\\ #1\"   ~b: c",
                "a: ¦One #1 # two | a: One #1 # two",
                "a: [¦One #1, b~  ] | a: [One #1, b~  ]",
                "a: ¦One | a: One",
            })
    void aTextIsPutInQuotes(String marked, String expected) {
        assertThat(mended(marked.strip(), Mending.Kind.QUOTE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: ¦“One” # two | a: \"One\" # two",
                "a: [¦«One», Two] | a: [\"One\", Two]",
                "a: {b: ¦„On\"e“} | a: {b: \"On\\\"e\"}",
            })
    void quotesBecomeThoseOfYaml(String marked, String expected) {
        assertThat(mended(marked, Mending.Kind.STRAIGHTEN)).isEqualTo(expected);
    }

    @Test
    void placesStayWhereTheyAreWhileAFileIsMended() {
        String text = "\uFEFFa: [One, Two, Three]\r\nb: [One, Two]\r\n";
        Mending.Mended mended = Mending.apply(
                text,
                List.of(
                        new Mending.Edit(new Place("a", 1, 10), Mending.Kind.REMOVE),
                        new Mending.Edit(new Place("a", 1, 15), Mending.Kind.REMOVE),
                        new Mending.Edit(new Place("a", 2, 5), Mending.Kind.REMOVE),
                        new Mending.Edit(new Place("a", 9, 1), Mending.Kind.REMOVE)));
        assertThat(mended.text()).isEqualTo("\uFEFFa: [One]\r\nb: [Two]\r\n");
        assertThat(mended.done()).containsExactly("a:1:10: removed Two", "a:1:15: removed Three", "a:2:5: removed One");
    }
}
