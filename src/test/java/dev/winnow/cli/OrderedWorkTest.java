package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

    @Test
    void keepsTheOrder() throws IOException {
        for (int threads : new int[] {1, 2, 7}) {
            List<Integer> results = new ArrayList<>();
            new OrderedWork<Integer, Integer>(threads, item -> 1, 1000)
                    .run(ITEMS.iterator(), item -> slow(item) * 2, results::add);
            assertThat(results).isEqualTo(ITEMS.stream().map(item -> item * 2).toList());
        }
    }

    @Test
    void holdsBackWhenTooMuchIsUnderWay() throws IOException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        new OrderedWork<Integer, Integer>(4, item -> 10, 25)
                .run(
                        ITEMS.iterator(),
                        item -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            return item;
                        },
                        item -> underWay.decrementAndGet());
        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void passesOnWhatGoesWrong() {
        OrderedWork<Integer, Integer> work = new OrderedWork<>(3, item -> 1, 1000);
        assertThatThrownBy(() -> work.run(
                        ITEMS.iterator(),
                        item -> {
                            throw new IllegalStateException("in the work");
                        },
                        item -> {}))
                .hasMessage("in the work");
        assertThatThrownBy(() -> work.run(ITEMS.iterator(), item -> item, item -> {
                    throw new IOException("in the sink");
                }))
                .isInstanceOf(IOException.class);
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
