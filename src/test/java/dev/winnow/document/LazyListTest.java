package dev.winnow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyListTest {

    private final AtomicInteger made = new AtomicInteger();
    private final List<String> list = new LazyList<>(() -> {
        made.incrementAndGet();
        return List.of("a", "b");
    });

    @Test
    void isMadeOnceAndOnlyWhenRead() {
        List<String> copy = LazyList.copyOf(list);
        assertThat(made).hasValue(0);
        assertThat(copy).containsExactly("a", "b").hasSize(2);
        assertThat(list.get(1)).isEqualTo("b");
        assertThat(made).hasValue(1);
    }

    @Test
    void isEqualToAListOfTheSame() {
        assertThat(list).isEqualTo(List.of("a", "b")).hasSameHashCodeAs(List.of("a", "b"));
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> list.set(0, "c")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.iterator().remove()).isInstanceOf(RuntimeException.class);
    }
}
