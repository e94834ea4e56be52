package dev.winnow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

    @Test
    void keepsTheOrder() throws IOException {
        for (int threads : new int[] {1, 2, 7}) {
            List<Integer> results = new ArrayList<>();
            work(threads).run(ITEMS.iterator(), item -> slow(item) * 2, results::add, () -> false);
            assertThat(results).isEqualTo(ITEMS.stream().map(item -> item * 2).toList());
        }
    }

    @Test
    void holdsBackWhenTooMuchIsUnderWay() throws IOException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        new OrderedWork<Integer, Integer>(4, item -> 10, 25, LONG, item -> -1)
                .run(
                        ITEMS.iterator(),
                        item -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            return item;
                        },
                        item -> underWay.decrementAndGet(),
                        () -> false);
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void passesOnWhatGoesWrong() {
        OrderedWork<Integer, Integer> work = work(3);
        assertThatThrownBy(() -> work.run(
                        ITEMS.iterator(),
                        item -> {
                            throw new IllegalStateException("in the work");
                        },
                        item -> {},
                        () -> false))
                .hasMessage("in the work");
        assertThatThrownBy(() -> work.run(
                        ITEMS.iterator(),
                        item -> item,
                        item -> {
                            throw new IOException("in the sink");
                        },
                        () -> false))
                .isInstanceOf(IOException.class);
    }

    @Test
    void handsNothingOnOnceItIsToStop() throws IOException {
        for (int threads : new int[] {1, 3}) {
            List<Integer> results = new ArrayList<>();
            work(threads).run(ITEMS.iterator(), item -> item, results::add, () -> results.size() == 7);
            assertThat(results).isEqualTo(ITEMS.subList(0, 7));
        }
    }

    @Test
    void interruptsWorkThatTakesTooLong() throws IOException {
        for (int threads : new int[] {1, 2}) {
            List<Integer> results = new ArrayList<>();
            new OrderedWork<Integer, Integer>(threads, item -> 1, 1000, Duration.ofMillis(60), item -> -1)
                    .run(
                            ITEMS.subList(0, 40).iterator(),
                            item -> item == 20 ? untilInterrupted(item) : item,
                            results::add,
                            () -> false);
            assertThat(results).hasSize(40).contains(-20).doesNotContain(20, -1);
        }
    }

    @Test
    void goesOnWithoutWorkThatDoesNotEndWhenInterrupted() throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        List<Integer> results = new ArrayList<>();
        new OrderedWork<Integer, Integer>(2, item -> 1, 1000, Duration.ofMillis(60), item -> -1)
                .run(
                        ITEMS.subList(0, 40).iterator(),
                        item -> item == 5 || item == 6 ? until(over, item) : item,
                        results::add,
                        () -> false);
        over.set(true);
        assertThat(results).hasSize(40).startsWith(0, 1, 2, 3, 4, -1, -1, 7).endsWith(39);
    }

    private static OrderedWork<Integer, Integer> work(int threads) {
        return new OrderedWork<>(threads, item -> 1, 1000, LONG, item -> -1);
    }

    private static int untilInterrupted(int item) {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return -item;
    }

    private static int until(AtomicBoolean over, int item) {
        while (!over.get()) {
            Thread.onSpinWait();
        }
        return item;
    }

    private static int slow(int item) {
        if (item % 50 == 0) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return item;
    }
}
