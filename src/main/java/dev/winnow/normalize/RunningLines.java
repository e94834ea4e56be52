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
 * Finds running heads, running feet and page numbers. They stand at the edge of several pages and are equal but for numbers.
 * Lines of numbers alone must count the pages. One instance serves one text.
 */
final class RunningLines {

    /** Maximum number of running lines at the edge of a page. More than three have not been seen. */
    private static final int DEPTH = 3;

    /** Up to this number of pages, a line that occurs on two pages is running; in longer texts on three. */
    private static final int FEW_PAGES = 4;

    /**
     * From this number of words on, the first head of the first page may be the title if it has no number. It then stays there.
     */
    private static final int TITLE_WORDS = 4;

    /**
     * What is known about a running line.
     *
     * @param label banner for a head, footer for a foot
     * @param why the evidence
     */
    record Running(Label label, String why) {}

    private final PagedText paged;
    private final Map<Line, Running> found = new IdentityHashMap<>();

    private RunningLines(PagedText paged) {
        this.paged = paged;
    }

    /** Returns the running lines; keys are compared by identity. */
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
                    // Lines further inside belong to the page's own text.
                    break;
                }
                String why = "line at the " + (head ? "head" : "foot") + " of " + times + " pages";
                found.put(line, new Running(head ? Label.BANNER : Label.FOOTER, why));
            }
        }
    }

    /** Returns the lines at the edge of a page, from the edge inwards: at most half of the page's lines, rounded up. */
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

    /** Pages on which the lines of one key occur. */
    private static final class Places {
        private final Map<Integer, Integer> pagesByOffset = new HashMap<>();
        private int last = -1;
        private int pages;

        void add(int page, int number) {
            pagesByOffset.merge(number - page, 1, Integer::sum);
            pages += page == last ? 0 : 1;
            last = page;
        }

        /** Number of pages with the line. For numbers alone: the number of pages that they count correctly. */
        int times(boolean letters) {
            return letters
                    ? pages
                    : pagesByOffset.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0);
        }
    }

    /**
     * Returns the text without the numbers that change from page to page. In sentences numbers stay, because another number
     * makes another sentence.
     */
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

    /** Returns the first number in a text; 0 without one. */
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
