package dev.winnow.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the order of pages, however they are split and merged: the same file. */
class StatisticsPropertyTest {

    /** Fewer than the test has, so that pages are left out. */
    private static final int MOST_PAGES = 1500;

    private static final int PAGES = 6000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isTheSameForThePagesInAnyOrderAndForTheirPartsMerged(long seed) {
        Random random = new Random(seed);
        List<CountedPage> pages = pages(random);
        byte[] whole = file(collected(pages));

        Collections.shuffle(pages, random);
        assertThat(file(collected(pages))).isEqualTo(whole);

        List<Statistics> parts = new ArrayList<>();
        int from = 0;
        while (from < pages.size()) {
            int to = Math.min(pages.size(), from + 1 + random.nextInt(pages.size() / 3));
            // Parts overlap, as crawls do.
            parts.add(collected(pages.subList(Math.max(0, from - random.nextInt(50)), to)));
            from = to;
        }
        Collections.shuffle(parts, random);
        StatisticsCollector merged = new StatisticsCollector(MOST_PAGES);
        for (Statistics part : parts) {
            merged.add(throughAFile(part));
        }
        assertThat(file(merged.statistics())).isEqualTo(whole);

        merged.add(throughAFile(merged.statistics()));
        assertThat(file(merged.statistics())).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isBounded(long seed) {
        Statistics statistics = collected(pages(new Random(seed)));

        assertThat(statistics.halvings()).isPositive();
        assertThat(statistics.pages().values().stream()
                        .mapToInt(of -> of.size())
                        .sum())
                .isBetween(MOST_PAGES / 3, MOST_PAGES);
        assertThat(statistics.pages().values()).allSatisfy(of -> {
            assertThat(of).hasSizeLessThanOrEqualTo(SamplePages.MOST);
            assertThat(of.values().stream().filter(page -> page.texts() != null))
                    .hasSize(Math.min(of.size(), SamplePages.MOST_TEXTS));
        });
    }

    /** Sites of very different size; some pages twice, some addresses with two texts. */
    private static List<CountedPage> pages(Random random) {
        List<CountedPage> pages = new ArrayList<>();
        while (pages.size() < PAGES) {
            String site = "site" + (int) Math.abs(3 * random.nextGaussian() * random.nextGaussian()) + ".example";
            CountedPage page = new CountedPage(site, random.nextLong() >>> 1, lines(random));
            pages.add(page);
            if (random.nextInt(10) == 0) {
                pages.add(page);
            }
            if (random.nextInt(10) == 0) {
                pages.add(new CountedPage(site, page.key(), lines(random)));
            }
            if (random.nextInt(10) == 0) {
                pages.add(new CountedPage(site, page.key(), otherTexts(page.lines())));
            }
        }
        return pages;
    }

    private static PageLines lines(Random random) {
        int count = random.nextInt(6);
        long[] lines = new long[count];
        long[] templates = new long[count];
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = (long) random.nextInt(random.nextBoolean() ? 5 : 1000) << 8 | random.nextInt(4);
            templates[i] = random.nextBoolean() ? 0 : 1L + random.nextInt(9) << 8;
            texts[i] = random.nextBoolean() ? null : "text " + lines[i];
        }
        return new PageLines(lines, templates, texts);
    }

    /** The same lines in other letters, such as capitals. */
    private static PageLines otherTexts(PageLines lines) {
        return new PageLines(lines.lines(), lines.templates(), new String[lines.lines().length]);
    }

    private static Statistics collected(List<CountedPage> pages) {
        StatisticsCollector collector = new StatisticsCollector(MOST_PAGES);
        pages.forEach(collector::add);
        return collector.statistics();
    }

    private static byte[] file(Statistics statistics) {
        return StatisticsFile.write(statistics);
    }

    private static Statistics throughAFile(Statistics statistics) {
        try {
            return Statistics.read(file(statistics));
        } catch (StatisticsException e) {
            throw new AssertionError(e);
        }
    }
}
