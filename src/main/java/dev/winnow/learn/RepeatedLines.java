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

/** Counts on how many pages each line stands, and in which place. */
final class RepeatedLines {

    /** Minimum number of pages of a recurring line. On two pages it may be chance. */
    private static final int FEWEST_PAGES = 3;

    /** Minimum share of the pages of a recurring line. Lines on fewer pages belong to a part of the site. */
    private static final double SMALLEST_SHARE = 0.1;

    private final int fewest;
    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<String, RepeatedLine> often = new TreeMap<>();

    /** A line that stands on several pages. Its counts are of lines, except {@link #pages}. */
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
            spellings.merge(line.template().capturingNothing(), 1, Integer::sum);
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

        /** Returns its template in the most frequent spelling. */
        String template() {
            return most(spellings);
        }

        /** Returns its most frequent text. */
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

        /** Whether it stands within articles, and is nearly always removed there without rules of the site. */
        boolean isDroppedWithin() {
            return within > 0 && droppedWithin >= MOSTLY * within;
        }

        /** Whether common rules take it nearly everywhere. */
        boolean isCommon() {
            return common >= MOSTLY * all();
        }

        /** Whether its template has enough letters to recognise it. */
        boolean isWorded() {
            return letters >= FEWEST_LETTERS;
        }

        /** Whether it is likely to recur on pages of other weeks. Headlines of one week recur, too, but only in that week. */
        boolean isLasting(int samples) {
            return Characters.words(text()) <= MOST_WORDS || 2 * pages >= samples;
        }

        /** Whether it has the shape of a sentence on some page. */
        boolean isSentence() {
            return sentences > 0;
        }

        /** Returns the number of the lowest line above an article where it stands, counted from 1. */
        int deepest() {
            return deepest;
        }

        /** Returns the number of the highest line below an article where it stands, counted from the end of the page. */
        int highest() {
            return highest;
        }
    }

    private static final double MOSTLY = 0.9;
    private static final int FEWEST_LETTERS = 3;

    /** Maximum number of words of a line that may be on less than half of the pages. Longer lines are mostly headlines. */
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

    /** Records the places of recurring lines on pages with known bounds of the article. */
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

    /** Returns the minimum number of pages of a recurring line. */
    int fewest() {
        return fewest;
    }

    boolean isOften(String key) {
        return pages.getOrDefault(key, 0) >= fewest;
    }

    /** Returns the counts of a line that recurs, {@link #isOften}. */
    RepeatedLine of(String key) {
        return Objects.requireNonNull(often.get(key), key);
    }

    /** Returns the recurring lines, the most frequent first. */
    List<RepeatedLine> often() {
        return often.values().stream()
                .sorted(Comparator.comparing((RepeatedLine of) -> -of.pages()).thenComparing(RepeatedLine::key))
                .toList();
    }
}
