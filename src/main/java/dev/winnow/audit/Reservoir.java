package dev.winnow.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A random sample of a stream of unknown length, in which each element is equally likely. Algorithm R of Vitter, Random
 * sampling with a reservoir (ACM TOMS 11, 1985). The same seed and stream give the same sample. Not thread-safe.
 */
final class Reservoir<T> {

    private final int capacity;
    private final SplittableRandom random;
    private final List<T> sample = new ArrayList<>();
    private long seen;

    Reservoir(int capacity, long seed) {
        this.capacity = capacity;
        this.random = new SplittableRandom(seed);
    }

    /** Offers the next element of the stream. The supplier is called only if the element enters the sample. */
    void offer(Supplier<T> element) {
        seen++;
        if (sample.size() < capacity) {
            sample.add(element.get());
            return;
        }
        long place = random.nextLong(seen);
        if (place < capacity) {
            sample.set((int) place, element.get());
        }
    }

    /** Returns the number of elements seen so far. */
    long seen() {
        return seen;
    }

    /** Returns at most {@code most} elements of the sample, in random order. */
    List<T> draw(int most) {
        List<T> shuffled = new ArrayList<>(sample);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T element = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, element);
        }
        return List.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
    }
}
