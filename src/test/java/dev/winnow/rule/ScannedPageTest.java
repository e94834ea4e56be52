package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Line;
import dev.winnow.document.SourceDocument;
import dev.winnow.rule.slot.Lexicons;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines that are left of a page, and what was found in them. */
class ScannedPageTest {

    private static final String PROSE = "The ferry left the harbour at noon on Sunday, four days late.";

    private static LiteralIndex index(String... templates) {
        LiteralIndex.Builder builder = new LiteralIndex.Builder();
        PatternCompiler compiler = new PatternCompiler(Lexicons.NONE);
        for (int i = 0; i < templates.length; i++) {
            try {
                builder.add(
                        compiler.compile(new Pattern.Template(templates[i], null, Place.NOWHERE), false)
                                .get(0),
                        Mode.ANYWHERE,
                        i);
            } catch (TemplateException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return builder.build();
    }

    private static List<Line> lines(String text, int... numbers) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n")) {
            lines.add(new Line(
                    text, numbers.length == 0 ? lines.size() : numbers[lines.size()], at, at + line.length(), true));
            at += line.length() + 1;
        }
        return lines;
    }

    private static ScannedPage page(LiteralIndex index, String text) {
        return new ScannedPage(index, index.scan(text, lines(text)));
    }

    private static List<String> text(ScannedPage page) {
        return page.lines().stream().map(line -> line.line().text()).toList();
    }

    /** What was found, as place among the lines that are left, and trigger. */
    private static List<String> hits(ScannedPage page) {
        return IntStream.range(0, page.hitCount())
                .filter(hit -> page.position(hit) >= 0)
                .mapToObj(hit -> page.position(hit) + ":" + page.trigger(hit))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ferry is back | FERRY was late  | true",
                "Boat 1        | Boat 2          | true",
                "“Ferry” sails | Ferries         | true",
                "(Ferry)       | Ferr            | true",
                "1. a b        | 1) ab           | true",
                "Boats         | Bo ats          | true",
                "Bo            | Bo!             | true",
                "Éta           | étä             | false",
                "Éta           | éta             | true",
                "—             | …               | true",
                "Ferry         | Ferns           | false",
                "Goats         | Boats           | false",
                "Faro          | Frao            | false",
                "Boat          | Boot            | false",
                "Bo            | Boats           | false",
                "aab           | ab              | false",
                "…             | Boats           | false",
            })
    void beginsTwoLinesAlikeByTheirFirstFourLetters(String one, String other, boolean alike) {
        ScannedPage page = page(index(), one + "\n" + other);
        assertThat(page.lines().beginAlike(0, 1)).isEqualTo(alike);
        assertThat(page.lines().beginAlike(1, 0)).isEqualTo(alike);
        assertThat(page.lines().beginAlike(1, 1)).isTrue();
    }

    @Test
    void looksUpLinesThatGotShorterAnew() {
        ScannedPage page = page(index("boats", "goats"), "Boats and goats\nGoats\nBoats\nGoats and boats");
        assertThat(hits(page)).containsExactly("0:0", "0:1", "1:1", "2:0", "3:0", "3:1");
        page.replace(List.of());
        assertThat(hits(page)).containsExactly("0:0", "0:1", "1:1", "2:0", "3:0", "3:1");
        page.replace(lines("Goats too\nboats", 0, 3));
        assertThat(text(page)).containsExactly("Goats too", "Goats", "Boats", "boats");
        assertThat(hits(page)).containsExactly("0:1", "1:1", "2:0", "3:0");
        assertThat(page.lines().beginAlike(0, 1)).isTrue();
        assertThat(page.lines().beginAlike(2, 3)).isTrue();
        assertThat(page.lines().line(3).text()).isEqualTo("boats");
    }

    @Test
    void tellsWhereLinesStandWhenOthersWent() {
        ScannedPage page = page(index("boats", "goats"), "Boats and goats\nGoats\nRopes\nBoats");
        page.remove(new BitSet());
        assertThat(text(page)).hasSize(4);
        BitSet gone = new BitSet();
        gone.set(0);
        gone.set(2);
        page.remove(gone);
        assertThat(text(page)).containsExactly("Goats", "Boats");
        assertThat(IntStream.range(0, 5).map(page::place)).containsExactly(-1, 0, -1, 1, -1);
        assertThat(hits(page)).containsExactly("0:1", "1:0");
        BitSet more = new BitSet();
        more.set(1);
        page.remove(more);
        assertThat(text(page)).containsExactly("Boats");
        assertThat(hits(page)).containsExactly("0:0");
        page.replace(lines("Goats", 3));
        assertThat(text(page)).containsExactly("Goats");
        assertThat(hits(page)).containsExactly("0:1");
    }

    @Test
    void forgetsAHitForGood() {
        ScannedPage page = page(index("boats", "goats"), "Boats and goats\nGoats\nBoats");
        page.forget(0);
        assertThat(hits(page)).containsExactly("0:1", "1:1", "2:0");
        page.replace(lines("Boats", 1));
        assertThat(hits(page)).containsExactly("0:1", "1:0", "2:0");
    }

    @Test
    void looksLinesUpOnceForASite() {
        ScannedPage page = page(index("boats"), "Boats and goats\nGoats");
        LiteralIndex site = index("ropes", "goats");
        page.lookUp(site);
        page.lookUp(site);
        assertThat(hits(page)).containsExactly("0:0", "0:1", "1:1");
        page.lookUp(index("nothing like it"));
        assertThat(hits(page)).containsExactly("0:0", "0:1", "1:1");
        page.replace(lines("Boats and ropes", 1));
        assertThat(hits(page)).as("also what comes later").containsExactly("0:0", "0:1", "1:0", "1:0");
    }

    private static List<Integer> headings(SourceDocument document) {
        Winnow winnow = Winnow.builder().builtinRules(false).build();
        ScannedPage.Left lines = winnow.rules().scan(winnow.page(document)).lines();
        return IntStream.range(0, lines.size())
                .filter(lines::headsProse)
                .boxed()
                .toList();
    }

    private static List<Integer> headings(String html) {
        return headings(SourceDocument.html("-", "<html><body>" + html + "</body></html>"));
    }

    @Test
    void headsProseThatStandsBelowInTheSameElement() {
        String prose = "<p>" + PROSE + "</p>";
        assertThat(headings("<h2>Tickets</h2>" + prose)).containsExactly(0);
        assertThat(headings(prose + "<h2>Tickets</h2>" + prose)).containsExactly(1);
        assertThat(headings("<h2>Tickets</h2><div>" + prose + "</div>")).containsExactly(0);
        assertThat(headings("<dl><dt>Tickets</dt><dd>" + PROSE + "</dd></dl>")).containsExactly(0);
        assertThat(headings("<h2>Tickets</h2><p>Ropes</p>" + prose)).isEmpty();
        assertThat(headings("<p>Tickets</p>" + prose)).isEmpty();
        assertThat(headings(prose + "<h2>Tickets</h2>")).isEmpty();
        assertThat(headings("<section><h2>Tickets</h2></section><section>" + prose + "</section>"))
                .isEmpty();
        assertThat(headings(SourceDocument.of("-", "Tickets\n" + PROSE))).isEmpty();
    }
}
