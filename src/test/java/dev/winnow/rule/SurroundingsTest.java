package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays though it is worded as noise, and what goes; whole documents of it are among the fixtures. */
class SurroundingsTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    private static final String ONE =
            "The cable car up the hill has been repaired, and it runs every ten minutes again.";
    private static final String TWO =
            "A ride costs eleven crowns, and whoever stays at the top pays nothing for the way down.";
    private static final String THREE =
            "The wheel at the top is from 1931, and the rope around it was changed in the spring.";

    private static String clean(String... lines) {
        return WINNOW.clean(SourceDocument.of("a", String.join("\n", lines))).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Advertising",
                "Sponsored",
                "Comments",
                "Newsletter",
                "Share",
                "Related",
                "Werbung",
                "Publicité",
                "Publicidad",
                "Pubblicità",
                "Reklama",
                "Реклама",
                "広告",
                "广告",
                "إعلان"
            })
    void keepsAHeadingAmongHeadings(String heading) {
        assertThat(clean("The cable car", "Tickets", ONE, heading, TWO, "Rope", THREE))
                .contains("\n" + heading + "\n");
        String html =
                "<article><h1>The cable car</h1><p>" + ONE + "</p><h2>" + heading + "</h2><p>" + TWO + "</p></article>";
        assertThat(cleanHtml(html)).contains(heading);
    }

    private static String cleanHtml(String html) {
        return WINNOW.clean(SourceDocument.html("a.html", html)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sign up for our newsletter", "Sign up to the Lornby newsletter", "Get email updates"})
    void dropsAnInvitationThoughItIsAHeading(String heading) {
        String html =
                "<article><h1>The cable car</h1><p>" + ONE + "</p><h2>" + heading + "</h2><p>" + TWO + "</p></article>";
        assertThat(cleanHtml(html)).contains(ONE, TWO).doesNotContain(heading);
        assertThat(clean(ONE, heading, TWO)).doesNotContain(heading);
    }

    @Test
    void dropsALabelBetweenParagraphs() {
        assertThat(clean(ONE, "Advertisement", TWO, "Advertisement", THREE)).doesNotContain("Advertisement");
        assertThat(clean(ONE, "Story continues below advertisement", TWO)).doesNotContain("Story continues");
    }

    @Test
    void keepsWhatALineAnnounces() {
        assertThat(clean(ONE, TWO, "The cabins show the signs of", "Facebook", "YouTube", "WhatsApp"))
                .contains("YouTube");
        assertThat(clean(ONE, TWO, "Painted on the cabins:", "Facebook", "YouTube", "WhatsApp"))
                .contains("YouTube");
        assertThat(clean(ONE, TWO, "Facebook", "YouTube", "WhatsApp")).doesNotContain("YouTube");
        assertThat(clean(ONE, TWO, "Share this page on:", "Facebook", "YouTube", "WhatsApp"))
                .doesNotContain("YouTube");
    }

    @Test
    void keepsASentenceOfABannerWithinTheText() {
        String banner = "We use cookies to count those who ride, and those who walk beside the rope.";
        assertThat(clean(ONE, banner, TWO)).contains(banner);
        assertThat(clean(banner, ONE, TWO)).doesNotContain(banner);
        assertThat(clean(ONE, TWO, banner)).doesNotContain(banner);
        assertThat(clean(ONE, banner, "Accept all", TWO, THREE)).doesNotContain(banner);
    }

    @Test
    void keepsWhatIsNumbered() {
        assertThat(clean(ONE, "(b) 1998 a new wheel", "(c) 1999 a new rope", "(d) 2000 a new hill"))
                .contains("(c) 1999");
        assertThat(clean(ONE, TWO, "Share", "(c) 1999 The Hill Press")).doesNotContain("The Hill Press");
    }

    @Test
    void keepsAQuestionOverItsAnswer() {
        assertThat(clean("Already a subscriber?", ONE)).contains("Already a subscriber?");
        assertThat(clean(ONE, "Already a subscriber?")).doesNotContain("subscriber");
    }

    private static String html(String body) {
        return WINNOW.clean(SourceDocument.builder("a.html", SourceDocument.Form.HTML, "<h1>The cable car</h1>" + body)
                        .url("https://hill.example/car")
                        .build())
                .text();
    }

    private static String paragraphs(String... texts) {
        return "<p>" + String.join("</p><p>", texts) + "</p>";
    }

    @Test
    void keepsAListThatLeadsNowhere() {
        String list = "<ul><li>Facebook</li><li>Twitter</li><li>WhatsApp</li></ul>";
        assertThat(html(paragraphs(ONE, "Whoever goes up sends a picture to one of three places.") + list))
                .contains("Facebook", "WhatsApp");
        assertThat(html(paragraphs(ONE, TWO)
                        + "<h2>Most Read</h2><ul><li>The guest book</li><li>The price list</li></ul>"))
                .contains("The guest book");
        String links =
                list.replace("<li>", "<li><a href=\"https://share.example/\">").replace("</li>", "</a></li>");
        assertThat(html(paragraphs(ONE, TWO) + links)).doesNotContain("Facebook");
        assertThat(html(paragraphs(ONE, TWO) + "<div class=x>" + list + "</div>"))
                .doesNotContain("Facebook");
    }

    @Test
    void keepsATermOverWhatExplainsIt() {
        assertThat(html(paragraphs(ONE, TWO) + "<dl><dt>Advertising</dt><dd>Eleven posters.</dd></dl>"
                        + paragraphs(THREE)))
                .contains("Advertising");
    }

    @Test
    void keepsTheButtonsThatOpenTheText() {
        String panel = "<div><button>%s</button><div><p>%s</p></div></div>";
        assertThat(html(paragraphs(ONE)
                        + String.format(Locale.ROOT, panel, "Tickets", TWO)
                        + String.format(Locale.ROOT, panel, "The rope", THREE)))
                .contains("Tickets", "The rope");
        assertThat(html(paragraphs(ONE)
                        + String.format(Locale.ROOT, panel, "Save", TWO)
                        + String.format(Locale.ROOT, panel, "Save", THREE)))
                .doesNotContain("Save");
        assertThat(html(paragraphs(ONE) + "<button>Save</button>" + paragraphs(TWO) + "<button>Print</button>"
                        + paragraphs(THREE)))
                .doesNotContain("Save")
                .doesNotContain("Print");
    }

    @Test
    void keepsALinkListWithItsOwnHeadingBetweenParagraphs() {
        String list =
                "<ul><li><a href=/a>To the mill</a><li><a href=/b>To the inn</a><li><a href=/c>To the pond</a></ul>";
        assertThat(html(paragraphs(ONE) + "<h2>Walks from the top</h2>" + list + paragraphs(TWO)))
                .contains("To the mill", "To the pond");
        assertThat(html(paragraphs(ONE, TWO) + "<h2>Walks from the top</h2>" + list))
                .doesNotContain("To the mill");
        assertThat(html(paragraphs(ONE) + list + paragraphs(TWO))).doesNotContain("To the mill");
    }

    @Test
    void keepsABannerWhereTheTextIsAboutBanners() {
        String banner = "This website uses cookies to improve your experience.";
        assertThat(clean(ONE, "Its owners were fined because nobody could close the banner on their pages.", banner))
                .contains(banner);
        assertThat(clean(ONE, TWO, banner)).doesNotContain(banner);
        assertThat(clean(
                        ONE,
                        "Its owners were fined because nobody could close the banner on their pages.",
                        banner,
                        "Accept All"))
                .doesNotContain(banner);
    }

    @Test
    void keepsLinksBelowAHeadingButNotBelowALabel() {
        String links = "<ul><li><a href=/a>The wheel of 1931</a><li><a href=/b>The rope of the spring</a>"
                + "<li><a href=/c>The hill and its owners</a></ul>";
        String page =
                "<article><h1>The cable car</h1><p>" + ONE + "</p><h4>%s</h4>" + links + "<p>" + TWO + "</p></article>";
        assertThat(cleanHtml(String.format(Locale.ROOT, page, "Stations on the way")))
                .contains("The rope of the spring");
        assertThat(cleanHtml(String.format(Locale.ROOT, page, "More:"))).doesNotContain("The rope of the spring");
        assertThat(cleanHtml(String.format(Locale.ROOT, page, "Mehr:"))).doesNotContain("The rope of the spring");
    }
}
