package dev.winnow.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.SourceDocument;
import dev.winnow.learn.Suggestion.Kind;
import dev.winnow.model.Strictness;
import dev.winnow.trial.RuleTrial;
import dev.winnow.trial.RuleTrial.Captured;
import dev.winnow.trial.RuleTrial.Took;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed for lines of invented pages. */
class SuggestionsTest {

    private static final Winnow WINNOW = Winnow.builder().model(Strictness.OFF).build();

    private static final String FIRST = "The ferry left the harbour on Sunday morning with forty people on board.";
    private static final String SECOND = "Nobody knew on Monday when the next boat would come, the keeper told them.";

    private static final SourceDocument TEXT = SourceDocument.of(
            "text",
            String.join(
                    "\n",
                    List.of(
                            "Tides and weather",
                            "Boats for sale",
                            "The ferry returns after the storm",
                            "By Ada Holm | 2 June 2021",
                            FIRST,
                            "Photo: Mara Lind/Harbour Post",
                            SECOND,
                            "Read more: The lighthouse has a new keeper",
                            "Elsewhere in the harbour",
                            "Harbour Post, Quay 4")));

    private static final SourceDocument HTML = SourceDocument.html(
            "html",
            "<body><div class=top-box>"
                    + "<ul class=menu-bar id=menu><li>Tides</li><li>Weather</li></ul></div><article class=story><h1>The ferry returns</h1><p>"
                    + FIRST + "</p><p class=lead-photo>Mara Lind at the quay</p><p>" + SECOND
                    + "</p><p class=lead-photo>Two goats & a bag</p></article></body>");

    private static List<Suggestion> of(SourceDocument page, Label label, Integer... lines) {
        return Suggestions.of(WINNOW, page, new TreeSet<>(List.of(lines)), label);
    }

