package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static dev.winnow.label.TestLabelling.common;
import static dev.winnow.label.TestLabelling.label;
import static dev.winnow.label.TestLabelling.labels;
import static dev.winnow.label.TestLabelling.rulesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Field;
import dev.winnow.rule.RulePack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a page from round to round: stretches, captures, sites, links, code, one rule alone. */
class RoundsTest {

    private static final String TEXT = "<p>" + PROSE + "</p><p>" + MORE + "</p>";

    private static List<String> texts(Labelling labelling, Field field) {
        return labelling.captures().stream()
                .filter(capture -> capture.field() == field)
                .map(Capture::text)
                .toList();
    }

    private static List<String> stretches(Labelling labelling, int line, String text) {
        return labelling.decisions().get(line).stretches().stream()
                .map(stretch -> stretch.label().key() + " " + text.substring(stretch.start(), stretch.end()))
                .toList();
    }

    @Test
    void takesStretchesOutAndValuesWithThem() {
        Winnow winnow = common(
                "id: desk\nlabel: byline\ninside: {start: \"Desk of {authors:any}:\"}",
                "id: mail\nlabel: share\ninside: {end: (Mail)}");
        String line = "Desk of Harbour: The ferry left at noon. (Mail)";
        Labelling labelling = label(winnow, PROSE, line, MORE);
        assertThat(stretches(labelling, 1, line)).containsExactlyInAnyOrder("byline Desk of Harbour:", "share (Mail)");
        assertThat(texts(labelling, Field.AUTHORS)).containsExactly("Harbour");
        assertThat(labelling.decisions().get(1).isNamed()).isFalse();
    }

    @Test
    void labelsWhatStretchesLeaveAgain() {
        Winnow winnow = common(
                "id: mail\nlabel: share\ninside: {end: (Mail)}", "id: news\nlabel: related\nline: Ferry news of today");
        Labelling labelling = label(winnow, PROSE, "Ferry news of today (Mail)", MORE);
        assertThat(rulesOf(labelling).get(1)).isEqualTo("common/news");
        assertThat(labels(labelling).get(1)).isEqualTo(Label.RELATED);
    }

    @Test
    void takesNothingOutOfALineThatGoes() {
        Winnow winnow = common(
                "id: mail\nlabel: share\ninside: {end: \"(Mail {authors:any})\"}",
                "id: news\nlabel: related\nline: \"Ferry news {any}\"");
        Labelling labelling = label(winnow, PROSE, "Ferry news today (Mail Ada)", MORE);
        assertThat(rulesOf(labelling).get(1)).isEqualTo("common/news");
        assertThat(labelling.decisions().get(1).stretches()).isEmpty();
        assertThat(texts(labelling, Field.AUTHORS)).isEmpty();
    }

    @Test
    void numbersMatches() {
        Winnow winnow = common(
                "id: share\nlabel: share\nline: Share",
                "id: head\nlines:\n- {line: \"Ferry {section:any}\", label: section}\n- {line: \"Day {published:date}\", label: timestamp}");
        Labelling labelling = label(winnow, "Ferry news", "Day 2019-06-02", PROSE, "Share", MORE, "Share");
        List<Decision> decisions = labelling.decisions();
        assertThat(decisions.get(0).match()).isEqualTo(decisions.get(1).match()).isNotNegative();
        assertThat(decisions.get(3).match()).isNotEqualTo(decisions.get(5).match());
        assertThat(decisions.get(2).match()).isEqualTo(-1);
        assertThat(labelling
                        .captures()
                        .get(0)
                        .provenance()
                        .isOfMatch(labelling.captures().get(1).provenance()))
                .isTrue();
        assertThat(labelling.captures())
                .extracting(capture -> capture.provenance().line().orElse(-1))
                .containsExactly(0, 1);
        assertThat(labelling.decisions().named(2)).isNull();
        assertThat(labelling.decisions().named(3)).isEqualTo(decisions.get(3));
    }

    @Test
    void usesTheTitleThatOneRuleFoundInOthers() {
        Winnow winnow = common(
                "id: title\nlabel: title\nline: \"Headline: {title}\"",
                "id: again\nlabel: related\nline: \"{=title}\"",
                "id: other\nlabel: share\nline: \"Read {=title} here\"");
        Labelling labelling = label(
                winnow, "Headline: Goats on board", PROSE, "Goats on board", MORE, "Read Goats on board here", PROSE);
        assertThat(rulesOf(labelling)).contains("common/title", "common/again", "common/other");
    }

