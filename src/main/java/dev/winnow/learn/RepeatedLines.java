package dev.winnow.learn;

import dev.winnow.text.Characters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Which lines stand on how many pages, and where on them. */
final class RepeatedLines {

    /** A line on two pages may be chance. */
    private static final int FEWEST_PAGES = 3;

    /** Lines on a smaller share of the pages are of a part of the site. */
    private static final double SMALLEST_SHARE = 0.1;

    private final int fewest;
    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<String, RepeatedLine> often = new TreeMap<>();

    /** A line that stands on several pages; counts are of lines but for {@link #pages}. */
    static final class RepeatedLine {
        private final String key;
        private final Map<String, Integer> spellings = new TreeMap<>();
        private final Map<String, Integer> texts = new TreeMap<>();
        private final int pages;
        private int above;
        private int within;
        private int below;
        private int droppedWithin;
        private int common;
        private int sentences;
        private int deepest;
        private int highest;
        private int letters;

        private RepeatedLine(String key, int pages) {
            this.key = key;
            this.pages = pages;
        }

        private void add(Sample sample, Sample.Item line) {
            spellings.merge(line.template().text(), 1, Integer::sum);
            texts.merge(line.text(), 1, Integer::sum);
            letters = line.template().literalLetters();
            common += line.common() && !line.kept() ? 1 : 0;
            sentences += line.sentence() ? 1 : 0;
            switch (sample.place(line)) {
                case ABOVE -> {
                    above++;
                    deepest = Math.max(deepest, line.index() + 1);
                }
                case BELOW -> {
                    below++;
                    highest = Math.max(highest, sample.lines().size() - line.index());
                }
                default -> {
                    within++;
                    droppedWithin += line.kept() ? 0 : 1;
                }
            }
        }

        private int all() {
            return above + within + below;
        }

        String key() {
            return key;
        }

        /** Its template, as most pages write it. */
        String template() {
            return most(spellings);
        }

        /** The line as most pages have it. */
        String text() {
            return most(texts);
        }

        private static String most(Map<String, Integer> counted) {
            return counted.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
        }

        int pages() {
            return pages;
        }

        boolean isOnlyAbove() {
            return above == all();
        }

        boolean isOnlyBelow() {
            return below == all();
        }

        /** Whether it stands in the text, where without rules of the site it nearly always goes. */
        boolean isDroppedWithin() {
            return within > 0 && droppedWithin >= MOSTLY * within;
        }

        /** Whether rules for all pages take it nearly everywhere. */
        boolean isCommon() {
            return common >= MOSTLY * all();
        }

        /** Whether its wording tells anything. */
        boolean isWorded() {
            return letters >= FEWEST_LETTERS;
        }

        /** Whether a person would write it into a rule: headlines of the week recur, too, but not on the pages of another week. */
        boolean isLasting(int samples) {
            return Characters.words(text()) <= MOST_WORDS || 2 * pages >= samples;
        }

        /** Whether it reads as prose on some page. */
        boolean isSentence() {
            return sentences > 0;
        }

        /** Number of the lowest line above an article in which it stands, counted from 1. */
        int deepest() {
            return deepest;
        }

        /** The same below articles, counted from the end of the page. */
        int highest() {
            return highest;
        }
    }

    private static final double MOSTLY = 0.9;
    private static final int FEWEST_LETTERS = 3;

    /** Longer lines are headlines, mostly. */
    private static final int MOST_WORDS = 5;

    /** Counts the pages on which lines stand. */
    RepeatedLines(List<Sample> samples) {
        fewest = Math.max(FEWEST_PAGES, (int) Math.ceil(SMALLEST_SHARE * samples.size()));
        for (Sample sample : samples) {
            Set<String> seen = new HashSet<>();
            sample.lines().forEach(line -> seen.add(line.key()));
            seen.forEach(key -> pages.merge(key, 1, Integer::sum));
        }
    }

    /** Learns where they stand, of pages of which is known where the article is. */
    void place(List<Sample> samples) {
        for (Sample sample : samples) {
            for (Sample.Item line : sample.lines()) {
                if (isOften(line.key())) {
                    often.computeIfAbsent(line.key(), key -> new RepeatedLine(key, pages.getOrDefault(key, 0)))
                            .add(sample, line);
                }
            }
        }
    }

    /** The smallest number of pages that counts. */
    int fewest() {
        return fewest;
    }

    boolean isOften(String key) {
        return pages.getOrDefault(key, 0) >= fewest;
    }

    /** What is known of a line that recurs, {@link #isOften}. */
    RepeatedLine of(String key) {
        return Objects.requireNonNull(often.get(key), key);
    }

    /** Those that recur, the most frequent first. */
    List<RepeatedLine> often() {
        return often.values().stream()
                .sorted(Comparator.comparing((RepeatedLine of) -> -of.pages()).thenComparing(RepeatedLine::key))
                .toList();
    }
}
