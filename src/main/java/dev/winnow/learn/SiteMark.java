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
 * Finds a fingerprint that identifies pages of the site without a URL. It is a line around the article that all pages have and
 * that names the site; or two such lines in a row, one of which names it.
 */
final class SiteMark {

    /**
     * Minimum number of letters of a fingerprint. Shorter lines may stand on other sites, too: a name alone, a word of a menu.
     */
    private static final int FEWEST_LETTERS = 16;

    private static final int LONGEST = 100;

    /** Minimum length of a site's name. Shorter names are parts of other words. */
    private static final int SHORTEST_NAME = 4;

    /**
     * Minimum length of a name that identifies a site in a single line. Shorter names may be words, such as a town's name, that
     * also stand in lines of other sites.
     */
    private static final int NAME_OF_ITS_OWN = 9;

    private static final Comparator<List<String>> BEST = Comparator.comparing((List<String> lines) -> -lines.size())
            .thenComparing(lines -> letters(String.join("", lines)).length())
            .thenComparing(lines -> String.join("\n", lines), Comparator.reverseOrder());

    private SiteMark() {}

    /**
     * Returns the lines as templates.
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

    /** Returns the site's name as its pages write it: a line around all articles whose letters are the domain's name. */
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

    /** Returns possible fingerprints as templates. They are the same on each page, so they have no slots. */
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
