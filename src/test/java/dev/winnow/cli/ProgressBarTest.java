package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong read = new AtomicLong();

    private ProgressBar bar(String terminals, String output) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                err,
                Map.of("COLUMNS", "120"),
                terminals);
        return new ProgressBar(console, output, List.of("-"), read::get);
    }

    @Test
    void tellsRateShareAndRemainingTime() {
        ProgressBar bar = bar("2", "out.jsonl");
        assertThat(bar.line(5000, 5000, 3, 25_000_000, OptionalLong.of(100_000_000), 10 * SECOND))
                .isEqualTo(
                        "[######..................]  25 %  5,000 documents  500/s  25 of 100 MB  0:30 left  3 failed");
    }

    @Test
    void countsForItsRateOnlyWhatThisProcessDid() {
        ProgressBar bar = bar("2", "out.jsonl");
        read.set(50_000_000);
        bar.skipped();
        assertThat(bar.line(5000, 1000, 0, 75_000_000, OptionalLong.of(100_000_000), 10 * SECOND))
                .contains("5,000 documents  100/s")
                .endsWith("0:10 left");
    }

    @Test
    void tellsNoRemainingTimeWhereTheEndIsUnknown() {
        assertThat(bar("2", "out.jsonl").line(1, 1, 0, 2_000_000, OptionalLong.empty(), SECOND))
                .isEqualTo("1 document  1/s  2 MB");
    }

    @Test
    void writesOnlyToATerminalThatShowsNoResult() throws InterruptedException {
        for (ProgressBar quiet : List.of(bar("", "out.jsonl"), bar("12", "-"))) {
            Thread.sleep(250);
            quiet.show(10, 10, 0);
            quiet.clear();
        }
        assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
        ProgressBar shown = bar("12", "out.jsonl");
        Thread.sleep(250);
        shown.show(10, 10, 0);
        assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("\r10 documents")
                .endsWith("\u001B[K");
    }

    @Test
    void writesTimesAsPeopleReadThem() {
        assertThat(ProgressBar.time(7)).isEqualTo("0:07");
        assertThat(ProgressBar.time(3723)).isEqualTo("1:02:03");
    }
}
