package dev.winnow.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.Winnow;
import dev.winnow.document.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {

    private static final Winnow WINNOW = Winnow.builder().build();

    private static InputStream resource(String name) {
        return ScorerTest.class.getResourceAsStream("/dev/winnow/evaluate/" + name);
    }

    private static GoldReader reader(String lines) {
        return new GoldReader(new ByteArrayInputStream(lines.getBytes(UTF_8)), "gold.jsonl", "gold");
    }

    private static Gold gold(String line) throws IOException, EvaluateException {
        return reader(line).next();
    }

    private static Tally score(String gold, String prediction) throws IOException, EvaluateException {
        Map<String, Prediction> found = new HashMap<>();
        Prediction.read(new ByteArrayInputStream(prediction.getBytes(UTF_8)), "predictions.jsonl", found);
        Gold page = gold(gold);
        return new Scorer(page, WINNOW).score(found.getOrDefault(page.id(), Prediction.NONE));
    }

    /** The predictions for all pages. */
    private static Evaluation evaluation(List<By> by) throws IOException, EvaluateException {
        Map<String, Prediction> found = new HashMap<>();
        Prediction.read(resource("predictions.jsonl"), "predictions.jsonl", found);
        Evaluation evaluation = new Evaluation(by);
        try (GoldReader reader = new GoldReader(resource("gold.jsonl"), "gold.jsonl", "gold")) {
            for (Gold page = reader.next(); page != null; page = reader.next()) {
                evaluation.add(page, new Scorer(page, WINNOW).score(found.get(page.id())), null);
            }
        }
        return evaluation;
    }

    /** Figures that another implementation of the same measures gave for these pages. */
    @ParameterizedTest
    @CsvSource({
        "harbour, f1=0.6360 precision=0.7602 recall=0.5467 f1_char=0.6360 word_f1=0.7100 accuracy=0.0000"
                + " flat_line_precision=0.6250 flat_line_recall=0.6250 flat_line_f1=0.6250 with=1.0000 without=0.5000"
                + " prefix=1.0000 title_exact=0.0000 title_near=0.5000 date=0.5000 date_precision=0.5000"
                + " authors_f1=0.8000 authors_f1_given=0.8000 site_name=1.0000 lang=1.0000",
        "coast, f1=0.0000 precision=0.0000 recall=0.0000 f1_char=0.4037 word_f1=0.2857 accuracy=0.0000"
                + " flat_line_precision=0.5000 flat_line_recall=0.5000 flat_line_f1=0.5000 title_exact=0.5000"
                + " title_near=0.5000 authors_f1=1.0000 authors_f1_given=1.0000 lang=1.0000 date=0.0000",
        "notices, with=1.0000 without=1.0000 title_exact=1.0000 title_near=1.0000",
    })
    void agreesWithTheReference(String collection, String figures) throws IOException, EvaluateException {
        Map<String, Double> expected = new LinkedHashMap<>();
        for (String figure : figures.split(" ")) {
            String[] parts = figure.split("=");
            expected.put(parts[0], Double.valueOf(parts[1]));
        }
        Map<String, Double> own = new LinkedHashMap<>();
        evaluation(List.of(By.COLLECTION))
                .groups()
                .get(By.COLLECTION)
                .get(collection)
                .figures()
                .forEach((measure, figure) -> own.put(measure.key(), figure.value()));
        assertThat(own).containsKeys(expected.keySet().toArray(String[]::new));
        expected.forEach((key, value) -> assertThat(own.get(key)).as(key).isCloseTo(value, within(0.00005)));
    }

    @Test
    void countsLinesOfTheArticleAndNoiseWithinIt() throws IOException, EvaluateException {
        Map<Measure, Figure> figures = evaluation(List.of(By.COLLECTION))
                .groups()
                .get(By.COLLECTION)
                .get("harbour")
                .figures();
        assertThat(figures.get(Measure.HEADINGS).value()).isZero();
        assertThat(figures.get(Measure.LIST_ITEMS).value()).isEqualTo(0.5);
        assertThat(figures.get(Measure.NOISE).value()).isZero();
        assertThat(figures.get(Measure.NOISE).pages()).isEqualTo(2);
        assertThat(figures.get(Measure.LINE_RECALL).value()).isEqualTo(5.0 / 8);
        assertThat(figures.get(Measure.DATE_WRONG).value()).isEqualTo(0.5);
        assertThat(figures.get(Measure.DATE_MISSING).value()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-06-02 | 2019-06-02T23:00:00+02:00 | true",
                "2019-06-02T23:30:00-02:00 | 2019-06-03T01:30:00Z | true",
                "2019-06-02T23:30:00-02:00 | 2019-06-03 | true",
                "2019/6/2 | 2019-06-02 | true",
                "2019-06-02T99:00:00Z | 2019-06-02 | true",
                "2019-06-02 | 2019-06-03 | false",
            })
    void takesADayAsWrittenOrInUtc(String gold, String found, boolean same) {
        assertThat(Days.of(gold).isSame(Days.of(found))).isEqualTo(same);
    }

    @Test
    void takesNoPartOfADateForADay() {
        assertThat(Days.of("--06-02")).isNull();
        assertThat(Days.of("2019-06")).isNull();
        assertThat(Days.of("2019-02-30")).isNull();
        assertThat(Days.of(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ada Holm, Karl Berg and Jonas Quist | ada holm;karl berg;jonas quist",
                "von Mara Lind; Ida Wall & Bo Ek | mara lind;ida wall;bo ek",
                "Holm, Ada | holm ada",
            })
    void cutsAStringOfAuthors(String string, String names) {
        assertThat(Names.people(Names.split(string))).containsExactlyInAnyOrder(names.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Old bridge closes | OLD BRIDGE closes! | true",
                "Old bridge closes for repairs | Old bridge closes for repairs | true",
                "Old bridge closes for repairs | Old bridge closes for repairs today – Harbour | true",
                "Old bridge closes for repairs | Bridge | false",
                "Old bridge closes for repairs | Closes for repairs: old bridge | true",
                "Old bridge closes for repairs | '' | false",
                "ﬁve ships | five ships | true",
            })
    void takesATitleThatIsNearlyTheSame(String gold, String found, boolean near) {
        assertThat(Names.near(gold, found)).isEqualTo(near);
    }

    @Test
    void readsChineseByLetter() {
        assertThat(Tokens.words("老桥关闭 for 3_months")).containsExactly("老桥关闭", "for", "3_months");
        assertThat(Tokens.letters("老桥关闭 for 3_months")).containsExactly("老", "桥", "关", "闭", "for", "3_months");
    }

    @Test
    void takesThePagesOfCleanForPredictions() throws IOException, EvaluateException {
        Tally tally = score(
                "{\"id\": \"a\", \"gold_meta\": {\"title\": \"Old bridge closes\", \"date\": \"2019-07-11\", \"authors\":"
                        + " [\"Ada Holm\"], \"lang\": \"en\"}}",
                "{\"id\": \"a\", \"text\": \"\", \"metadata\": {\"title\": \"Old bridge closes\", \"published\":"
                        + " \"2019-07-11\", \"authors\": [\"Ada Holm\"], \"language\": \"en\"}, \"labels\": [{\"start\": 0,"
                        + " \"end\": 3, \"label\": \"body\"}]}");
        for (Measure measure : List.of(Measure.TITLE_EXACT, Measure.DATE, Measure.AUTHORS_F1, Measure.LANGUAGE)) {
            assertThat(tally.value(measure)).as(measure.key()).isOne();
        }
    }

    @Test
    void countsAPageWithoutAPredictionAsEmpty() throws IOException, EvaluateException {
        Tally tally = score("{\"id\": \"a\", \"gold_text\": \"The bridge closes on Monday.\"}", "");
        assertThat(tally.value(Measure.F1)).isZero();
        assertThat(tally.value(Measure.PRECISION)).isNaN();
        assertThat(tally.value(Measure.WORD_F1)).isZero();
    }

    @Test
    void tellsWhichLinesOfAFlatPageWinnowKeeps() throws IOException, EvaluateException {
        Gold page = gold(
                "{\"id\": \"a\", \"flat_text\": \"Old bridge closes\\n\\n \\u00a0\\nThe bridge closes on Monday for three"
                        + " months, the council said.\\nShare this page\\n\", \"flat_labels\": [0, 1, 0], \"gold_text\": \"The bridge"
                        + " closes on Monday for three months, the council said.\"}");
        OwnRun run = new OwnRun(WINNOW, OwnRun.Source.FLAT);
        Prediction found = run.predict(run.document(page), page);
        assertThat(found.labels()).hasSize(3).containsSequence(true, false);
        Tally tally = new Scorer(page, WINNOW).score(found);
        assertThat(tally.value(Measure.FLAT_RECALL)).isOne();
    }

    @Test
    void countsWordsTakenFromCleanTextButNotItsTitle() throws IOException, EvaluateException {
        Gold page = gold("{\"id\": \"a\", \"gold_text\": \"The bridge closes on Monday for three months, the council"
                + " said.\\nShare this page\\n\"}");
        OwnRun run = new OwnRun(WINNOW, OwnRun.Source.ARTICLE);
        SourceDocument text = run.document(page);
        Tally tally = new Scorer(page, WINNOW).score(run.predict(text, page));
        assertThat(tally.value(Measure.HARM)).isEqualTo(3.0 / 14);
        assertThat(tally.value(Measure.CHANGED_AGAIN)).isZero();
        assertThat(tally.value(Measure.F1)).isNaN();
    }

    @Test
    void drawsIntervalsFromSitesAndTheSameEachTime() throws IOException, EvaluateException {
        Map<Measure, Figure> figures = evaluation(List.of(By.LANGUAGE, By.COLLECTION))
                .groups()
                .get(By.COLLECTION)
                .get("coast")
                .figures();
        assertThat(evaluation(List.of(By.COLLECTION))
                        .groups()
                        .get(By.COLLECTION)
                        .get("coast")
                        .figures())
                .isEqualTo(figures);
        assertThat(figures.get(Measure.TITLE_EXACT).interval()).isEqualTo(new Figure.Interval(0, 1));
        assertThat(evaluation(List.of(By.SITE))
                        .groups()
                        .get(By.SITE)
                        .get("harbour-news.example")
                        .figures()
                        .get(Measure.TITLE_NEAR)
                        .interval())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"a\" | gold.jsonl:1: is no JSON",
                "[1] | gold.jsonl:1: a JSON object is needed",
                "{\"text\": \"x\"} | gold.jsonl:1: 'id' is missing",
                "{\"id\": \"a\", \"gold_text\": 3} | 'gold_text' must be a string",
                "{\"id\": \"a\", \"with\": \"x\"} | 'with' must be a list",
                "{\"id\": \"a\", \"flat_labels\": [2]} | 'flat_labels' must be a list of 0 and 1",
                "{\"id\": \"a\", \"flat_text\": \"x\", \"flat_labels\": [0, 1]} | has 2 labels, but 'flat_text' has 1 lines",
                "{\"id\": \"a\", \"gold_meta\": []} | 'gold_meta' must be an object",
                "{\"id\": \"a\"} {\"id\": \"b\"} | something follows the object; write one object per line",
            })
    void namesTheLineOfBadGold(String line, String message) {
        assertThatThrownBy(() -> gold(line))
                .isInstanceOf(EvaluateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAnIdThatStandsTwice() throws IOException, EvaluateException {
        GoldReader reader = reader("{\"id\": \"a\", \"gold_meta\": {\"date\": NaN}}\n\n{\"id\": \"a\"}\n");
        assertThat(reader.next().meta().date()).isNull();
        assertThatThrownBy(reader::next).hasMessage("gold.jsonl:3: the id 'a' stands twice");
    }
}
