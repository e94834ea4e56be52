package dev.winnow.label;

import static dev.winnow.label.TestLabelling.MORE;
import static dev.winnow.label.TestLabelling.PROSE;
import static dev.winnow.label.TestLabelling.common;
import static dev.winnow.label.TestLabelling.label;
import static dev.winnow.label.TestLabelling.labels;
import static dev.winnow.label.TestLabelling.rulesOf;
import static dev.winnow.label.TestLabelling.winnow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.Page;
import dev.winnow.document.SourceDocument;
import dev.winnow.language.LanguageIdentifier;
import dev.winnow.model.LineModel;
import dev.winnow.model.Strictness;
import dev.winnow.rule.Field;
import dev.winnow.rule.Origin;
import dev.winnow.rule.Proposal;
import dev.winnow.rule.RuleSet;
import dev.winnow.rule.Standing;
import dev.winnow.rule.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What lines are, by few rules; whatever a policy makes of it. */
class LabellerTest {

    private static final String GERMAN =
            "Die Fähre hat den Hafen am Sonntag nach dem Sturm verlassen, und es gab keine Verletzten.";

    @Test
    void reportsRulesThatContradictEachOther() {
        Winnow winnow = common("id: one\nlabel: share\nline: Harbour", "id: two\nlabel: heading\nline: Harbour");
        Labelling labelling = label(winnow, PROSE, "", "Harbour", MORE, "Harbour");
        assertThat(labelling.conflicts()).containsExactly("common/one and common/two on line 3");
        assertThat(labelling.warnings()).isEmpty();
    }

    @Test
    void findsNoConflictWhereOneRuleIsMoreSpecific() {
        Winnow winnow =
                common("id: one\nlabel: share\nline: Harbour {any}", "id: two\nlabel: heading\nline: Harbour news");
        Labelling labelling = label(winnow, PROSE, "Harbour news", MORE);
        assertThat(labelling.conflicts()).isEmpty();
        assertThat(labels(labelling)).containsExactly(Label.BODY, Label.HEADING, Label.BODY);
    }

    @Test
    void findsNoConflictBetweenLabelsOfOneGroup() {
        Winnow winnow = common("id: one\nlabel: share\nline: Harbour", "id: two\nlabel: related\nline: Harbour");
        Labelling labelling = label(winnow, PROSE, "Harbour", MORE);
        assertThat(labelling.conflicts()).isEmpty();
        assertThat(rulesOf(labelling).get(1)).isEqualTo("common/one");
    }

    @Test
    void takesAHeadingLikeLineOverProseForAHeading() {
        Labelling labelling =
                label(common("id: one\nlabel: share\nline: Share"), PROSE, "At the harbour", MORE, "A word");
        assertThat(labels(labelling)).containsExactly(Label.BODY, Label.HEADING, Label.BODY, Label.BODY);
        assertThat(rulesOf(labelling)).containsOnly(Decision.BY_SHAPE);
    }

    @Test
    void takesALineWithABulletForAnItem() {
        assertThat(labels(label(common("id: one\nlabel: share\nline: Share"), PROSE, "- ropes", MORE)))
                .containsExactly(Label.BODY, Label.LIST, Label.BODY);
    }

    @Test
    void callsALineThatStaysWhatItWasCalledFirst() {
        Winnow winnow = common(
                "id: share\nlabel: share\nline: Share",
                "id: quote\nlabel: quote\nline: Ferry news",
                "id: first\nlabel: correction\nline: Ferry news\nfirst: 1");
        assertThat(labels(label(winnow, "Ferry news", PROSE)).get(0)).isEqualTo(Label.CORRECTION);
        Labelling labelling = label(winnow, "Share", "Ferry news", PROSE);
        assertThat(labels(labelling)).containsExactly(Label.SHARE, Label.QUOTE, Label.BODY);
    }

    @Test
    void callsWhatIsLeftByRulesThatFitOnlyThen() {
        Winnow winnow =
                common("id: share\nlabel: share\nline: Share", "id: first\nlabel: related\nline: Ferry news\nfirst: 1");
        assertThat(labels(label(winnow, "Share", "Ferry news", PROSE)))
                .containsExactly(Label.SHARE, Label.RELATED, Label.BODY);
    }

