package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.NodePlacingTreeBuilder;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class AbridgementTest {

    private static final int PAGES = 20_000;

    private static final List<String> READ = List.of("id", "class", "hidden", "rel", "type", "itemprop");

    private static final ReadAttributes ATTRIBUTES =
            new Selectors(List.of("[data-x], [href*='/author/']")).readAttributes();

    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<div class='a b' style='color: red' onclick=\"go('x')\">",
            "<DIV CLASS=a DATA-X=1 data-y=2>",
            "</div class='x'>",
            "<a href=/a?b=c id=x/>",
            "<a href = \"x\" title='t'>",
            "<a href=x>",
            "<a href>",
            "<a href='/Author/x' href=y>",
            "<a href=y href=/author/x>",
            "<a href='&sol;author/x'>",
            "</a>",
            "<img src=a.png alt='>'>",
            "<img src='a'alt=\"b\"class=c>",
            "<br/ >",
            "<br data-y/>",
            "<p style=\"display: none\" style=\"color:red\">",
            "<p style=color:red style='display:none'>",
            "<p hidden data-y = 1>",
            "<i \"stray\" quotes=1>",
            "<b =x>",
            "<b a=\"x\"\"y\">",
            "<meta property=og:title content=x data-y=1>",
            "<link rel=canonical href=x>",
            "<table><tr><td width=3>",
            "</table>",
            "<script>",
            "<script src=x>",
            "<script type='application/ld+json'>{\"a\": \"<b>\"}</script>",
            "<script><!-- x() //--></script>",
            "<script><!-- <script> a </script> --></script>",
            "</script>",
            "</script >",
            "</scripts>",
            "<style>a > b {}</style>",
            "<STYLE media=x>a</Style>",
            "<title>a <b style=x></title>",
            "<textarea rows=3>",
            "</textarea>",
            "<template>",
            "</template>",
            "<noscript><img src=x></noscript>",
            "<select><option value=1>",
            "</select>",
            "<svg viewBox='0 0 1 1'>",
            "<path d='M0 0'/>",
            "</svg>",
            "<!-- c -->",
            "<!-->",
            "<!--->",
            "<!---->",
            "<!-- -- > --!> x",
            "<!-- a > b -->",
            "<!-- <p style=x> -->",
            "<!--",
            "-->",
            "<!doctype html>",
            "<!x>",
            "<![endif]>",
            "<![CDATA[",
            "]]>",
            "<?xml version='1.0'?>",
            "</>",
            "</ >",
            "</",
            "<",
            "< p",
            ">",
            "'",
            "\"",
            "=",
            "&amp;",
            "\u0000",
            "\n",
            " ",
            "\u00E9\u0436",
            "A ferry left. ",
            "x",
            "/",
            "<html lang=en data-y=1>",
            "<head>",
            "<body class=b data-y=1>",
            "</body>",
            "<iframe src=x>",
            "</iframe>");

    @Test
    void leavesOutWhatNobodyReads() {
        assertThat(left("<div class=\"a\" style='color:red' onclick=x data-x=1>b</div>"))
                .isEqualTo("<div class=\"a\" data-x>b</div>");
        assertThat(left("<a href=/x/author/1>b</a><a href='/a?b&amp;c'>b</a>"))
                .isEqualTo("<a href=/x/author/1>b</a><a href='/a?b&amp;c'>b</a>");
        assertThat(left("<a href=\"https://harbour-news.example/\" title=x>b</a>"))
                .isEqualTo("<a href>b</a>");
        assertThat(left("<!-- c --><style media=x>p {}</style><script src=x>go()</script>"))
                .isEqualTo("<!----><style></style><script src=x></script>");
        assertThat(left("<p style='Display : none'>a<p style=\"&#x64;isplay:none\">b"))
                .isEqualTo("<p style='Display : none'>a<p style=\"&#x64;isplay:none\">b");
        assertThat(left("<meta name=a content=b data-y=c><link href=x>"))
                .isEqualTo("<meta name=a content=b data-y=c><link href=x>");
    }

    @Test
    void joinsNothing() {
        assertThat(left("<q class=a title=\"b\"/>")).isEqualTo("<q class=a />");
        assertThat(left("<q title=\"b\"class=a>")).isEqualTo("<q class=a>");
        assertThat(left("<q id=\"a\"title=\"b\"class=a>")).isEqualTo("<q id=\"a\"class=a>");
        assertThat(left("<a href=\"b\"class=a>")).isEqualTo("<a href=\"b\"class=a>");
    }

    @Test
    void leavesAllAsItIsFromWhereThePageIsNotPlain() {
        String odd = "<p <b title=x>a</b><q title=x>b</q>";
        assertThat(left("<q title=x>a</q>" + odd)).isEqualTo("<q>a</q>" + odd);
        String script = "<script><!-- <script></script> --></script><q title=x>b</q>";
        assertThat(left(script)).isEqualTo(script);
        String open = "<script>a <q title=x>b</q>";
        assertThat(left(open)).isEqualTo(open);
    }

    @Test
    void keepsAllAttributesWhereAnyMayBeAskedFor() {
        ReadAttributes all = new Selectors(List.of("[^data-]")).readAttributes();
        String html = "<div title=a data-y=b style=c>";
        assertThat(left(new Abridgement(html, 0, all))).isEqualTo(html);
    }

    @Test
    void keepsWhatSelectorsReadWhereverItStands() {
        ReadAttributes read =
                new Selectors(List.of("p:has(a[href^='/x']):not([ data-z ])", "b, img@src")).readAttributes();
        String html = "<a href=/x><q data-z><img src=c>";
        assertThat(left(new Abridgement(html, 0, read))).isEqualTo(html);
    }

    @Test
    void theTreeIsThatOfTheWholePage() {
        for (int seed = 0; seed < PAGES; seed++) {
            compare(TestPages.random(PIECES, 30, seed), seed);
        }
    }

    @Test
    void placesFarApartAreFound() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            html.append("<p title=a").append(i).append(">b");
        }
        Abridgement abridgement = new Abridgement(html.toString(), 0, ATTRIBUTES);
        String left = left(abridgement);
        for (int place = 0, far = left.length() - 1; place < far; place++, far--) {
            assertThat(html.charAt(abridgement.start(place))).isEqualTo(left.charAt(place));
            assertThat(html.charAt(abridgement.start(far))).isEqualTo(left.charAt(far));
            assertThat(html.charAt(abridgement.end(far) - 1)).isEqualTo(left.charAt(far - 1));
        }
        assertThat(abridgement.end(left.length())).isEqualTo(html.length());
    }

    private static String left(String html) {
        return left(new Abridgement(html, 0, ATTRIBUTES));
    }

    private static String left(Abridgement abridgement) {
        try {
            StringWriter left = new StringWriter();
            abridgement.reader().transferTo(left);
            return left.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void compare(String html, int seed) {
        Abridgement places = new Abridgement(html, 0, ATTRIBUTES);
        Document whole = new Parser(new NodePlacingTreeBuilder(Tags.PREFORMATTED)).parseInput(html, "");
        Document abridged = new Parser(new NodePlacingTreeBuilder(Tags.PREFORMATTED)).parseInput(places.reader(), "");
        compare(whole, abridged, places, "page " + seed + ": " + html);
    }

    private static void compare(Node whole, Node abridged, Abridgement places, String page) {
        assertThat(abridged.nodeName()).as(page).isEqualTo(whole.nodeName());
        Range range = abridged.sourceRange();
        assertThat(range.isTracked()).as(page).isEqualTo(whole.sourceRange().isTracked());
        if (range.isTracked()) {
            assertThat(places.start(range.startPos()))
                    .as(page)
                    .isEqualTo(whole.sourceRange().startPos());
            if (range.endPos() > range.startPos()) {
                assertThat(places.end(range.endPos()))
                        .as(page)
                        .isEqualTo(whole.sourceRange().endPos());
            }
        }
        if (abridged instanceof TextNode && whole instanceof TextNode) {
            assertThat(((TextNode) abridged).getWholeText()).as(page).isEqualTo(((TextNode) whole).getWholeText());
        }
        if (abridged instanceof Element element) {
            compareElements((Element) whole, element, places, page);
        }
    }

    private static void compareElements(Element whole, Element abridged, Abridgement places, String page) {
        for (String name : READ) {
            assertThat(abridged.hasAttr(name)).as(page).isEqualTo(whole.hasAttr(name));
            assertThat(abridged.attr(name)).as(page).isEqualTo(whole.attr(name));
        }
        assertThat(abridged.hasAttr("data-x")).as(page).isEqualTo(whole.hasAttr("data-x"));
        assertThat(abridged.hasAttr("href")).as(page).isEqualTo(whole.hasAttr("href"));
        assertThat(abridged.attr("href").contains("/author/"))
                .as(page)
                .isEqualTo(whole.attr("href").contains("/author/"));
        if (abridged.normalName().equals("script")) {
            // The parser puts a replacement character for what is none.
            assertThat(places.data(abridged).replace('\0', '\uFFFD')).as(page).isEqualTo(whole.data());
        } else if (!abridged.normalName().equals("style")) {
            assertThat(abridged.childNodeSize()).as(page).isEqualTo(whole.childNodeSize());
            for (int i = 0; i < abridged.childNodeSize(); i++) {
                compare(whole.childNode(i), abridged.childNode(i), places, page);
            }
        }
    }
}
