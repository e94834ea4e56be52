package dev.winnow.learn;

import dev.winnow.learn.Sample.Item;
import dev.winnow.text.Characters;
import dev.winnow.text.Folding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what tells pages of the site where no address does: a line that all of them have around the article and that names the site, or
 * two such lines that follow each other, one of which names it.
 */
final class SiteMark {

    /** A line with fewer letters may stand on other sites, too: a name alone, a word of a menu. */
    private static final int FEWEST_LETTERS = 16;

    private static final int LONGEST = 100;

    /** Shorter names are parts of other words. */
    private static final int SHORTEST_NAME = 4;

    /** Shorter ones may be words, such as a town's name, with which lines of other sites begin. */
    private static final int NAME_OF_ITS_OWN = 9;

    private static final Comparator<List<String>> BEST = Comparator.comparing((List<String> lines) -> -lines.size())
            .thenComparing(lines -> letters(String.join("", lines)).length())
            .thenComparing(lines -> String.join("\n", lines), Comparator.reverseOrder());

    private SiteMark() {}

    /**
     * The lines, as templates.
     *
     * @param site the domain
     * @param name the site's name; null when unknown
     */
    static Optional<List<String>> of(List<Sample> samples, String site, @Nullable String name) {
        Set<String> names = new HashSet<>(List.of(label(site), letters(name == null ? "" : name)));
        names.removeIf(one -> one.length() < SHORTEST_NAME);
        Map<List<String>, Integer> pages = new HashMap<>();
        for (Sample sample : samples) {
            marks(sample, names).forEach(lines -> pages.merge(lines, 1, Integer::sum));
        }
        return onAll(samples, pages).max(BEST);
    }

    /** The site's name as its pages write it, where a line around all articles is the name of the domain in letters, spaces and case. */
    static Optional<String> name(List<Sample> samples, String site) {
        String domain = label(site);
        Map<String, Integer> pages = new TreeMap<>();
        for (Sample sample : samples) {
            sample.lines().stream()
                    .filter(line ->
                            isAround(sample, line) && letters(line.text()).equals(domain))
                    .map(Item::text)
                    .distinct()
                    .forEach(text -> pages.merge(text, 1, Integer::sum));
        }
        return onAll(samples, pages).findFirst();
    }

    private static <T> Stream<T> onAll(List<Sample> samples, Map<T, Integer> pages) {
        return pages.entrySet().stream()
                .filter(entry -> entry.getValue() == samples.size())
                .map(Map.Entry::getKey);
    }

    private static String label(String site) {
        return letters(site.substring(0, site.indexOf('.')));
    }

    /** What may be the mark of the site, as templates: the same on each page, so without slots. */
    private static Set<List<String>> marks(Sample sample, Set<String> names) {
        Set<List<String>> marks = new HashSet<>();
        for (int i = 0; i < sample.lines().size(); i++) {
            Item line = sample.lines().get(i);
            if (!isAround(sample, line)) {
                continue;
            }
            String text = line.template().text();
            String here = letters(text);
            boolean own = names.stream().anyMatch(name -> name.length() >= NAME_OF_ITS_OWN && here.contains(name));
            if (own && here.length() >= FEWEST_LETTERS) {
                marks.add(List.of(text));
            }
            Item next = i + 1 < sample.lines().size() ? sample.lines().get(i + 1) : null;
            if (next != null && isAround(sample, next)) {
                String below = next.template().text();
                String there = letters(below);
                boolean named = names.stream().anyMatch(name -> here.contains(name) || there.contains(name));
                if (named && here.length() + there.length() >= FEWEST_LETTERS) {
                    marks.add(List.of(text, below));
                }
            }
        }
        return marks;
    }

    private static boolean isAround(Sample sample, Item line) {
        return sample.place(line) != Sample.Place.WITHIN
                && line.text().length() <= LONGEST
                && line.template().values().isEmpty()
                && Lines.canBeWritten(line.text());
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Folding.fold(text).chars().filter(c -> Characters.isLetter((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
