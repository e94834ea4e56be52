package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class SafeViewTest {

    @Test
    void marksWhereLinesBegin() {
        String html = "<p class=a>The ferry left.</p><ul><li>Share</li></ul>";
        Document view = Jsoup.parse(SafeView.ofHtml(html, List.of(html.indexOf("The"), html.indexOf("Share"))));

        assertThat(view.expectFirst("#l0").parent().outerHtml())
                .isEqualTo("<p><w-line id=\"l0\"></w-line>The ferry left.</p>");
        assertThat(view.expectFirst("#l1").parent().text()).isEqualTo("Share");
    }

    @Test
    void letsNothingThroughThatActsOrLoads() {
        String html =
                "<script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)' onclick=f()>x</a>"
                        + "<iframe src=//a></iframe><form action=/a><input></form><style>*{}</style><svg onload=f()></svg>"
                        + "<link rel=stylesheet href=a><meta http-equiv=refresh content='0;url=//a'><p style='color:red' id=l0>y</p>"
                        + "<video src=a poster=b></video><object data=a></object><base href=//a>";
        Document view = Jsoup.parse(SafeView.ofHtml(html, List.of()));

        assertThat(view.body().getAllElements().stream().map(Element::tagName).distinct())
                .containsOnly("body", "p");
        assertThat(view.body().select("p").outerHtml()).isEqualTo("<p>y</p>");
        assertThat(view.body().select("*").stream()
                        .mapToInt(element -> element.attributes().size())
                        .sum())
                .isZero();
    }

    @Test
    void showsTextAsItIs() {
        String text = "One <b>line</b> & more\n\n  Two";
        Document view = Jsoup.parse(SafeView.ofText(text, List.of(0, text.indexOf("Two"))));

        assertThat(view.expectFirst("pre").wholeText()).isEqualTo(text);
        assertThat(view.expectFirst("#l0").parent().text()).isEqualTo("One <b>line</b> & more");
        assertThat(view.expectFirst("#l1").parent().text()).isEqualTo("Two");
    }

    @Test
    void bearsOffsetsThatAreNotInOrder() {
        String html = "<p>a</p><p>b</p>";

        assertThat(Jsoup.parse(SafeView.ofHtml(html, List.of(11, 3, 99))).text())
                .isEqualTo("a b");
        assertThat(Jsoup.parse(SafeView.ofText("a\nb", List.of(2, 0, 99)))
                        .expectFirst("pre")
                        .wholeText())
                .isEqualTo("a\nb");
    }
}
