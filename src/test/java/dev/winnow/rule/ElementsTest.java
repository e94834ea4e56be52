package dev.winnow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.label.Capture;
import dev.winnow.label.Decision;
import dev.winnow.label.Known;
import dev.winnow.label.Labeller;
import dev.winnow.label.Labelling;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that select elements of a page of HTML. */
class ElementsTest {

    private static final String ONE = "The ferry left the harbour at noon on Sunday, four days late.";
    private static final String TWO = "Nobody was hurt in the storm, as the harbour master told us.";

    private static final String EXAMPLES = "  examples:\n  - hit: \"⟦x⟧\"\n  - miss: \"y\"\n";

    private static final String COMMON = "pack: common\n";
    private static final String SITE = "pack: harbour.com\nname: Harbour\nhosts: [harbour.com]\n";

    private static String p(String text) {
        return "<p>" + text + "</p>";
    }

    private static String box(String inside) {
        return "<div class=box>" + inside + "</div>";
    }

    private static Labelling labelling(String pack, String rule, String body) {
        String yaml = pack + "rules:\n- id: r\n  " + rule.replace("; ", "\n  ") + "\n" + EXAMPLES;
        Winnow winnow =
                Winnow.builder().builtinRules(false).rules("rules.yaml", yaml).build();
        RulePack site = pack.equals(SITE) ? winnow.rules().packs().get(0) : null;
        SourceDocument page = SourceDocument.html("-", "<html><body>" + body + "</body></html>");
        return new Labeller(winnow.rules(), site, null, List.of())
                .labelOnly(winnow.rules().packs().get(0).rules().get(0).id(), winnow.page(page), Known.NOTHING, false);
    }

    /** The lines that a rule takes, by number. */
    private static String taken(String pack, String rule, String body) {
        List<Decision> decisions = labelling(pack, rule, body).decisions();
        return IntStream.range(0, decisions.size())
                .filter(i -> decisions.get(i).reason().rule().endsWith("/r"))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static String taken(String body) {
        return taken(COMMON, "label: related; css: .box", body);
    }

    private static String takenWithProse(String body) {
        return taken(COMMON, "label: related; shape: any; css: .box", body);
    }

    private static List<String> misses(String rule, String body) {
        return labelling(COMMON, rule, body).nearMisses().stream()
                .map(miss -> miss.line() + ": " + miss.guard())
                .toList();
    }

    @Test
    void takeAllLinesButProse() {
        String page = p(ONE) + p(TWO) + box(p("Boats") + p(ONE) + p("Goats"));
        assertThat(taken(page)).isEqualTo("2 4");
        assertThat(misses("label: related; css: .box", page))
                .singleElement()
                .asString()
                .startsWith("3: it is sentence-like");
        assertThat(takenWithProse(page)).isEqualTo("2 3 4");
    }

    @Test
    void takeElementsInsideOfOthersOnce() {
        assertThat(taken(p(ONE) + box(p("Boats") + box(p("Goats"))))).isEqualTo("1 2");
    }

    @Test
    void giveTheTextOfTheirLinesToAField() {
        Labelling labelling = labelling(
                COMMON, "label: caption; field: caption; css: .box", p(ONE) + box(p("Boats") + p("Goats")) + p(TWO));
        assertThat(labelling.captures()).extracting(Capture::text).containsExactly("Boats", "Goats");
        assertThat(labelling.decisions().get(1).reason().why()).isEqualTo("it stands in an element that fits '.box'");
    }

    @Test
    void takeNoElementThatHoldsMostOfTheProse() {
        String most = box(p("Boats") + p(ONE) + p(ONE)) + p(ONE);
        assertThat(takenWithProse(most)).isEmpty();
        assertThat(misses("label: related; shape: any; css: .box", most))
                .containsExactly("0: it holds most of the page's prose");
        assertThat(takenWithProse(box(p("Boats") + p(ONE)) + p(ONE)))
                .as("half of it")
                .isEqualTo("0 1");
        assertThat(taken(SITE, "label: related; shape: any; css: .box", most))
                .as("a site knows its elements")
                .isEqualTo("0 1 2");
        assertThat(taken(COMMON, "keep: true; shape: any; css: .box", most)).isEqualTo("0 1 2");
        assertThat(taken(COMMON, "label: related; shape: any; css: .box; budget: {prose: 0.7}", most))
                .as("its budget says so")
                .isEqualTo("0 1 2");
    }

    @Test
    void takeMoreWhereTheArticleBeginsElsewhere() {
        String prose = p(ONE) + p(ONE);
        String rule = "label: related; shape: any; css: .box; budget: {prose: 0.4}";
        assertThat(taken(COMMON, rule, p(ONE) + box(prose))).as("prose above").isEqualTo("1 2");
        assertThat(taken(COMMON, rule, "<h1>Ferry is back</h1>" + box(prose) + p(ONE)))
                .as("a headline above")
                .isEqualTo("1 2");
        assertThat(taken(COMMON, rule, box(prose) + "<h1>Ferry is back</h1>" + p(ONE)))
                .as("a headline below, and none inside")
                .isEqualTo("0 1");
        assertThat(taken(COMMON, rule, box("<h1>Goats</h1>" + prose) + "<h1>Ferry is back</h1>" + p(ONE)))
                .as("a headline inside")
                .isEmpty();
        assertThat(taken(COMMON, rule, p(ONE) + box("<h1>Goats</h1>" + prose))).isEmpty();
        assertThat(taken(COMMON, rule, box(prose) + p(ONE))).as("prose below").isEmpty();
        assertThat(taken(COMMON, rule, "<h2>Ferry is back</h2>" + box(prose) + p(ONE)))
                .as("no main heading")
                .isEmpty();
        assertThat(taken(COMMON, rule, p(ONE) + box(prose + prose + prose)))
                .as("more than twice as much")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2 class=box>Boats</h2><p>%s</p>",
                "<div class=box>Who was on board?</div><p>%s</p>",
            })
    void leaveAHeadingOverProseAlone(String body) {
        String page = p(TWO) + String.format(Locale.ROOT, body, ONE);
        assertThat(taken(page)).isEmpty();
        assertThat(misses("label: related; css: .box", page))
                .containsExactly("1: it is a heading or a question over prose");
        assertThat(taken(COMMON, "label: related; shape: short; css: .box", page))
                .as("it names the shape")
                .isEqualTo("1");
        assertThat(taken(SITE, "label: related; css: .box", page)).isEqualTo("1");
    }

