package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.Account;
import dev.winnow.Account.KeptLine;
import dev.winnow.Account.Stretch;
import dev.winnow.document.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunStatisticsTest {

    private static final long SEED = 11;

    private static DocumentFacts document(int number, double kept) {
        return new DocumentFacts(
                "d" + number,
                "harbour.example",
                "en",
                number % 2 == 0 ? "2019-06-02" : "2020",
                kept,
                Map.of("title", number % 4 == 0 ? "" : "common rules", "published", "html/json-ld"),
                number % 5 == 0 ? List.of("line " + number + ": common/tail is over budget") : List.of(),
                List.of(
                        new Stretch(Label.BODY, "shape", true, 1, 90, ""),
                        new Stretch(Label.SHARE, "common/share", false, 1, 10, "Share this page"),
                        new Stretch(Label.SHARE, "common/share", false, 1, 5, "Page " + number)),
                List.of(
                        new KeptLine("Subscribe today", Label.BODY, "shape"),
                        new KeptLine("Subscribe today", Label.BODY, "shape"),
                        new KeptLine("Line " + number, Label.BODY, "shape")));
    }

    @Test
    void listsLinesThatStayInSeveralDocumentsOfASite() {
        RunStatistics statistics = new RunStatistics();
        IntStream.range(0, 10).forEach(i -> statistics.add(document(i, 0.8)));
        assertThat(statistics.keptLines(100, 20))
                .containsExactly(
                        new FrequentLines.Kept("harbour.example", "Subscribe today", Label.BODY, "shape", 10, 0));
    }

    @Test
    void countsWhatTheFieldsRestOn() {
        RunStatistics statistics = new RunStatistics();
        IntStream.range(0, 20).forEach(i -> statistics.add(document(i, 0.8)));
        assertThat(Coverage.of(statistics.coverage().get("title")))
                .isEqualTo(new Coverage(15, 5, Map.of("common rules", 15L)));
        assertThat(DocumentFacts.Evidence.kind("trtworld.com/header")).isEqualTo("site rules");
        assertThat(DocumentFacts.Evidence.kind("html/json-ld")).isEqualTo("html/json-ld");
    }

    @Test
    void groupsWarningsByKind() {
        RunStatistics statistics = new RunStatistics();
        IntStream.range(0, 1000).forEach(i -> statistics.add(document(i, 0.8)));
        assertThat(statistics.warnings()).containsOnlyKeys("line N: common/tail is over budget");
        WarningCounts.Count kind = statistics.warnings().get("line N: common/tail is over budget");
        assertThat(kind.documents()).isEqualTo(200);
        assertThat(kind.ids()).hasSize(10);
    }

    @Test
    void mergesInAnyOrder() {
        List<RunStatistics> parts = IntStream.range(0, 3)
                .mapToObj(part -> {
                    RunStatistics statistics = new RunStatistics();
                    IntStream.range(part * 50, part * 50 + 50).forEach(i -> statistics.add(document(i, 0.8)));
                    return statistics;
                })
                .toList();
        RunStatistics forwards = new RunStatistics();
        parts.forEach(forwards::merge);
        RunStatistics backwards = new RunStatistics();
        IntStream.of(2, 0, 1).forEach(part -> backwards.merge(parts.get(part)));
        assertThat(backwards.keptLines(100, 20)).isEqualTo(forwards.keptLines(100, 20));
        assertThat(backwards.removedLines(100)).isEqualTo(forwards.removedLines(100));
        assertThat(backwards.coverage()).isEqualTo(forwards.coverage());
        String kind = "line N: common/tail is over budget";
        assertThat(backwards.warnings().get(kind).ids())
                .isEqualTo(forwards.warnings().get(kind).ids());
    }

    @Test
    void mergesFullTablesInAnyOrder() {
        FrequentLines first = new FrequentLines();
        FrequentLines second = new FrequentLines();
        for (int i = 0; i < 8000; i++) {
            first.add(FrequentLines.level("f" + i), "First " + i, Label.RELATED, "common/related");
            second.add(FrequentLines.level("s" + i), "Second " + i, Label.RELATED, "common/related");
            first.add(FrequentLines.level("f" + i), "Read more", Label.RELATED, "common/related");
        }
        FrequentLines one = new FrequentLines();
        one.merge(first);
        one.merge(second);
        FrequentLines other = new FrequentLines();
        other.merge(second);
        other.merge(first);
        assertThat(one.top(10)).isEqualTo(other.top(10)).hasSize(1);
    }

    @Test
    void countsByLabelSiteAndRule() {
        RunStatistics statistics = new RunStatistics();
        IntStream.range(0, 10).forEach(i -> statistics.add(document(i, 0.8)));
        assertThat(statistics.documents()).isEqualTo(10);
        assertThat(statistics.all().kept()).isEqualTo(900);
        assertThat(statistics.labels().get(Label.SHARE))
                .extracting(Amount::removed, Amount::lines, Amount::documents)
                .containsExactly(150L, 20L, 10L);
        assertThat(statistics.rules().get("common/share").removed()).isEqualTo(150);
        assertThat(statistics.sites().get("harbour.example").usual()).isEqualTo(0.8);
        assertThat(statistics.months()).containsEntry("2019-06", 5L).containsEntry("2020", 5L);
        assertThat(statistics.removedLines(100))
                .singleElement()
                .extracting(FrequentLines.Frequent::text, FrequentLines.Frequent::times)
                .containsExactly("Share this page", 10L);
        assertThat(statistics.silent(List.of("common/share", "common/latest"))).containsExactly("common/latest");
    }

    @Test
    void tellsDocumentsFarFromTheUsualShare() {
        Random random = new Random(SEED);
        RunStatistics statistics = new RunStatistics();
        for (int i = 0; i < 2000; i++) {
            statistics.add(document(i, i == 700 ? 0.05 : 0.8 + random.nextGaussian() * 0.03));
        }
        assertThat(statistics.unusual(1)).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo("d700");
            assertThat(document.usual()).isCloseTo(0.8, within(0.02));
            assertThat(document.distance()).isGreaterThan(10);
        });
    }

    @Test
    void hasNoUsualShareOfAFewDocuments() {
        RunStatistics statistics = new RunStatistics();
        IntStream.range(0, 10).forEach(i -> statistics.add(document(i, i == 3 ? 0 : 1)));
        assertThat(statistics.unusual(10)).isEmpty();
    }

    @Test
    void mergesPartsToTheWhole() {
        RunStatistics whole = new RunStatistics();
        RunStatistics first = new RunStatistics();
        RunStatistics second = new RunStatistics();
        for (int i = 0; i < 100; i++) {
            whole.add(document(i, 0.7));
            (i < 30 ? first : second).add(document(i, 0.7));
        }
        first.reject("a.txt", "", "time", "late");
        first.merge(second);
        assertThat(first.documents()).isEqualTo(100);
        assertThat(first.all().removed()).isEqualTo(whole.all().removed());
        assertThat(first.labels().get(Label.BODY).documents()).isEqualTo(100);
        assertThat(first.months()).isEqualTo(whole.months());
        assertThat(first.removedLines(10)).isEqualTo(whole.removedLines(10));
        assertThat(first.sites().get("harbour.example").usual()).isEqualTo(0.7);
        assertThat(first.causes()).containsEntry("time", 1L);
    }

    @Test
    void goesOnWhereItWasSaved() throws IOException {
        RunStatistics whole = new RunStatistics();
        RunStatistics part = new RunStatistics();
        for (int i = 0; i < 100; i++) {
            whole.add(document(i, i / 100.0));
            part.add(document(i, i / 100.0));
            if (i == 30) {
                part.reject("a.txt", "a", "time", "late");
                part = RunStatistics.restore(part.save());
            }
        }
        whole.reject("a.txt", "a", "time", "late");
        assertThat(part.save()).isEqualTo(whole.save());
        assertThat(part.rejected()).isEqualTo(whole.rejected());
        assertThatThrownBy(() -> RunStatistics.restore("no statistics")).isInstanceOf(IOException.class);
    }

    @Test
    void findsFrequentLinesAmongMoreThanItHolds() {
        Random random = new Random(SEED);
        FrequentLines lines = new FrequentLines();
        long often = 0;
        for (int i = 0; i < 200_000; i++) {
            boolean frequent = random.nextInt(20) == 0;
            often += frequent ? 1 : 0;
            lines.add(
                    FrequentLines.level("d" + i),
                    frequent ? "Read more" : "Headline " + i,
                    Label.RELATED,
                    "common/related");
        }
        FrequentLines.Frequent top = lines.top(5).get(0);
        assertThat(top.text()).isEqualTo("Read more");
        assertThat(top.times()).as("seed %d", SEED).isCloseTo(often, within(2 * top.error()));
    }

    /** More of all than fits. */
    @Test
    void neitherOrderNorSplittingMatters() throws IOException {
        List<DocumentFacts> documents = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            String id = "d" + i;
            documents.add(new DocumentFacts(
                    id,
                    "site" + i % 2500 + ".example",
                    "en",
                    "2019-06-0" + (1 + i % 9),
                    (i * 37 % 100) / 100.0,
                    Map.of("title", i % 3 == 0 ? "model" : "html"),
                    List.of("warning of kind " + Integer.toString(i % 300, 36).replaceAll("[0-9]", "x")),
                    List.of(
                            new Account.Stretch(Label.SHARE, "common/share", false, 1, 9, "Share " + i),
                            new Account.Stretch(
                                    i % 5 == 0 ? Label.RELATED : Label.SHARE,
                                    "common/share",
                                    false,
                                    1,
                                    15,
                                    "Share this page")),
                    List.of(new Account.KeptLine("Kept " + i / 2, Label.BODY, "shape"))));
        }
        String first = null;
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            Collections.shuffle(documents, random);
            List<RunStatistics> parts = new ArrayList<>();
            for (int part = 0; part < 1 + seed * 3; part++) {
                parts.add(new RunStatistics());
            }
            for (DocumentFacts document : documents) {
                RunStatistics part = parts.get(random.nextInt(parts.size()));
                part.add(document);
                if (document.id().endsWith("7")) {
                    part.reject(document.id() + ".txt", "", "time", "late");
                }
            }
            RunStatistics all = new RunStatistics();
            for (RunStatistics part : parts) {
                all.merge(RunStatistics.restore(part.save()));
            }
            first = first == null ? all.save() : first;
            assertThat(all.save()).as("seed %d", seed).isEqualTo(first);
            assertThat(all.removedLines(1).get(0).text()).isEqualTo("Share this page");
            assertThat(all.removedLines(1).get(0).times()).isBetween(5000L, 7000L);
            assertThat(all.rejected()).hasSize(200);
            assertThat(all.sites()).hasSize(2001).containsKey(RunStatistics.OTHER);
        }
    }
}