    @Test
    void usesThePackThatItIsTold() {
        Winnow winnow = TestLabelling.winnow(
                "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]",
                "id: share\nlabel: share\nline: Share");
        RulePack pack = winnow.rules().packs().stream()
                .filter(RulePack::ofSite)
                .findFirst()
                .orElseThrow();
        Page page = winnow.page(TestLabelling.text(PROSE, "Share"));
        List<LineLabeller> all = Labeller.standard(winnow.rules(), LineModel::standard, Strictness.OFF);
        assertThat(labels(new Labeller(winnow.rules(), pack, null, all).label(page, Known.NOTHING, false)))
                .containsExactly(Label.BODY, Label.SHARE);
        assertThat(labels(new Labeller(winnow.rules(), null, null, all).label(page, Known.NOTHING, false)))
                .containsExactly(Label.BODY, Label.BODY);
    }

    @Test
    void showsALabellerTheSite() {
        Winnow winnow = TestLabelling.winnow(
                "pack: harbour.example\nname: Harbour\nfingerprint: [Share]", "id: share\nlabel: share\nline: Share");
        List<String> sites = new ArrayList<>();
        List<LineLabeller> all =
                new ArrayList<>(Labeller.standard(winnow.rules(), LineModel::standard, Strictness.OFF));
        all.add(round -> {
            RulePack site = round.site();
            sites.add(site == null ? "none" : site.id());
            return List.of();
        });
        Page page = winnow.page(TestLabelling.text("Share", PROSE, MORE));
        Labelling labelling = new Labeller(winnow.rules(), null, null, all).label(page, Known.NOTHING, false);
        assertThat(sites)
                .as("its fingerprint goes with the first round")
                .startsWith("harbour.example")
                .endsWith("none");
        assertThat(labelling.site().id()).isEqualTo("harbour.example");
        assertThat(labels(labelling)).containsExactly(Label.SHARE, Label.BODY, Label.BODY);
    }

    @Test
    void takesALinkForTextOnceLinksAreUsedUp() {
        Winnow winnow = common("id: end\nlabel: related\nline: \"{any} last seat.\"\nlast: 1\nshape: sentence-like");
        String sentence = "The ferry left the harbour at noon on Sunday, full to the last seat.";
        assertThat(labels(TestLabelling.html(winnow, TEXT + "<p>" + sentence + "</p>"))
                        .get(2))
                .isEqualTo(Label.RELATED);
        String link = "<p><a href=/x>" + sentence + "</a></p>";
        assertThat(labels(TestLabelling.html(winnow, "<p>" + PROSE + "</p>" + link + "<p>" + MORE + "</p>")))
                .as("it is not the last line")
                .containsExactly(Label.BODY, Label.BODY, Label.BODY);
    }

    @Test
    void sparesCodeBesideProse() {
        Winnow winnow = common("id: share\nlabel: share\nline: Share");
        assertThat(labels(TestLabelling.html(winnow, TEXT + "<pre>Share\nwait</pre>" + TEXT + "<p>Share</p>")))
                .containsExactly(Label.BODY, Label.BODY, Label.BODY, Label.BODY, Label.BODY, Label.BODY, Label.SHARE);
        assertThat(labels(TestLabelling.html(winnow, "<pre>" + PROSE + "\nShare\n" + MORE + "</pre>")))
                .as("a page that shows all it has as code")
                .containsExactly(Label.BODY, Label.SHARE, Label.BODY);
        assertThat(labels(TestLabelling.html(winnow, "<h2>Ferry</h2><pre>" + PROSE + "\nShare\n</pre>")))
                .as("a heading is no prose")
                .contains(Label.SHARE);
    }

    @Test
    void leavesValuesOutThatStandBesideTheArticle() {
        Winnow winnow = TestLabelling.winnow(
                "pack: common\nbeside: [aside]",
                "id: by\nlabel: byline\nline: \"Desk of {authors:any}\"",
                "id: picture\nlabel: caption\nline: \"Picture of {caption}\"");
        Labelling labelling = TestLabelling.html(
                winnow,
                "<h1>Ferry is back</h1><div>Desk of Harbour</div>" + TEXT
                        + "<aside><div>Desk of Goats</div><div>Picture of a goat</div></aside>");
        assertThat(texts(labelling, Field.AUTHORS)).containsExactly("Harbour");
        assertThat(texts(labelling, Field.CAPTION)).containsExactly("a goat");
    }

