package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SelectorsTest {

    private static final String PAGE = "<body><nav id=Top class='Main menu'><a href=x>1</a></nav>"
            + "<div class=menu-item><p class=a>2<p class='b a' data-x=1>3</div><time datetime=2019-06-02>4</time>"
            + "<div class=o><div class=o><i class=y>5</i></div><i class='y z'>6</i></div><i class=y>7</i>"
            + "<a href='https://harbour.example/'>8</a><div class=lg:wide id=10><b>9</b></div>"
            + "<div id=größe class=größe größe=x title='p.a x'><b title='[x].a'>10</b></div></body>";

    /** What the index finds is what a plain search finds. */
    @Test
    void theIndexFindsWhatAPlainSearchFinds() {
        Document document = Parser.htmlParser().setTrackPosition(true).parseInput(PAGE, "");
        List<String> selectors = List.of(
                "nav",
                "NAV",
                ".menu",
                ".MENU",
                "#Top",
                "nav.main",
                "[href]",
                "[data-x=1]",
                "p.a",
                "div .a",
                "div > p",
                ".o .y",
                ".o .o .y",
                ".o   div .y.z",
                ".MAIN a",
                "#Top a, .menu-item time",
                ".o .nothing",
                ".o .y, .nothing",
                "p + p",
                "p:not(.b)",
                "div:has(.b)",
                ".nothing",
                "nav, .a",
                "[class~=(?i)menu]",
                "*",
                "p:contains(2)",
                "a[href='x,y'], a",
                "p[data-x!=1]",
                "[ data-x != 1 ][class]",
                ":is(p)[data-x!=1]",
                "[abs:href]",
                "a[abs:href^=https]",
                ".lg\\:wide",
                ".lg\\:wide b",
                "#\\31 0",
                ".größe",
                "p.GRÖSSE, .GRÖßE",
                "#größe b",
                "[größe]",
                "[größe=x]",
                "div[title='p.a x'] b",
                "div > b[title='[x].a']");
        List<List<Element>> selected = new Selectors(selectors).select(document, document.getAllElements());
        for (int i = 0; i < selectors.size(); i++) {
            assertThat(selected.get(i))
                    .as(selectors.get(i))
                    .containsExactlyInAnyOrderElementsOf(document.select(selectors.get(i)));
        }
    }

    @Test
    void takesAnAttributeForTheValue() {
        Selection selection =
                TestPages.parse(PAGE, "time@datetime", "p", "[href*=@x]").select();
        assertThat(selection.values(0)).containsExactly("2019-06-02");
        assertThat(selection.values(1)).containsExactly("2", "3");
        assertThat(selection.values(2)).isEmpty();
    }

    @Test
    void givesElementsInsideEachOtherOneByOne() {
        Selection selection = TestPages.parse("\uFEFF<div>a<div>b</div></div>c<div>d</div>", "div")
                .select();
        assertThat(selection.spans(0))
                .containsExactly(
                        new dev.winnow.document.Span(1, 25),
                        new dev.winnow.document.Span(7, 19),
                        new dev.winnow.document.Span(26, 38));
    }

    @Test
    void saysWhatIsNoSelector() {
        assertThat(Selectors.problem("nav, .a > b:not(.c)")).isNull();
        assertThat(Selectors.problem("nav[")).isNotNull();
        assertThat(Selectors.problem("nav,")).isNotNull();
        assertThat(Selectors.problem("p:frist-child")).contains("frist-child");
    }
}
