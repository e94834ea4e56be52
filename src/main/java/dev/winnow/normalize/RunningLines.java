package dev.winnow.normalize;

import dev.winnow.document.Label;
import dev.winnow.normalize.WrappedLines.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds running heads, running feet and page numbers: lines at the edge of pages that stand there on several, alike but for
 * numbers. Lines of numbers alone must count the pages. One text each.
 */
final class RunningLines {

    /** Lines at a page's edge that may be running; more than three have not been seen. */
    private static final int DEPTH = 3;

    /** In texts of up to so many pages, two pages show that a line runs; in longer ones it takes three. */
    private static final int FEW_PAGES = 4;

    /** A line of so many words without a number at the head of the first page may be the title, which then runs on. */
    private static final int TITLE_WORDS = 4;

    /**
     * What is known of a running line.
     *
     * @param label a head or a foot
     * @param why the evidence
     */
    record Running(Label label, String why) {}

    private final PagedText paged;
    private final Map<Line, Running> found = new IdentityHashMap<>();

    private RunningLines(PagedText paged) {
        this.paged = paged;
    }

    /** The running lines, by identity. */
    static Map<Line, Running> find(PagedText paged) {
        RunningLines search = new RunningLines(paged);
        search.search(true);
        search.search(false);
        return search.found;
    }

    private void search(boolean head) {
        Map<String, Places> places = new HashMap<>();
        List<List<Line>> pages = paged.pages();
        int filled = 0;
        for (int page = 0; page < pages.size(); page++) {
            filled += pages.get(page).isEmpty() ? 0 : 1;
            for (Line line : edge(page, head)) {
                String text = paged.textOf(line);
                places.computeIfAbsent(key(text), key -> new Places()).add(page, firstNumber(text));
            }
        }
        int needed = filled <= FEW_PAGES ? 2 : 3;
        for (int page = 0; page < pages.size(); page++) {
            for (Line line : edge(page, head)) {
                String key = key(paged.textOf(line));
                int times = places.getOrDefault(key, new Places()).times(hasLetter(key));
                if (times < needed || head && page == 0 && mayBeTitle(key)) {
                    // What stands further inside is the page's own.
                    break;
                }
                String why = "line at the " + (head ? "head" : "foot") + " of " + times + " pages";
                found.put(line, new Running(head ? Label.BANNER : Label.FOOTER, why));
            }
        }
    }

    /** The lines at a page's edge, from the edge inwards; of a page with few lines, most are its own. */
    private List<Line> edge(int page, boolean head) {
        List<Line> lines = paged.pages().get(page);
        List<Line> edge = new ArrayList<>(DEPTH);
        int depth = Math.min(DEPTH, (lines.size() + 1) / 2);
        for (int i = 0; i < depth; i++) {
            Line line = lines.get(head ? i : lines.size() - 1 - i);
            if (!found.containsKey(line)) {
                edge.add(line);
            }
        }
        return edge;
    }

    /** Where lines of one key stand. */
    private static final class Places {
        private final Map<Integer, Integer> pagesByOffset = new HashMap<>();
        private int last = -1;
        private int pages;

        void add(int page, int number) {
            pagesByOffset.merge(number - page, 1, Integer::sum);
            pages += page == last ? 0 : 1;
            last = page;
        }

        /** On how many pages; for numbers alone, on how many that they count. */
        int times(boolean letters) {
            return letters
                    ? pages
                    : pagesByOffset.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0);
        }
    }

    /** The text without what differs from page to page; sentences with other numbers are other sentences. */
    private static String key(String text) {
        String counted = text.endsWith(".") ? text : text.replaceAll("\\d+", "#");
        return counted.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean hasLetter(String key) {
        return key.codePoints().anyMatch(Character::isLetter);
    }

    private static boolean mayBeTitle(String key) {
        return key.indexOf('#') < 0 && key.split(" ", -1).length >= TITLE_WORDS;
    }

    /** The first number in a text; 0 without one. */
    private static int firstNumber(String text) {
        int number = 0;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0 && begun) {
                break;
            }
            if (digit >= 0 && number < 1_000_000) {
                begun = true;
                number = number * 10 + digit;
            }
        }
        return number;
    }
}
