package dev.winnow.evaluate;

import dev.winnow.evaluate.Figure.Interval;
import dev.winnow.evaluate.Figure.Paired;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a group of pages. Intervals come from the bootstrap: sites are drawn again, each with all its pages, since errors
 * on pages of one site are not independent. The same pages in the same order give the same intervals. Not thread-safe.
 */
public final class Group {

    /** Number of times that sites are drawn. */
    private static final int DRAWS = 1000;

    private static final long SEED = 1;
    private static final double TAIL = 0.025;

    private final Map<String, Runs> sites = new LinkedHashMap<>();
    private final Map<Measure, int[]> betterAndWorse = new EnumMap<>(Measure.class);
    private int pages;

    /** The sums of this run and of the other one. */
    private record Runs(Tally own, Tally other) {

        Runs() {
            this(new Tally(), new Tally());
        }

        void add(Runs more, int times) {
            own.add(more.own, times);
            other.add(more.other, times);
        }
    }

    Group() {}

    /** @param other scores of the other run; null if there is none */
    void add(Gold gold, Tally own, @Nullable Tally other) {
        pages++;
        // A page without a known site counts as a site of its own.
        String site = gold.site() == null ? "\n" + gold.id() : gold.site();
        sites.computeIfAbsent(site, unknown -> new Runs()).add(new Runs(own, other == null ? new Tally() : other), 1);
        for (Measure measure : Measure.values()) {
            if (other != null && own.pages(measure) > 0 && other.pages(measure) > 0) {
                double difference = own.value(measure) - other.value(measure);
                int[] counts = betterAndWorse.computeIfAbsent(measure, none -> new int[2]);
                if (difference != 0) {
                    counts[difference > 0 == measure.lessIsBetter() ? 1 : 0]++;
                }
            }
        }
    }

    public int pages() {
        return pages;
    }

    public int sites() {
        return sites.size();
    }

    /** Returns the figures of all measures that these pages have. */
    public Map<Measure, Figure> figures() {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        Draws draws = new Draws(List.copyOf(sites.values()));
        for (Measure measure : Measure.values()) {
            if (draws.all.own.pages(measure) > 0) {
                figures.put(measure, draws.figure(measure, runs -> runs.own.value(measure)));
            }
        }
        return figures;
    }

    /** Returns the differences from the other run, for the measures that both have. */
    public Map<Measure, Paired> differences() {
        Map<Measure, Paired> differences = new EnumMap<>(Measure.class);
        Draws draws = new Draws(List.copyOf(sites.values()));
        betterAndWorse.forEach((measure, counts) -> differences.put(
                measure,
                new Paired(
                        draws.all.other.value(measure),
                        draws.figure(measure, runs -> runs.own.value(measure) - runs.other.value(measure)),
                        counts[0],
                        counts[1])));
        return differences;
    }

    /** The sums over all sites, and over sites drawn at random. */
    private static final class Draws {

        private final Runs all = new Runs();
        private final List<Runs> sums = new ArrayList<>();

        Draws(List<Runs> sites) {
            sites.forEach(site -> all.add(site, 1));
            SplittableRandom random = new SplittableRandom(SEED);
            int times = sites.size() < 2 ? 0 : DRAWS;
            for (int draw = 0; draw < times; draw++) {
                sums.add(sum(sites, random));
            }
        }

        private static Runs sum(List<Runs> sites, SplittableRandom random) {
            int[] times = new int[sites.size()];
            for (int i = 0; i < times.length; i++) {
                times[random.nextInt(times.length)]++;
            }
            Runs sum = new Runs();
            for (int i = 0; i < times.length; i++) {
                if (times[i] > 0) {
                    sum.add(sites.get(i), times[i]);
                }
            }
            return sum;
        }

        Figure figure(Measure measure, ToDoubleFunction<Runs> value) {
            // It may happen that no page of the drawn sites has the measure.
            double[] values = sums.stream()
                    .mapToDouble(value)
                    .filter(drawn -> !Double.isNaN(drawn))
                    .sorted()
                    .toArray();
            Interval interval =
                    values.length == 0 ? null : new Interval(quantile(values, TAIL), quantile(values, 1 - TAIL));
            return new Figure(value.applyAsDouble(all), interval, all.own.pages(measure));
        }

        private static double quantile(double[] sorted, double share) {
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }
    }
}
