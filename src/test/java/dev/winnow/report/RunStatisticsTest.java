package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

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
                .containsExactly(new FrequentLines.Kept("harbour.example", "Subscribe today", Label.BODY, "shape", 10));
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
        for (int i = 0; i < 30_000; i++) {
            first.add(page(first, "f" + i, "First " + i, "Read more"));
            second.add(page(second, "s" + i, "Second " + i));
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
                .extracting(FrequentLines.Frequent::text, FrequentLines.Frequent::documents)
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

    /** One page repeats a line; others have many lines of their own, one of them more than can be counted. */
    @Test
    void countsDocumentsExactlyAmongPagesOfManyLines() {
        RunStatistics statistics = new RunStatistics();
        for (int i = 0; i < 300; i++) {
            List<Stretch> removed = new ArrayList<>();
            List<KeptLine> kept = new ArrayList<>();
            int own = i == 0 ? FrequentLines.MOST_OF_DOCUMENT : i < 5 ? 3000 : 2;
            for (int line = 0; line < own; line++) {
                removed.add(new Stretch(Label.COMMENTS, "model", false, 1, 9, "Comment " + i + " " + line));
                kept.add(new KeptLine("Answer " + i + " " + line, Label.BODY, "shape"));
            }
            for (int times = 0; times < (i == 0 ? 0 : i < 18 ? 1 : i == 18 ? 1000 : 0); times++) {
                removed.add(new Stretch(Label.SHARE, "common/share", false, 1, 1, "+"));
                kept.add(new KeptLine("Related tides", Label.BODY, "shape"));
            }
            statistics.add(new DocumentFacts(
                    "d" + i,
                    i < 21 ? "quay" + i % 3 + ".example" : "pier" + i + ".example",
                    "en",
                    "2019-06-02",
                    0.5,
                    Map.of(),
                    List.of(),
                    removed,
                    kept));
        }
        assertThat(statistics.countedForRemovedLines()).isEqualTo(300);
        assertThat(statistics.removedLines(100))
                .containsExactly(new FrequentLines.Frequent("+", Label.SHARE, "common/share", 18));
        assertThat(statistics.countedForKeptLines()).isEqualTo(300);
        assertThat(statistics.keptLines(100, 20))
                .extracting(FrequentLines.Kept::site, FrequentLines.Kept::documents)
                .containsExactly(tuple("quay0.example", 6L), tuple("quay1.example", 6L), tuple("quay2.example", 6L));
    }

    @Test
    void leavesOutADocumentOfTooManyLines() {
        FrequentLines lines = new FrequentLines();
        lines.add(page(lines, "d1", "Read more", "One"));
        lines.add(page(lines, "d2", "Read more", "Two"));
        FrequentLines.Page endless = page(lines, "d3", "Read more");
        for (int i = 0; i < 100_000; i++) {
            endless.add("Noise " + i, Label.RELATED, "common/related");
        }
        lines.add(endless);
        assertThat(lines.documents()).isEqualTo(2);
        assertThat(lines.top(10))
                .containsExactly(new FrequentLines.Frequent("Read more", Label.RELATED, "common/related", 2));
    }

    private static FrequentLines.Page page(FrequentLines of, String id, String... lines) {
        FrequentLines.Page page = of.page(id);
        for (String line : lines) {
            page.add(line, Label.RELATED, "common/related");
        }
        return page;
    }

    @Test
    void countsASampleExactlyIfThereAreMoreLinesThanItHolds() {
        FrequentLines lines = new FrequentLines();
        for (int i = 0; i < 200_000; i++) {
            lines.add(
                    i % 20 == 0
                            ? page(lines, "d" + i, "Headline " + i, "Read more", "Home")
                            : page(lines, "d" + i, "Headline " + i, "Home"));
        }
        assertThat(lines.documents()).isBetween(12_000L, (long) FrequentLines.CAPACITY);
        List<FrequentLines.Frequent> top = lines.top(5);
        assertThat(top).extracting(FrequentLines.Frequent::text).containsExactly("Home", "Read more");
        assertThat(top.get(0).documents()).isEqualTo(lines.documents());
        // A twentieth, within five standard errors.
        assertThat((double) top.get(1).documents()).isCloseTo(lines.documents() / 20.0, withinPercentage(20));
    }

    /** More of all than fits. */
    @Test
    void neitherOrderNorSplittingMatters() throws IOException {
        List<DocumentFacts> documents = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            String id = "d" + i;
            List<Stretch> gone = new ArrayList<>();
            gone.add(new Stretch(
                    i % 5 == 0 ? Label.RELATED : Label.SHARE, "common/share", false, 1, 15, "Share this page"));
            List<KeptLine> stays = new ArrayList<>();
            stays.add(new KeptLine("Tides of today", Label.BODY, "shape"));
            for (int line = 0; line < 12; line++) {
                gone.add(new Stretch(Label.SHARE, "common/share", false, 1, 9, "Share " + i + " " + line));
                stays.add(new KeptLine("Kept " + i / 2 + " " + line, Label.BODY, "shape"));
            }
            documents.add(new DocumentFacts(
                    id,
                    "site" + i % 2500 + ".example",
                    "en",
                    "2019-06-0" + (1 + i % 9),
                    (i * 37 % 100) / 100.0,
                    Map.of("title", i % 3 == 0 ? "model" : "html"),
                    List.of("warning of kind " + Integer.toString(i % 300, 36).replaceAll("[0-9]", "x")),
                    gone,
                    stays));
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
            assertThat(all.countedForRemovedLines()).isBetween(1000L, 2500L);
            assertThat(all.removedLines(1).get(0).documents()).isEqualTo(all.countedForRemovedLines());
            // Each site has two or three documents.
            assertThat(all.keptLines(300, 20))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.documents()).isBetween(2L, 3L));
            assertThat(all.rejected()).hasSize(200);
            assertThat(all.sites()).hasSize(2001).containsKey(RunStatistics.OTHER);
        }
    }
}
