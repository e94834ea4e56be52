package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Ledger;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for any page, however broken. */
class HtmlPagePropertyTest {

    private static final int PAGES = 3_000;

    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<div hidden>",
            "<div class='a b'>",
            "</div>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<b>",
            "<i>",
            "</b>",
            "</i>",
            "<a href=x>",
            "</a>",
            "<br>",
            "<ul>",
            "<li>",
            "</ul>",
            "<pre>",
            "</pre>",
            "<h1>",
            "</h1>",
            "<select>",
            "</select>",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<template>",
            "</template>",
            "<svg>",
            "</svg>",
            "<math>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!",
            "</",
            "<",
            ">",
            "&",
            "&amp;",
            "&copy",
            "&#0;",
            "&#x110000;",
            "&nbsp;",
            "&Afr;",
            "\u0000",
            "\uFEFF",
            "\r\n",
            "\n",
            " ",
            "\t",
            "\f",
            "<html>",
            "<head>",
            "<title>",
            "</title>",
            "<body>",
            "</body>",
            "</html>",
            "<frameset>",
            "<plaintext>",
            "<textarea>",
            "</textarea>",
            "<noscript>",
            "<sup>",
            "</sup>",
            "<sub>",
            "<q>",
            "</q>",
            "<ruby>",
            "<rt>",
            "</ruby>",
            "</math>",
            "<mfrac>",
            "<img alt='\uD83D\uDE00'>",
            "<img alt='a_{1}'>",
            "<span aria-hidden=true>",
            "<script type='math/tex'>",
            "<script type='application/ld+json'>{\"articleBody\":\"",
            "\"}",
            "\\n",
            "\\u00fc",
            "<div style='white-space:pre'>",
            "<span style='display:block'>",
            "<html xmlns='http://www.w3.org/1999/xhtml'>",
            "<title/>",
            "<div/>",
            "12",
            "船",
            "<form>",
            "<input value='<p>'>",
            "<p style='display:none'>",
            "\uD83D",
            "\uDE00",
            "ж",
            "A ferry left. ",
            "word",
            "x",
            "<caption>",
            "<figcaption>",
            "<option>",
            "<button>",
            "<image>",
            "<foreignObject>",
            "<desc>",
            "<mtext>",
            "<applet>",
            "<marquee>",
            "<nobr>",
            "</nobr>",
            "<?xml?>");

    @Test
    void theLedgerRestoresAnyPageAndLinesStandInOrder() {
        for (int seed = 0; seed < PAGES; seed++) {
            check(TestPages.random(PIECES, 60, seed), seed);
        }
    }

    @Test
    void everyPrefixOfAPageIsAPage() {
        String html = "<!doctype html><html><head><title>Ferry &amp; co</title><script>a</script></head><body>"
                + "<table><tr><td>a<b>b</td>c</table><p>d &eacute; <pre>\n e</pre><svg><![CDATA[f]]></svg></body></html>";
        for (int end = 0; end <= html.length(); end++) {
            check(html.substring(0, end), end);
        }
    }

    private static void check(String html, int seed) {
        HtmlPage markup = TestPages.parse(html);
        String text = markup.text().text();
        assertThat(Ledger.of(markup.text()).restore(text))
                .as("page %d: %s", seed, html)
                .isEqualTo(html);
        Page page = Page.of(markup.text(), markup);
        int before = -1;
        for (Line line : page.lines()) {
            int offset = page.sourceOffset(line);
            assertThat(offset).as("page %d: %s", seed, html).isGreaterThan(before);
            assertThat(page.block(line)).as("page %d: %s", seed, html).isNotNull();
            before = offset;
        }
    }
}
