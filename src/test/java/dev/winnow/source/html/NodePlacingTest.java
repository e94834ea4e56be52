package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.NodePlacingTreeBuilder;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The tree builder that stands in the library's package against the library's own: the same tree, the same places. */
class NodePlacingTest {

    private static final int PAGES = 20_000;

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
    void randomPagesAreReadAsTheLibraryReadsThem() {
        for (int seed = 0; seed < PAGES; seed++) {
            compare(TestPages.random(PIECES, 30, seed));
        }
    }

    @Test
    void fixturesAreReadAsTheLibraryReadsThem() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).isNotEmpty();
        for (Path page : pages) {
            // Any bytes are a page to a parser.
            compare(Files.readString(page, StandardCharsets.ISO_8859_1));
        }
    }

    private static void compare(String html) {
        Document stock = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
        Document ours = new Parser(new NodePlacingTreeBuilder(Tags.PREFORMATTED)).parseInput(html, "");
        compare(stock, ours, false, html);
    }

    private static void compare(Node stock, Node ours, boolean preformatted, String html) {
        assertThat(ours.nodeName()).as(html).isEqualTo(stock.nodeName());
        assertThat(ours.attributes().asList())
                .as(html)
                .isEqualTo(stock.attributes().asList());
        assertThat(ours.childNodeSize()).as(html).isEqualTo(stock.childNodeSize());
        if (!(ours instanceof Document)) {
            comparePlaces(stock, ours, preformatted, html);
        }
        boolean inside = preformatted || Tags.PREFORMATTED.contains(ours.normalName());
        for (int i = 0; i < ours.childNodeSize(); i++) {
            compare(stock.childNode(i), ours.childNode(i), inside, html);
        }
    }

    private static void comparePlaces(Node stock, Node ours, boolean preformatted, String html) {
        if (ours instanceof TextNode text) {
            assertThat(text.getWholeText()).as(html).isEqualTo(((TextNode) stock).getWholeText());
        }
        if (ours instanceof Element element) {
            assertThat(places(element.endSourceRange())).as(html).isEqualTo(places(((Element) stock).endSourceRange()));
        }
        boolean placed = ours instanceof Element || ours instanceof TextNode text && (preformatted || !text.isBlank());
        if (placed) {
            assertThat(places(ours.sourceRange())).as(html).isEqualTo(places(stock.sourceRange()));
        }
    }

    private static List<Integer> places(Range range) {
        return range.isTracked() ? List.of(range.startPos(), range.endPos()) : List.of();
    }
}
