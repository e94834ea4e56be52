package dev.winnow.source.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.document.HeadValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadDataTest {

    private static List<HeadValue> head(String html) {
        return TestPages.parse(html).head();
    }

    private static List<String> values(String html, String field) {
        return head(html).stream()
                .filter(value -> value.field().equals(field))
                .map(HeadValue::text)
                .toList();
    }

    private static String ld(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    @Test
    void standsInTheOrderOfTrust() {
        String html = "<title>T</title><link rel=canonical href='https://harbour-news.example/a'>"
                + "<meta name=author content='A'><meta name=date content=2019-06-06>"
                + "<meta name='DC.date.issued' content=2019-06-03><meta property='og:title' content=O>"
                + "<meta property='article:published_time' content=2019-06-02>"
                + ld("{\"@type\": \"NewsArticle\", \"headline\": \"O\", \"datePublished\": \"2019-06-01\"}")
                + "<time datetime=2019-06-05>x</time><div itemscope itemtype='https://schema.org/Article'>"
                + "<meta itemprop=datePublished content=2019-06-04></div>";
        assertThat(values(html, "published"))
                .containsExactly("2019-06-01", "2019-06-02", "2019-06-03", "2019-06-04", "2019-06-05", "2019-06-06");
        assertThat(head(html).stream().map(HeadValue::evidence).distinct())
                .containsExactly(
                        "html/json-ld",
                        "html/opengraph",
                        "html/dublin-core",
                        "html/microdata",
                        "html/time",
                        "html/meta",
                        "html/title",
                        "html/canonical");
    }

    @Test
    void toleratesBrokenJson() {
        assertThat(values(
                        ld(
                                "// c\n<!-- {\"@type\": \"Article\", \"headline\": \"A\nB\", /* d */ \"keywords\": [\"x\",],}"),
                        "title"))
                .isEmpty();
        assertThat(values(
                        ld("/* c */ {\"@type\": \"Article\", \"headline\": \"A\n\tB &amp;amp; <i>C</i>\",}"), "title"))
                .containsExactly("A\n\tB & C".replace("\n\t", " "));
        assertThat(values(
                        ld("<!-- {\"@type\": \"Article\", \"headline\": \"cut\", \"description\": \"and th"), "title"))
                .containsExactly("cut");
        assertThat(values(
                        ld("{\"@type\": \"WebSite\"}{\"@type\": \"BlogPosting\", \"headline\": \"second\"}"), "title"))
                .containsExactly("second");
        assertThat(head(ld("[[[[{}, null, 1, {\"@type\": 5, \"author\": [[]]}]]]]")))
                .isEmpty();
        assertThat(head(ld("[".repeat(5_000)))).isEmpty();
    }

    @Test
    void resolvesTheGraphAndTellsPersonsFromOrganizations() {
        String html = ld("{\"@graph\": [{\"@type\": \"Person\", \"@id\": \"#a\", \"name\": \"Ada Holm\"},"
                + "{\"@type\": [\"Thing\", \"Article\"], \"headline\": \"H\", \"author\": [{\"@id\": \"#a\"},"
                + "{\"@type\": \"NewsMediaOrganization\", \"name\": \"Harbour News\"}, \"Tom Reed\"]}]}");
        assertThat(values(html, "authors")).containsExactly("Ada Holm", "Tom Reed");
        assertThat(values(html, "organization")).containsExactly("Harbour News");
    }

    @Test
    void prefersTheArticleWhoseHeadlineThePageShows() {
        String html = "<title>Goat found | Harbour News</title>"
                + ld(
                        "[{\"@type\": \"Article\", \"headline\": \"Other\"}, {\"@type\": \"Article\", \"headline\": \"Goat found\"}]");
        assertThat(values(html, "title").get(0)).isEqualTo("Goat found");
    }

    @Test
    void takesNothingFromWhatStandsBesideTheArticle() {
        String html = "<aside><time datetime=2011-01-01>x</time></aside>"
                + "<div itemscope itemtype='https://schema.org/Comment'><meta itemprop=datePublished content=2012-01-01>"
                + "<span itemprop=author>Troll</span></div><p>y</p>";
        assertThat(values(html, "published")).isEmpty();
        assertThat(values(html, "authors")).isEmpty();
    }

    @Test
    void takesNoAddressForAName() {
        assertThat(values("<meta property='article:author' content='https://social.example/ada'>", "authors"))
                .isEmpty();
    }

    @Test
    void findsTheDateInAProgramWhenNothingElseHasIt() {
        String script = "<script>var page = {\"publishedAt\":\"2019-06-02T08:00:00Z\"};</script>";
        assertThat(values(script, "published")).containsExactly("2019-06-02T08:00:00Z");
        assertThat(values("<time>3 May 2018</time>" + script, "published")).containsExactly("3 May 2018");
    }

    @Test
    void takesTheAuthorOfACardWithTheLabelThatTellsIt() {
        assertThat(values(
                        "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Holm'>"
                                + "<meta name='twitter:label2' content='Reading time'><meta name='twitter:data2' content='Two minutes'>",
                        "authors"))
                .containsExactly("Written by: Ada Holm", "Reading time: Two minutes");
    }

    @Test
    void theTitleOfAPictureIsNotThePages() {
        assertThat(values("<body><svg><title>Menu</title></svg><h1>Storm ends</h1>", "title"))
                .containsExactly("Storm ends");
        assertThat(values("<body><svg><title>Menu</title></svg><title>Storm ends | Post</title>", "title"))
                .containsExactly("Storm ends | Post");
    }

    @Test
    void anUnescapedQuotationMarkCutsNoValue() {
        assertThat(values(
                        ld(
                                "{\"@type\": \"NewsArticle\", \"headline\": \"Storm \"Ada\" ends, \"at last\"\", \"datePublished\": \"2021-05-03\"}"),
                        "title"))
                .containsExactly("Storm \"Ada\" ends, \"at last\"");
        assertThat(values(ld("{\"@type\": \"NewsArticle\", \"headline\": \"Storm \"Ada\", {"), "title"))
                .isEmpty();
        assertThat(values(
                        ld("{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Storm&quot;}"),
                        "title"))
                .containsExactly("Storm");
    }

    @Test
    void knowsWhatLeadsToTheFirstPage() {
        assertThat(values("<h1><a rel=home href='/'>Harbour Post</a></h1><h1>Storm ends</h1>", "title"))
                .containsExactly("Storm ends");
        assertThat(values("<a rel=home href='https://harbour.example/en'>Harbour Post</a>", "home"))
                .containsExactly("Harbour Post");
    }
}