    @Test
    void leavesADayOutThatTheTextTellsOf() {
        Winnow winnow = common("id: day\nlabel: timestamp\nline: \"{published:date} in the bay\"");
        Labelling labelling = label(winnow, "2019-06-02 in the bay", PROSE, MORE);
        assertThat(texts(labelling, Field.PUBLISHED)).containsExactly("2019-06-02");
    }

    @Test
    void triesOneRuleAloneWithItsValues() {
        Winnow winnow = common(
                "id: day\nlabel: timestamp\nline: \"Day {published:date}\"\nfirst: 1",
                "id: share\nlabel: share\nline: Share",
                "id: more\nlabel: related\nline: More\nafter: share");
        Page page = winnow.page(TestLabelling.text("Day 2019-06-02", PROSE, "Share", "More", MORE, "Day 2019-06-03"));
        Labeller labeller = new Labeller(winnow.rules(), null, null, List.of());
        Labelling day = labeller.labelOnly("common/day", page, Known.NOTHING, false);
        assertThat(labels(day))
                .containsExactly(Label.TIMESTAMP, Label.BODY, Label.BODY, Label.HEADING, Label.BODY, Label.BODY);
        assertThat(texts(day, Field.PUBLISHED)).containsExactly("2019-06-02");
        assertThat(day.nearMisses()).extracting(miss -> miss.line()).containsExactly(5);
        assertThat(rulesOf(labeller.labelOnly("common/more", page, Known.NOTHING, false)))
                .containsExactly("shape", "shape", "shape", "common/more", "shape", "shape");
    }

    @Test
    void asksForMenusBeforeASiteSpeaks() {
        Winnow winnow = TestLabelling.winnow(
                "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]",
                "id: head\nlines:\n- {line: \"{section}\", label: section}\n- {line: Ferry desk, label: byline}\nfirst: 1");
        Labelling labelling = TestLabelling.html(
                winnow, "<nav><a href=/a>Home page</a></nav><div>Boats</div><div>Ferry desk</div>" + TEXT);
        assertThat(rulesOf(labelling).subList(0, 3))
                .containsExactly("mechanism/link-lines", "harbour.example/head", "harbour.example/head");
        assertThat(texts(labelling, Field.SECTION)).containsExactly("Boats");
    }

    @Test
    void readsNothingOfADocumentWithoutLines() {
        SourceDocument empty = SourceDocument.of("-", "");
        assertThat(label(common("id: share\nlabel: share\nline: Share"), empty, Known.NOTHING)
                        .decisions())
                .isEmpty();
    }

    private static List<Integer> roundsAfterSite(Winnow winnow, SourceDocument page) {
        List<Integer> rounds = new ArrayList<>();
        List<LineLabeller> all =
                new ArrayList<>(Labeller.standard(winnow.rules(), LineModel::standard, Strictness.OFF));
        all.add(new AfterSite(round -> {
            rounds.add(round.number());
            return List.of();
        }));
        new Labeller(winnow.rules(), null, null, all).label(winnow.page(page), Known.of(page, null, List.of()), false);
        return rounds;
    }

    @Test
    void letsASitesRulesLookFirstOnItsPagesOfHtml() {
        Winnow winnow = TestLabelling.winnow(
                "pack: harbour.example\nname: Harbour\nhosts: [harbour.example]",
                "id: share\nlabel: share\nline: Share");
        SourceDocument html = SourceDocument.html("-", "<body><p>Share</p>" + TEXT + "</body>");
        assertThat(roundsAfterSite(winnow, html.withUrl("https://harbour.example/1")))
                .isNotEmpty()
                .doesNotContain(0);
        assertThat(roundsAfterSite(winnow, html.withUrl("https://goats.example/1")))
                .contains(0);
        assertThat(roundsAfterSite(winnow, TestLabelling.text("Share", PROSE).withUrl("https://harbour.example/1")))
                .contains(0);
    }
}
