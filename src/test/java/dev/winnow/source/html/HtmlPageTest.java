package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.Block;
import dev.winnow.document.Change;
import dev.winnow.document.Ledger;
import dev.winnow.document.Line;
import dev.winnow.document.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

    private static String text(String html) {
        return TestPages.parse(html).text().text();
    }

    private static Block block(String html, int line) {
        HtmlPage markup = TestPages.parse(html);
        Page page = Page.of(markup.text(), markup);
        return page.block(page.lines().get(line));
    }

    private static List<String> reasons(String html) {
        return TestPages.parse(html).text().changes().stream()
                .map(change -> change.reason().rule())
                .distinct()
                .toList();
    }

    @Test
    void setsParagraphsApartByABlankLine() {
        assertThat(text("<p>One.</p>\n\n<p>Two.</p><div><div>Three.</div></div>"))
                .isEqualTo("One.\n\nTwo.\n\nThree.");
    }

    @Test
    void putsItemsAndRowsRightBelowEachOther() {
        assertThat(text("<ul><li>a</li> <li>b<li>c</ul>")).isEqualTo("a\nb\nc");
        assertThat(text("<table><tr><td>1<td>2<tr><td>3<td>4</table>")).isEqualTo("1 2\n3 4");
    }

    @Test
    void partsTheCellsOfALayout() {
        assertThat(text("<table><tr><td>Menu<td><p>The ferry left.</p></table>"))
                .isEqualTo("Menu\n\nThe ferry left.");
    }

    @Test
    void collapsesWhiteSpaceLikeABrowser() {
        assertThat(text("<p>  a \n\t b <b> c </b> <i>d</i>e </p>")).isEqualTo("a b c de");
    }

    @Test
    void keepsWhiteSpaceOfPreformattedText() {
        assertThat(text("<p>x<pre>\na\n  b   c</pre>")).isEqualTo("x\n\na\n  b   c");
    }

    @Test
    void readsTwoLineBreaksAsAParagraph() {
        assertThat(text("a<br>b<br> <br/>c")).isEqualTo("a\nb\n\nc");
    }

    @Test
    void resolvesCharacterReferences() {
        assertThat(text("caf&eacute; &amp; &lt;b&gt; &copy2 &#8212;&#x41; AT&T &amp;lt; a&#32;&#10;b &notit; &"))
                .isEqualTo("café & <b> ©2 —A AT&T &lt; a b ¬it; &");
    }

    @Test
    void leavesOutWhatIsNoText() {
        String page = "<html><head><title>T</title><style>x</style></head><body>a<script>if(a<b){}</script>"
                + "<template><p>x</template><noscript>x</noscript><svg><title>x</title></svg><iframe>x</iframe>"
                + "<select><option>x</select><textarea>x</textarea><div hidden>x</div>"
                + "<p style='color: red; DISPLAY : none'>x</p><!-- x --><img alt=x>b</body></html>";
        assertThat(text(page).replace("\n", "")).isEqualTo("ab");
        assertThat(reasons(page))
                .contains(
                        "html/head",
                        "html/script",
                        "html/template",
                        "html/noscript",
                        "html/embedded",
                        "html/form",
                        "html/hidden",
                        "html/markup");
    }

    @Test
    void showsWhatAPageHidesNearlyAsAWhole() {
        assertThat(text("<p>Subscribe.</p><div style='display:none'><p>The ferry left on Sunday morning.</p></div>"))
                .contains("The ferry left on Sunday morning.");
    }

    @Test
    void skipsAByteOrderMark() {
        HtmlPage page = TestPages.parse("\uFEFF<head><title>T</title></head><p>a");
        assertThat(page.text().text()).isEqualTo("a");
        assertThat(page.text().changes().get(0).start()).isZero();
    }

    @Test
    void takesTextInTheOrderOfTheSource() {
        assertThat(text("<table>a<b>b<tr><td>c</table>d").replace("\n", "")).isEqualTo("abcd");
        assertThat(text("<p>1<b>2<i>3</b>4</i>5")).isEqualTo("12345");
    }

    @Test
    void theLedgerGivesTheSourceBack() {
        String html = "\uFEFF<!doctype html>\r\n<title>x</title><p>a &amp; b\t<pre>\r\n x</pre><table>y<tr><td>z";
        HtmlPage page = TestPages.parse(html);
        assertThat(Ledger.of(page.text()).restore(page.text().text())).isEqualTo(html);
    }

    @Test
    void noChangeLeavesTheTextAsItWas() {
        String html = "<p>a</p> <p>b &copy; c</p>\n\n<ul>\n<li>d\n<li>e</ul>";
        HtmlPage page = TestPages.parse(html);
        for (Change change : page.text().changes()) {
            assertThat(html.substring(change.start(), change.end()))
                    .isNotEqualTo(page.text().text().substring(change.textStart(), change.textEnd()));
        }
    }

    @Test
    void tellsWhatBlockALineStandsIn() {
        String html = "<body><h2 id=Top>a</h2><p>b<ul><li><p>c</ul><blockquote><div>d</div></blockquote>"
                + "<figure><figcaption>e</figcaption></figure><table><tr><td>f</table><pre>g</pre><div class='shareBar x-y'>h</div>";
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7))
                .extracting(line -> block(html, line).kind())
                .containsExactly(
                        Block.Kind.HEADING,
                        Block.Kind.PARAGRAPH,
                        Block.Kind.LIST_ITEM,
                        Block.Kind.QUOTE,
                        Block.Kind.CAPTION,
                        Block.Kind.TABLE_ROW,
                        Block.Kind.PREFORMATTED,
                        Block.Kind.OTHER);
        assertThat(block(html, 0).level()).isEqualTo(2);
        assertThat(block(html, 0).frame().words()).containsExactly("top");
        assertThat(block(html, 2).frame().path()).isEqualTo("html/body/ul/li/p");
        assertThat(block(html, 7).frame().words()).containsExactly("share", "bar", "x", "y");
    }

    @Test
    void tellsLinksFromProse() {
        String html = "<p>See <a href=x>the ferry</a>.</p>"
                + "<p><a href=y>Why the last ferry of the day never left the old harbour on Sunday.</a></p>";
        assertThat(block(html, 0).linkDensity()).isBetween(0.5, 0.8);
        HtmlPage markup = TestPages.parse(html);
        Line link = Page.of(markup.text(), markup).lines().get(1);
        assertThat(link.is(dev.winnow.document.Shape.SENTENCE_LIKE)).isFalse();
        assertThat(link.is(dev.winnow.document.Shape.LINK_LIKE)).isTrue();
    }
}
