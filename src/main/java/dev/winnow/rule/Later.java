package dev.winnow.rule;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed once, on first use. The supplier is released after use. Thread-safe. */
final class Later<T> {

    private @Nullable Supplier<T> source;
    private volatile @Nullable T value;

    Later(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T known = value;
        return known == null ? workOut() : known;
    }

    private synchronized T workOut() {
        if (source != null) {
            value = source.get();
            source = null;
        }
        return Objects.requireNonNull(value);
    }
}