    @Test
    void takeAHeadingOverWhatTheyTake() {
        assertThat(taken(p(TWO) + box("<h2>Boats</h2><p>" + ONE + "</p>"))).isEqualTo("1");
        assertThat(taken(p(TWO) + box("<h2>Boats</h2>") + p("Goats"))).isEqualTo("1");
        assertThat(taken(p(TWO) + box("<h2>Boats</h2>"))).isEqualTo("1");
    }

    private static String folded(String button) {
        return "<div class=part><div class=box><button>" + button + "</button></div><div><p>" + ONE
                + "</p></div></div>";
    }

    @Test
    void leaveButtonsThatOpenPartsOfTheTextAlone() {
        assertThat(taken(p(TWO) + folded("The boats") + folded("The goats"))).isEmpty();
        assertThat(taken(p(TWO) + folded("The boats")))
                .as("one may be for all of the text")
                .isEqualTo("1");
        assertThat(taken(p(TWO) + folded("The boats") + folded("The boats"))).isEqualTo("1 3");
    }

    // ---- where a pack says that something stands ----

    private static Article clean(String keys, String body) {
        String yaml = COMMON + keys + "rules:\n- id: r\n  label: comments\n  css: .comments\n" + EXAMPLES
                + "- id: by\n  label: byline\n  line: \"By {authors:any}\"\n" + EXAMPLES;
        return Winnow.builder()
                .builtinRules(false)
                .rules("rules.yaml", yaml)
                .build()
                .clean(SourceDocument.html("-", "<html><body>" + body + "</body></html>"));
    }

    @Test
    void sayWhatStandsBesideTheArticle() {
        String prose = p(ONE) + p(TWO);
        assertThat(clean("", prose + "<div class=aside><p>By Ole Berg</p></div>")
                        .metadata()
                        .authors())
                .containsExactly("Ole Berg");
        assertThat(clean("beside: [.aside]\n", prose + "<div class=aside><p>By Ole Berg</p></div>")
                        .metadata()
                        .authors())
                .isEmpty();
        assertThat(clean("", prose + "<div class=comments><p>By Ole Berg</p></div>")
                        .metadata()
                        .authors())
                .as("comments are beside it anyway")
                .isEmpty();
    }

    @Test
    void giveTheFirstElementThatHoldsTheArticle() {
        String page = "<main><p>Boats</p></main><div id=story>" + p(ONE) + p(TWO) + "</div><p>Goats</p>";
        assertThat(clean("article: [main, '#story', body]\n", page).text()).isEqualTo(ONE + "\n\n" + TWO);
        assertThat(clean("article: [main, body]\n", page).text()).contains("Boats", "Goats");
    }
}