    @Test
    void tellsTheLanguageAgainOnceProseWent() {
        Winnow winnow = winnow("pack: common-de\nlanguages: [de]", "id: weiter\nlabel: related\nline: Fährbilder");
        RuleSet rules = winnow.rules();
        List<String> asked = new ArrayList<>();
        LineLabeller english = round -> {
            asked.add(String.valueOf(round.language()));
            return IntStream.range(0, round.lines().size())
                    .filter(line -> round.lines().line(line).text().startsWith("The"))
                    .mapToObj(line -> proposal("mechanism/test", Standing.MECHANISM, round, line, Label.RELATED))
                    .toList();
        };
        List<LineLabeller> labellers = new ArrayList<>(Labeller.standard(rules, LineModel::standard, Strictness.OFF));
        labellers.add(english);
        LanguageIdentifier languages = new LanguageIdentifier(Map.of(
                "en", List.of("the", "at", "on", "and", "was", "that", "of", "to", "in", "a"),
                "de", List.of("die", "den", "am", "nach", "dem", "und", "es", "der", "das", "hat")));
        String english1 = "The ferry was at the harbour and the crew was on the pier, that is all of it.";
        Page page = winnow.page(SourceDocument.of(
                "-", String.join("\n", english1, english1, english1, english1, GERMAN, "Fährbilder", GERMAN)));
        Labelling labelling = new Labeller(rules, null, languages, labellers).label(page, Known.NOTHING, false);
        assertThat(labelling.language()).isEqualTo("en");
        assertThat(asked).startsWith("en").endsWith("de");
        assertThat(labels(labelling).get(5)).isEqualTo(Label.RELATED);
    }

    private static Proposal proposal(String id, Standing standing, Round round, int line, Label label) {
        return new Proposal(
                new Origin.OfMechanism(id),
                standing,
                List.of(Proposal.Piece.whole(round.lines(), line, label)),
                List.of(),
                "test");
    }

    /** As statistics or a model would: sure to some degree, below every rule. */
    private static LineLabeller guess(String id, double confidence, Label label) {
        return round -> IntStream.range(0, round.lines().size())
                .mapToObj(line -> proposal(id, new Standing(Tier.MECHANISM, confidence, false, 0), round, line, label))
                .toList();
    }

    @Test
    void goesByConfidenceBelowRules() {
        Winnow winnow = common("id: quote\nlabel: quote\nline: Ferry news");
        List<LineLabeller> labellers =
                new ArrayList<>(Labeller.standard(winnow.rules(), LineModel::standard, Strictness.OFF));
        labellers.add(0, guess("a", 0.6, Label.LIST));
        labellers.add(guess("b", 0.9, Label.CORRECTION));
        labellers.add(guess("c", 0.7, Label.DATELINE));
        Page page = winnow.page(SourceDocument.of("-", "Ferry news\n" + PROSE));
        Labelling labelling = new Labeller(winnow.rules(), null, null, labellers).label(page, Known.NOTHING, false);
        assertThat(rulesOf(labelling)).containsExactly("common/quote", "b");
        assertThat(labels(labelling)).containsExactly(Label.QUOTE, Label.CORRECTION);
    }

    @Test
    void showsALabellerWhatThoseBeforeItSaid() {
        Winnow winnow = common("id: share\nlabel: share\nline: Share");
        List<String> seen = new ArrayList<>();
        List<LineLabeller> labellers =
                new ArrayList<>(Labeller.standard(winnow.rules(), LineModel::standard, Strictness.OFF));
        labellers.add(round -> {
            for (int line = 0; line < round.lines().size(); line++) {
                Proposal proposal = round.proposal(line);
                seen.add(round.label(line) + " by "
                        + (proposal == null ? "nobody" : proposal.origin().id()) + " in "
                        + round.zones().of(line).key());
            }
            return List.of();
        });
        Page page = winnow.page(SourceDocument.of("-", "Share\n" + PROSE));
        new Labeller(winnow.rules(), null, null, labellers).label(page, Known.NOTHING, false);
        assertThat(seen)
                .containsExactly("share by common/share in head", "null by nobody in body", "null by nobody in body");
    }

