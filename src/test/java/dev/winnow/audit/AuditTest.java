package dev.winnow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.Winnow;
import dev.winnow.document.Label;
import dev.winnow.document.Ledger;
import dev.winnow.restore.Cleaned;
import dev.winnow.restore.Restored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final long SEED = 7;
    private static final LineLabels LABELS = new LineLabels(Winnow.builder().build());

    /** A record with a removed line before its two kept ones. */
    private static Cleaned record(int number, String site, Label label, String removed) {
        String kept = "The ferry left at noon.\n\nNine people waited on the quay.";
        Ledger.Entry entry = new Ledger.Entry(
                Ledger.Operation.DROP, 0, removed.length() + 1, label, "common/x", "names it", removed + "\n", "", 1);
        Restored source = new Restored("d" + number, removed + "\n" + kept, "UTF-8", List.of());
        return new Cleaned(source, kept, new Ledger(List.of(entry)), site, null);
    }

    private static Sheet sheet(int rows, long seed) {
        AuditSample sample = new AuditSample(seed, LABELS);
        for (int i = 0; i < 900; i++) {
            sample.add(record(i, "a.example", Label.RELATED, "=Cat \"found\", again " + i));
        }
        sample.add(record(900, "b.example", Label.SHARE, "Share this page"));
        return sample.draw(rows);
    }

    private static Sheet judged(Sheet sheet, Function<Row, String> verdict) throws AuditException {
        String csv = sheet.csv();
        StringBuilder judged = new StringBuilder(csv.substring(0, csv.indexOf('\n') + 1));
        for (Row row : sheet.rows()) {
            List<Row> one = List.of(new Row(
                    row.stratum(),
                    row.size(),
                    row.document(),
                    row.rule(),
                    row.before(),
                    row.text(),
                    row.after(),
                    verdict.apply(row)));
            String lines = new Sheet(one).csv();
            judged.append(lines.substring(lines.indexOf('\n') + 1));
        }
        return Sheet.read(judged.toString());
    }

    @Test
    void drawsFromEverySiteAndLabel() {
        Sheet sheet = sheet(60, SEED);
        assertThat(sheet.rows())
                .extracting(Row::stratum)
                .contains(
                        new Stratum(true, "a.example", "related"),
                        new Stratum(true, "b.example", "share"),
                        new Stratum(false, "a.example", "body"),
                        new Stratum(false, "b.example", "body"));
        assertThat(sheet.rows()).hasSizeBetween(50, 70).doesNotHaveDuplicates();
        assertThat(sheet.rows().stream().filter(row -> row.stratum().label().equals("related")))
                .allMatch(row -> row.size() == 900 && row.after().startsWith("¶ The ferry"));
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        assertThat(sheet(60, SEED)).isEqualTo(sheet(60, SEED)).isNotEqualTo(sheet(60, SEED + 1));
    }

    @Test
    void drawsEachElementAsOften() {
        Map<Integer, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < 4000; seed++) {
            Reservoir<Integer> reservoir = new Reservoir<>(5, seed * 31L);
            for (int i = 0; i < 20; i++) {
                int element = i;
                reservoir.offer(() -> element);
            }
            reservoir.draw(5).forEach(element -> drawn.merge(element, 1, Integer::sum));
        }
        assertThat(drawn).hasSize(20);
        assertThat(drawn.values()).allMatch(times -> Math.abs(times - 1000) < 130);
    }

    @Test
    void takesSmallSitesTogetherWhenThereAreMoreThanRows() {
        AuditSample sample = new AuditSample(SEED, LABELS);
        for (int i = 0; i < 500; i++) {
            sample.add(record(i, "site" + i + ".example", Label.RELATED, "Cat found"));
        }
        Sheet sheet = sample.draw(20);
        assertThat(sheet.rows()).hasSizeLessThan(50);
        assertThat(sheet.rows().stream()
                        .map(Row::stratum)
                        .distinct()
                        .mapToLong(stratum -> sheet.rows().stream()
                                .filter(row -> row.stratum().equals(stratum))
                                .findFirst()
                                .orElseThrow()
                                .size())
                        .sum())
                .isEqualTo(1500);
    }

    @Test
    void keepsSpreadsheetsFromTakingTextForAFormula() {
        assertThat(sheet(10, SEED).csv()).startsWith("\uFEFF\"number\"").contains("\"'=Cat \"\"found\"\", again ");
    }

    @Test
    void readsWhatASpreadsheetSavedWithOtherDelimiters() throws AuditException {
        Sheet sheet = judged(sheet(10, SEED), row -> "Right");
        String semicolons =
                sheet.csv().replace("\",\"", "\";\"").replace("\r\n", "\n").substring(1);
        assertThat(Sheet.read(semicolons).rows()).hasSameSizeAs(sheet.rows());
    }

    @Test
    void namesRowsThatAreNotOrBadlyJudged() {
        assertThatThrownBy(() -> judged(sheet(10, SEED), row -> row.stratum().removed() ? "" : "wrogn"))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("'wrogn' is not a verdict; did you mean 'wrong'?")
                .hasMessageContaining("rows have no verdict");
        assertThatThrownBy(() -> Sheet.read("a,b\n1,2\n")).hasMessageContaining("is not a sheet of winnow audit");
    }

    @Test
    void weighsStrataByTheirSize() throws AuditException {
        AuditScore score = new AuditScore(
                judged(sheet(60, SEED), row -> row.stratum().site().equals("b.example") ? "wrong" : "r"));
        assertThat(score.precisionByLabel().get("share").share()).isZero();
        assertThat(score.precision().get("").share()).isCloseTo(900.0 / 901, within(1e-9));
        assertThat(score.residue().get("").share()).isCloseTo(2.0 / 1802, within(1e-9));
        assertThat(new AuditScore(judged(sheet(60, SEED), row -> "unsure")).precision())
                .isEmpty();
    }

    @Test
    void knowsWilsonsInterval() {
        // R: prop.test(8, 10, correct = FALSE)
        Proportion proportion = Proportion.wilson(8, 10);
        assertThat(proportion.low()).isCloseTo(0.4901625, within(1e-6));
        assertThat(proportion.high()).isCloseTo(0.9433178, within(1e-6));
    }

    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(SEED);
        double[] truths = {0.97, 0.8, 0.6};
        long[] sizes = {9000, 900, 100};
        double truth = (0.97 * 9000 + 0.8 * 900 + 0.6 * 100) / 10_000;
        int covered = 0;
        for (int trial = 0; trial < 2000; trial++) {
            List<Proportion.Part> parts = new ArrayList<>();
            for (int i = 0; i < truths.length; i++) {
                int right = 0;
                for (int k = 0; k < 40; k++) {
                    right += random.nextDouble() < truths[i] ? 1 : 0;
                }
                parts.add(new Proportion.Part(sizes[i], 40, right));
            }
            Proportion estimate = Proportion.stratified(parts);
            covered += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        assertThat(covered).as("seed %d", SEED).isBetween(1800, 1990);
    }
}
