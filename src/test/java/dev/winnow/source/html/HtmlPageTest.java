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
    void keepsRaisedDigitsApart() {
        assertThat(text("built in 1604<sup>7</sup>")).isEqualTo("built in 1604⁷");
        assertThat(text("10<sup>6</sup> tons, 10<sup>-3</sup>, 40 m<sup>2</sup>"))
                .isEqualTo("10⁶ tons, 10⁻³, 40 m²");
        assertThat(text("word<sup><a href=#a>12</a></sup>. Old<sup>3, 4</sup>")).isEqualTo("word¹². Old³, ⁴");
        assertThat(text("in 1604<sup>[7]</sup>")).isEqualTo("in 1604[7]");
        assertThat(text("<sup>14</sup>C")).isEqualTo("¹⁴C");
        assertThat(text("2<sup>n</sup> e<sup>x</sup> e<sup>kx</sup> a<sup>x+y</sup>"))
                .isEqualTo("2ⁿ e^x e^kx a^(x+y)");
        assertThat(text("the port<sup>a</sup> and the quay<sup>*</sup>")).isEqualTo("the port^a and the quay*");
        assertThat(text("1604<span style='vertical-align: super'>7</span>")).isEqualTo("1604⁷");
    }

    @Test
    void endingsOfNumbersStayOnTheLine() {
        assertThat(text("the 1<sup>st</sup> and 2<sup>nd</sup>, XIX<sup>e</sup>, M<sup>me</sup>, n<sup>o</sup> 5"))
                .isEqualTo("the 1st and 2nd, XIXe, Mme, no 5");
    }

    @Test
    void smallPrintAboveTheLineIsApart() {
        assertThat(text("sold out<sup>see the notes at the end of this page</sup>now"))
                .isEqualTo("sold out see the notes at the end of this page now");
    }

    @Test
    void numbersOfChemistryStayReadable() {
        assertThat(text("H<sub>2</sub>O, C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>, SO<sub>4</sub><sup>2-</sup>"))
                .isEqualTo("H2O, C6H12O6, SO4²⁻");
        assertThat(text("10<sub>2</sub> x<sub>1</sub>3 x<sub>i</sub> x<sub>max</sub>"))
                .isEqualTo("10₂ x₁3 x_i x_max");
        assertThat(text("1<sup>1</sup>/<sub>2</sub> cups")).isEqualTo("1¹/₂ cups");
    }

    @Test
    void readsACellOfWideSpacesBesideCode() {
        assertThat(text("<table><tr><td>&emsp;</td><td><pre>a = b</pre></td></tr></table>"))
                .contains("a = b");
    }

    @Test
    void aLinkToANoteIsNoDigitOfTheNumberBefore() {
        assertThat(text("built in 1604<a href='#n7'>7</a>.")).isEqualTo("built in 1604⁷.");
        assertThat(text("page <a href='#p7'>7</a> of 1<a href=/x>604</a>")).isEqualTo("page 7 of 1604");
    }

    @Test
    void showsAFormulaOnce() {
        String mathml = "<math><semantics><mrow><mi>F</mi><mo>=</mo><mi>q</mi></mrow>"
                + "<annotation encoding='application/x-tex'>F = q</annotation></semantics></math>";
        assertThat(text("Force <span class=katex><span>" + mathml + "</span><span aria-hidden=true>F=q</span></span>."))
                .isEqualTo("Force F = q.");
        assertThat(text("Force <mjx-container><mjx-math aria-hidden=true>F=q</mjx-math><mjx-assistive-mml>"
                        + mathml.replaceAll("<annotation.*</annotation>", "")
                        + "</mjx-assistive-mml></mjx-container>."))
                .isEqualTo("Force F=q.");
        assertThat(text("Force <span><span style='display:none'>" + mathml.replace("F = q", "{\\displaystyle F=q}")
                        + "</span><img alt='{\\displaystyle F=q}' aria-hidden=true></span>."))
                .isEqualTo("Force F=q.");
        assertThat(text("Force <span id=M-1-Frame>F=q</span><script type='math/tex' id=M-1>F = q</script>."))
                .isEqualTo("Force F = q.");
        assertThat(text("Force <img alt='F_{1} = \\frac{q}{2}'>.")).isEqualTo("Force F_{1} = \\frac{q}{2}.");
    }

    @Test
    void readsMathMlAsSigns() {
        assertThat(text("<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>"))
                .isEqualTo("1/(a+b)");
        assertThat(text("<math><msup><mn>10</mn><mn>6</mn></msup><msub><mi>x</mi><mi>i</mi></msub></math>"))
                .isEqualTo("10⁶x_i");
        assertThat(text("<math><mi>sin</mi><mi>x</mi><mo>&#8290;</mo><msqrt><mn>2</mn></msqrt></math>"))
                .isEqualTo("sin x√2");
    }

    @Test
    void leavesOutHowWordsAreRead() {
        assertThat(text("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>へ<ruby><rb>船<rt>ふね</ruby>が"))
                .isEqualTo("港へ船が");
        assertThat(text("<ruby>船<rt>ㄔㄨㄢˊ</ruby>")).isEqualTo("船");
        assertThat(text("a <rt>b</rt> c")).isEqualTo("a b c");
    }

    @Test
    void setsTheMarksOfAQuotation() {
        assertThat(text("He said <q>not yet, <q>old</q> man</q>.")).isEqualTo("He said “not yet, ‘old’ man”.");
        assertThat(text("<p lang=de-AT>Er rief <q>nein</q>.")).isEqualTo("Er rief „nein“.");
        assertThat(text("He said <q>“not yet”</q> and \"<q>no</q>\".")).isEqualTo("He said “not yet” and \"no\".");
        assertThat(text("<p>An <q>open one<p>b")).isEqualTo("An open one\n\nb");
    }

    @Test
    void aLineFeedBetweenWideCharactersIsNoSpace() {
        assertThat(text("港口\n今天，\n<b>开放</b>\n“明天”")).isEqualTo("港口今天，开放“明天”");
        assertThat(text("ふね\n  船 港<br>\n船")).isEqualTo("ふね船 港\n船");
        assertThat(text("항구\n오늘 港\nport สวัสดี\nครับ")).isEqualTo("항구 오늘 港 port สวัสดี ครับ");
    }

    @Test
    void aPictureMayStandForACharacter() {
        assertThat(text("Fine <img alt='\uD83D\uDEA2'> and <img alt=':-)' class=wp-smiley>"))
                .isEqualTo("Fine \uD83D\uDEA2 and :-)");
        assertThat(text("<img alt='❤️'><img alt='👩‍🚀'><img alt='🇫🇷'>")).isEqualTo("❤️👩‍🚀🇫🇷");
        assertThat(text("a <img alt='ship_1.jpg'><img alt='C:\\ship'>")).isEqualTo("a");
        assertThat(text("<img alt=T>he ship. <img alt=T> <img alt='A ship'><img alt='x'><img alt='-'>b"))
                .isEqualTo("The ship. b");
    }

    @Test
    void wordsThatAReaderSeesApartAreNotJoined() {
        assertThat(text("a<img src=x>b <img src=x>, c<button>d</button><button>e</button>"))
                .isEqualTo("a b , c d e");
        assertThat(text("<a href=x>News</a><a href=y>Sport</a>")).isEqualTo("News Sport");
        assertThat(text("cost <del>20</del><ins>15</ins>")).isEqualTo("cost 20 15");
        assertThat(text("<span style='display: block'>a</span><span style='display:inline-block'>b</span>c"))
                .isEqualTo("a\nb c");
        assertThat(text("har<wbr>bour w<b>or</b>d")).isEqualTo("harbour word");
    }

    @Test
    void linesOfCodeStandUnderEachOther() {
        assertThat(text("<pre><code><span class=l>if a:</span><span class=l>  b()</span></code></pre>"))
                .isEqualTo("if a:\n  b()");
        assertThat(text("<pre>a<br>  b</pre>")).isEqualTo("a\n  b");
        assertThat(text("<table><tr><td><pre>1\n2\n3</pre><td><pre>a\nb\nc</pre></table>"))
                .isEqualTo("a\nb\nc");
        assertThat(text("<p style='white-space: pre-line'>a\n b\n\nc")).isEqualTo("a\nb\n\nc");
    }

    @Test
    void anElementOfXhtmlMayEndWithItsStartTag() {
        String page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x'/></head>"
                + "<body><a name='x'/><p>a <iframe src='x'/>b</p><div/><textarea/><p>c</p></body></html>";
        assertThat(text("<?xml version='1.0'?>" + page)).isEqualTo("a b\n\nc");
        assertThat(text("<!doctype html><p>a<textarea/>b")).isEqualTo("a");
    }

    @Test
    void saysThatATitleHoldsThePage() {
        String page = "<!DOCTYPE html>\n<title>Ferry<p>" + "The ferry left the harbour. ".repeat(20);
        assertThat(TestPages.parse(page).warnings())
                .singleElement()
                .asString()
                .startsWith("line 2: <title> is never closed");
        assertThat(TestPages.parse("<title>a</title><p>b").warnings()).isEmpty();
    }

    @Test
    void takesAnArticleThatOnlyProgramsAreShown() {
        String body =
                "The ferry \\\"Möwe\\\" left on Sunday, \\u00fcber all, and came back in the evening with two goats.\\n\\n"
                        + "Nobody <b>knew</b> whose they were, so they stayed at the harbour office.";
        String script = "<script type='application/ld+json'>{\"@type\": \"Article\", \"articleBody\": \"" + body
                + "\"}</script>";
        HtmlPage page = TestPages.parse(script + "<div id=app>Menu</div>");
        assertThat(page.text().text())
                .isEqualTo("The ferry \"Möwe\" left on Sunday, über all, and came back in the evening with two goats."
                        + "\n\nNobody knew whose they were, so they stayed at the harbour office.\n\nMenu");
        assertThat(page.warnings()).hasSize(1);
        assertThat(Ledger.of(page.text()).restore(page.text().text())).startsWith(script);
        String shown = "<p>Nobody knew whose they were, so they stayed at the harbour office, where it is warm.";
        assertThat(text(script + shown)).isEqualTo(shown.substring(3));
    }

    @Test
    void readsAnArticleForProgramsInAnyOfItsForms() {
        String first = "The ferry left on Sunday with two goats &amp;amp; a cow, and came back in the evening.";
        String second = "Nobody knew whose they were, so they stayed at the harbour office until Tuesday.";
        String both = first.replace("amp;", "") + "\n\n" + second;
        String begin = "<script type='application/ld+json'>{\"@type\": \"Article\", \"articleBody\": ";
        String escaped = "&lt;p class=\\\"a\\\"&gt;" + first + "&lt;/p&gt;&lt;p&gt;" + second + "&lt;/p&gt;";
        assertThat(text(begin + '"' + escaped + "\"}</script>")).isEqualTo(both);
        String list = "[\"" + first.replace("&amp;amp;", "and") + "\", \"" + second + "\"]";
        assertThat(text(begin + list + "}</script>")).isEqualTo(both.replace("&", "and"));
        String about = second + " They wrote it into a paragraph, &lt;p&gt;, of the book that lies there.";
        assertThat(text(begin + '"' + about + "\"}</script>")).contains("a paragraph, <p>, of the book");
    }

    @Test
    void takesAnArticleForReadersWithoutScripts() {
        String prose = "The ferry left the harbour on Sunday with two goats on board. "
                .repeat(8)
                .strip();
        assertThat(text("<div id=app></div><noscript><h1>Ferry</h1><p>" + prose + "</p></noscript>"))
                .isEqualTo("Ferry\n\n" + prose);
        assertThat(text("<div id=app></div><noscript>Please switch scripts on.</noscript>"))
                .isEmpty();
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
                .extracting(line -> block(html, line).element())
                .containsExactly(
                        Block.Element.HEADING,
                        Block.Element.PARAGRAPH,
                        Block.Element.LIST_ITEM,
                        Block.Element.QUOTE,
                        Block.Element.CAPTION,
                        Block.Element.TABLE_ROW,
                        Block.Element.PREFORMATTED,
                        Block.Element.OTHER);
        assertThat(block(html, 0).level()).isEqualTo(2);
        assertThat(block(html, 0).frame().words()).containsExactly("top");
        assertThat(block(html, 2).frame().path()).isEqualTo("html/body/ul/li/p");
        assertThat(block(html, 7).frame().words()).containsExactly("share", "bar", "x", "y");
    }

    @Test
    void tellsLinksFromProse() {
        String html = "<p>See <a href=x>the ferry</a>.</p>"
                + "<p><a href=y>Why the last ferry of the day never left the old harbour on Sunday.</a></p>";
        assertThat((double) block(html, 0).linked() / block(html, 0).units()).isBetween(0.5, 0.8);
        HtmlPage markup = TestPages.parse(html);
        Line link = Page.of(markup.text(), markup).lines().get(1);
        assertThat(link.is(dev.winnow.document.Shape.SENTENCE_LIKE)).isFalse();
        assertThat(link.is(dev.winnow.document.Shape.LINK_LIKE)).isTrue();
    }

    @Test
    void keepsLinesOfCodeThatAreElements() {
        assertThat(text("<pre><div>if dry:</div><div>    row()</div><div>rest()</div></pre><p>x"))
                .isEqualTo("if dry:\n    row()\nrest()\n\nx");
    }

    @Test
    void readsNoBreakSpacesOfCodeAsSpaces() {
        assertThat(text("<pre>if dry:\n&nbsp;\u00A0row()</pre>")).isEqualTo("if dry:\n  row()");
    }

    @Test
    void readsAFormulaOnceThoughItsPreviewStandsBeforeIt() {
        assertThat(text("So <span class=MathJax_Preview>[p]</span><script type='math/tex'>p+q</script> it is."))
                .isEqualTo("So p+q it is.");
        assertThat(
                        text(
                                "So <b class=MathJax_Preview>p</b><b class=MathJax>pq</b><script type='math/tex'>p_q</script> it is."))
                .isEqualTo("So p_q it is.");
        assertThat(text("So <span class=MathJax_Preview>p+q</span> it is.")).isEqualTo("So p+q it is.");
        assertThat(text("So <script type='math/asciimath'>p/q</script> it is.")).isEqualTo("So p/q it is.");
    }

    @Test
    void leavesOutWhatIsOnlyForEyesAndSaidBefore() {
        assertThat(text("So <b><i>p = q</i><i aria-hidden=true>p=q</i></b> it is."))
                .isEqualTo("So p = q it is.");
        assertThat(text("So <b><i>p = q</i><i aria-hidden=true>!</i></b> it is."))
                .isEqualTo("So p = q! it is.");
    }

    @Test
    void setsApartWhatHoldsNoMore() {
        assertThat(text("Fee <s>40</s>35, <del>late</del>early, 7<strike>8</strike>9; co<s>o</s>k."))
                .isEqualTo("Fee 40 35, late early, 7 8 9; cook.");
        assertThat(text("<span style='text-decoration: line-through'>12</span>15"))
                .isEqualTo("12 15");
    }

    @Test
    void raisesNoPoint() {
        assertThat(text("10<sup>2.5</sup> and 10<sup>\u20133</sup>")).isEqualTo("10^(2.5) and 10⁻³");
    }
}