    @Test
    void takesARepeatedLineForTheHeadlineUnlessItIsKnown() {
        Winnow winnow = common("id: share\nlabel: share\nline: Share");
        String[] lines = {"Ferry sails again after storm", "Share", "Ferry sails again after storm", PROSE, MORE};
        Labelling labelling = label(winnow, lines);
        assertThat(labels(labelling)).containsExactly(Label.TITLE, Label.SHARE, Label.TITLE, Label.BODY, Label.BODY);
        assertThat(labelling.captures())
                .allMatch(capture -> capture.field() == Field.TITLE)
                .extracting(Capture::text)
                .containsOnly("Ferry sails again after storm");
        Known known = new Known(null, null, null, "Another headline of the day");
        assertThat(label(winnow, SourceDocument.of("-", String.join("\n", lines)), known)
                        .captures())
                .isEmpty();
    }

    @Test
    void letsASiteSpeakFirstOnItsPagesOfHtml() {
        String rule =
                "id: head\nlines:\n- {line: \"{title}\", label: title}\n- {line: Ferry desk, label: byline}\nfirst: 1";
        Winnow winnow = winnow("pack: harbour.com\nname: Harbour\nhosts: [harbour.com]", rule);
        String html =
                "<html><head><title>Storm ends in the bay - Harbour</title></head><body><h1>Storm ends in the bay</h1>"
                        + "<p>Ferry desk</p><p>" + PROSE + "</p><p>" + MORE + "</p></body></html>";
        SourceDocument source = SourceDocument.html("-", html).withUrl("https://harbour.com/1");
        Page page = winnow.page(source);
        Labelling labelling =
                label(winnow, source, Known.of(source, null, page.markup().head()));
        assertThat(rulesOf(labelling).get(0)).isEqualTo("harbour.com/head");
        assertThat(rulesOf(label(
                                winnow,
                                SourceDocument.html("-", html),
                                Known.of(
                                        SourceDocument.html("-", html),
                                        null,
                                        page.markup().head())))
                        .get(0))
                .isEqualTo("mechanism/head-title");
    }

    @Test
    void knowsTheEndOfTheArticleBeforeABoxThatSpeaksInSentences() {
        String more = "id: more\nlabel: widget\nline: More\nzone: tail";
        String box = "id: box\nline: Sign up\nlabel: ";
        String[] page = {PROSE, "More", "Sign up", MORE, "Sign up", "End"};
        assertThat(rulesOf(label(common(more, box + "newsletter"), page))).contains("common/more");
        // Lists of links have no sentences; the article goes on between two of them.
        assertThat(rulesOf(label(common(more, box + "related"), page))).doesNotContain("common/more");
        assertThat(rulesOf(label(common(more, box + "newsletter"), PROSE, "More", "Sign up", MORE, "End")))
                .doesNotContain("common/more");
    }

    @Test
    void labelsWithOneRuleAlone() {
        Winnow winnow = common("id: share\nlabel: share\nline: Share", "id: more\nlabel: related\nline: More");
        Page page = winnow.page(SourceDocument.of("-", String.join("\n", PROSE, "Share", "More", MORE)));
        Labelling labelling = new Labeller(winnow.rules(), null, null, List.of())
                .labelOnly("common/more", page, Known.NOTHING, false);
        assertThat(rulesOf(labelling)).containsExactly("shape", "shape", "common/more", "shape");
    }

    @Test
    void hearsOtherRulesWhereTheOneAsksForItsNeighbours() {
        Winnow winnow =
                common("id: share\nlabel: share\nline: Share", "id: more\nlabel: related\nline: More\nafter: share");
        Page page = winnow.page(SourceDocument.of("-", String.join("\n", PROSE, "Share", "More", MORE)));
        Labelling labelling = new Labeller(winnow.rules(), null, null, List.of())
                .labelOnly("common/more", page, Known.NOTHING, false);
        assertThat(rulesOf(labelling)).containsExactly("shape", "shape", "common/more", "shape");
    }
}