    private static List<String> yaml(Kind kind, List<Suggestion> suggestions) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.kind() == kind)
                .map(Suggestion::yaml)
                .toList();
    }

    private static List<String> captured(SourceDocument page, List<Suggestion> suggestions, Kind kind) {
        RuleTrial trial = RuleTrial.ofSite(WINNOW, yaml(kind, suggestions));
        return trial.of(page).stream()
                .map(Took::captures)
                .flatMap(List::stream)
                .map(capture -> capture.field() + '=' + capture.text())
                .toList();
    }

    @Test
    void writesARuleAsAPersonWould() {
        assertThat(of(TEXT, Label.NAVIGATION, 1)).singleElement().satisfies(only -> {
            assertThat(only.id()).isEqualTo("navigation-boats-for-sale");
            assertThat(only.kind().key()).isEqualTo("literal");
            assertThat(only.title()).isEqualTo("The line “Boats for sale”");
            assertThat(only.yaml()).isEqualTo("""
                    - id: navigation-boats-for-sale
                      description: "The line “Boats for sale”."
                      label: navigation
                      line: Boats for sale
                      first: 7
                      examples:
                      - hit: "⟦Boats for sale⟧"
                      - miss: "Boats for sale Boats for sale"
                    """);
        });
    }

    @Test
    void goesFromTheExactToTheGeneral() {
        List<Suggestion> around = of(TEXT, Label.FOOTER, 8, 9);
        assertThat(around)
                .extracting(Suggestion::kind)
                .containsExactly(Kind.LITERAL, Kind.TEMPLATE, Kind.LINES, Kind.RANGE, Kind.RANGE);
        assertThat(around).extracting(Suggestion::id).doesNotHaveDuplicates();
        assertThat(yaml(Kind.LITERAL, around).get(0))
                .contains("line: [Elsewhere in the harbour, \"Harbour Post, Quay 4\"]", "last: 7");
        assertThat(yaml(Kind.TEMPLATE, around).get(0)).contains("\"Harbour Post, Quay {int}\"");
        assertThat(yaml(Kind.LINES, around).get(0)).contains("- {line: Elsewhere in the harbour}\n");
        assertThat(yaml(Kind.RANGE, around).get(0))
                .contains("to: \"Harbour Post, Quay {int}\", at_most: 3}", "budget:");
        assertThat(yaml(Kind.RANGE, around).get(1)).contains("{from: Elsewhere in the harbour, to: end}", "budget:");
    }

    @Test
    void endsNoRangeBelowWhatStays() {
        assertThat(of(TEXT, Label.NAVIGATION, 0, 1))
                .filteredOn(all -> all.yaml().contains("to: end"))
                .isEmpty();
        // Lines that are no neighbours are no sequence.
        assertThat(of(TEXT, Label.NAVIGATION, 0, 8))
                .extracting(Suggestion::kind)
                .containsExactly(Kind.LITERAL);
    }

    @Test
    void bindsWordingToItsPlace() {
        assertThat(yaml(Kind.LITERAL, of(TEXT, Label.NAVIGATION, 0)).get(0)).contains("first: 6\n");
        assertThat(yaml(Kind.LITERAL, of(TEXT, Label.WIDGET, 5)).get(0)).contains("among: prose\n");
        assertThat(yaml(Kind.LITERAL, of(TEXT, Label.FOOTER, 9)).get(0)).contains("last: 6\n");
        // What is of the text stands anywhere.
        assertThat(yaml(Kind.LITERAL, of(TEXT, Label.HEADING, 8)).get(0)).doesNotContain("last:");
        assertThat(yaml(Kind.LITERAL, of(TEXT, Label.ADVERT, 6)).get(0)).contains("shape: any\n", "last: 9\n");
    }

    @Test
    void capturesWhatTheLabelTells() {
        List<Suggestion> byline = of(TEXT, Label.BYLINE, 3);
        assertThat(yaml(Kind.TEMPLATE, byline).get(0)).contains("\"By {authors:people} | {published:date}\"");
        assertThat(captured(TEXT, byline, Kind.TEMPLATE)).containsExactly("authors=Ada Holm", "published=2 June 2021");
        assertThat(captured(TEXT, of(TEXT, Label.CREDIT, 5), Kind.TEMPLATE))
                .containsExactly("credit=Mara Lind/Harbour Post");
        assertThat(captured(TEXT, of(TEXT, Label.CAPTION, 5), Kind.TEMPLATE))
                .containsExactly("caption=Mara Lind/Harbour Post");
        assertThat(yaml(Kind.TEMPLATE, of(TEXT, Label.RELATED, 7)).get(0)).contains("\"Read more: {any}\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp | Updated: 3 May 2021, 16:40 | {modified:datetime}",
                "timestamp | Rowed to the press on 3 May 2021 | {published:date}",
                "timestamp | Hello, it is 3 {date} | 3 {{date}}",
                "reading-time | Five pages, 4 min of reading | {reading_minutes:int} min",
                "byline | Ada Holm and Mara Lind | {authors}",
                "tags | Keywords: Boats, Goats | {tags}",
                "source | Source: Harbour Wire | {agency}",
                "section | Desk: Harbours and boats | {section}",
                "share | It is 12:30 now | {time}",
                "byline | Автор: Анна Петрова | {authors",
                "credit | 摄影：李小明 | 摄影：{credit",
                "tags | الوسوم: ميناء، عبارة | الوسوم: {tags",
                "credit | Crédit photo : Zoé Martin | Crédit photo : {credit}",
                "timestamp | Опубликовано: 3 мая 2021 | {published:date}",
            })
    void findsTheValueOfALine(String label, String line, String slot) {
        SourceDocument page = SourceDocument.of("p", "Harbour Post\n" + line + "\n" + FIRST + "\n" + SECOND);
        List<Suggestion> suggestions = of(page, Label.ofKey(label).orElseThrow(), 1);
        if (slot.startsWith("3 {{")) {
            assertThat(yaml(Kind.LITERAL, suggestions))
                    .singleElement()
                    .asString()
                    .contains(slot);
        } else {
            assertThat(yaml(Kind.TEMPLATE, suggestions))
                    .anySatisfy(yaml -> assertThat(yaml).contains(slot));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "related | Read more: The lighthouse has a new keeper | {@read-more}: {any}",
                "related | À lire aussi : Le phare a un nouveau gardien | {@read-more} : {any}",
                "tags | Теги: Порт, Паром | {@tags-labels}: {tags}",
                "timestamp | Published: 2 June 2021, 09:15 | {@published-labels} {published:datetime}",
                "comments | Leave a comment | {@comments-",
            })
    void knowsTheWordsOfLexicons(String label, String line, String pattern) {
        SourceDocument page = SourceDocument.of("p", line);
        assertThat(yaml(Kind.LEXICON, of(page, Label.ofKey(label).orElseThrow(), 0)))
                .singleElement()
                .asString()
                .contains(pattern);
    }

    @Test
    void takesNoWordAtTheBeginningOfASentence() {
        SourceDocument page = SourceDocument.of("p", "Share prices fell at the quay\n" + FIRST + "\n" + SECOND);
        assertThat(yaml(Kind.LEXICON, of(page, Label.SHARE, 0))).isEmpty();
    }

    @Test
    void knowsATitleByTheLineBesideIt() {
        List<Suggestion> title = of(TEXT, Label.TITLE, 2);
        assertThat(yaml(Kind.LINES, title).get(0))
                .contains(
                        "- {line: \"{title}\"}", "- {line: \"By {authors:people} | {published:date}\", label: byline}");
        assertThat(captured(TEXT, title, Kind.LINES)).contains("title=The ferry returns after the storm");
    }

    @Test
    void selectsElementsThatHoldNothingElse() {
        List<String> menu = yaml(Kind.SELECTOR, of(HTML, Label.NAVIGATION, 0, 1));
        assertThat(menu).hasSize(2);
        assertThat(menu.get(0)).contains("css: \".menu-bar\"").doesNotContain("field:");
        // Another element, not another name of the same one.
        assertThat(menu.get(1)).contains("css: \".top-box\"");
        List<Suggestion> captions = of(HTML, Label.CAPTION, 4, 6);
        assertThat(yaml(Kind.SELECTOR, captions)).singleElement().asString().contains(".lead-photo", "field: caption");
        assertThat(captured(HTML, captions, Kind.SELECTOR))
                .containsExactly("caption=Mara Lind at the quay", "caption=Two goats & a bag");
        // The other picture's line stays.
        assertThat(yaml(Kind.SELECTOR, of(HTML, Label.CAPTION, 3))).isEmpty();
        assertThat(yaml(Kind.SELECTOR, of(TEXT, Label.CAPTION, 5))).isEmpty();
    }

    @Test
    void proposesNothingThatCannotBeWritten() {
        SourceDocument page = SourceDocument.of("p", "Tides ⟦and⟧ weather\n" + FIRST);
        assertThat(of(page, Label.NAVIGATION, 0)).isEmpty();
        assertThat(of(page, Label.NAVIGATION)).isEmpty();
        assertThatThrownBy(() -> of(page, Label.NAVIGATION, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void toldCapturesHaveTheirLines() {
        RuleTrial trial = RuleTrial.ofSite(WINNOW, yaml(Kind.TEMPLATE, of(TEXT, Label.CREDIT, 5)));
        assertThat(trial.of(TEXT))
                .containsExactly(new Took(
                        "credit-photo", List.of(5), List.of(new Captured("credit", "Mara Lind/Harbour Post", 5))));
    }
}
