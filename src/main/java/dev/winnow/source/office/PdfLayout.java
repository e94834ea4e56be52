package dev.winnow.source.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the ends of paragraphs from the positions of lines, and writes the pages as text. One instance serves one document.
 *
 * <p>A line continues the paragraph of the line above if four conditions hold: it has the same type size, follows at the usual
 * distance, is not indented, and begins with a word that did not fit above.
 */
final class PdfLayout {

    /** Multiple of the usual distance beyond which two lines have a gap between them. */
    private static final float GAP = 1.3f;

    /** The same multiple for lines at the edge of a page, such as running heads. */
    private static final float EDGE_GAP = 1.5f;

    /** Usual distance if there are too few lines, as a multiple of the type size. */
    private static final float DEFAULT_DISTANCE = 1.25f;

    /** Minimum indentation of the first line of a paragraph, in type sizes. */
    private static final float INDENT = 0.8f;

    /** Maximum difference between the left edges of lines in one column, in type sizes. */
    private static final float COLUMN = 4;

    /**
     * Number of lines on either side that are examined for the margin. More than a page has, but a limit against hostile files.
     */
    private static final int NEIGHBOURS = 200;

    private final List<List<PdfLine>> pages;
    /** Usual distance of baselines; the key is the type size in half points. */
    private final Map<Integer, Float> distances = new HashMap<>();

    private PdfLayout(List<List<PdfLine>> pages) {
        this.pages = pages;
    }

    static String text(List<List<PdfLine>> pages) {
        PdfLayout layout = new PdfLayout(pages);
        layout.measure();
        StringBuilder text = new StringBuilder();
        for (List<PdfLine> page : pages) {
            layout.write(layout.edgesOutside(page), text);
            text.append('\f');
        }
        return text.toString();
    }

    private void measure() {
        Map<Integer, List<Float>> seen = new HashMap<>();
        for (List<PdfLine> page : pages) {
            for (int i = 0; i + 1 < page.size(); i++) {
                PdfLine line = page.get(i);
                float distance = page.get(i + 1).baseline() - line.baseline();
                if (line.isSetLike(page.get(i + 1)) && distance > 0 && distance < 3 * line.size()) {
                    seen.computeIfAbsent(key(line), size -> new ArrayList<>()).add(distance);
                }
            }
        }
        seen.forEach((size, all) -> {
            all.sort(null);
            distances.put(size, all.get(all.size() / 2));
        });
    }

    private static int key(PdfLine line) {
        return Math.round(2 * line.size());
    }

    private float distance(PdfLine line) {
        float usual = distances.getOrDefault(key(line), DEFAULT_DISTANCE * line.size());
        // If most paragraphs have one line, the most frequent distance is that between paragraphs.
        return Math.min(usual, 2 * line.size());
    }

    private void write(List<PdfLine> page, StringBuilder text) {
        boolean first = true;
        for (int i = 0; i < page.size(); i++) {
            PdfLine line = page.get(i);
            text.append(line.text()).append('\n');
            if (i + 1 < page.size()) {
                boolean goesOn = goesOn(page, i, first);
                text.append(goesOn ? "" : "\n");
                first = !goesOn;
            }
        }
    }

    /**
     * @param first whether the line is the first of its paragraph. It may be indented or, in lists, stand further left
     */
    private boolean goesOn(List<PdfLine> page, int index, boolean first) {
        PdfLine line = page.get(index);
        PdfLine next = page.get(index + 1);
        if (!line.isSetLike(next) || !line.isFull(next, margin(page, index))) {
            return false;
        }
        float down = next.baseline() - line.baseline();
        if (down <= 0) {
            // A new column: only the words show whether a paragraph continues there.
            return next.left() > line.left()
                    && Character.isLowerCase(next.text().codePointAt(0));
        }
        boolean indented = next.left() > line.left() + INDENT * line.size();
        return down <= GAP * distance(line) && (first || !indented);
    }

    /** Returns the right margin of a line's column. */
    private static float margin(List<PdfLine> page, int index) {
        PdfLine line = page.get(index);
        float margin = line.right();
        int to = Math.min(page.size(), index + NEIGHBOURS);
        for (PdfLine other : page.subList(Math.max(0, index - NEIGHBOURS), to)) {
            if (other.isSetLike(line) && Math.abs(other.left() - line.left()) <= COLUMN * line.size()) {
                margin = Math.max(margin, other.right());
            }
        }
        return margin;
    }

    /**
     * Moves running heads and feet that stand apart to the beginning and end of the page. Programs draw them before or after
     * everything else.
     */
    private List<PdfLine> edgesOutside(List<PdfLine> page) {
        if (page.size() < 3) {
            return page;
        }
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (PdfLine line : page) {
            top = Math.min(top, line.baseline());
            bottom = Math.max(bottom, line.baseline());
        }
        List<PdfLine> heads = new ArrayList<>();
        List<PdfLine> feet = new ArrayList<>();
        List<PdfLine> between = new ArrayList<>();
        float nextTop = Float.MAX_VALUE;
        float nextBottom = -Float.MAX_VALUE;
        for (PdfLine line : page) {
            boolean atTop = line.baseline() - top <= line.size() / 2;
            boolean atBottom = bottom - line.baseline() <= line.size() / 2;
            (atTop ? heads : atBottom ? feet : between).add(line);
            if (!atTop && !atBottom) {
                nextTop = Math.min(nextTop, line.baseline());
                nextBottom = Math.max(nextBottom, line.baseline());
            }
        }
        if (between.isEmpty()) {
            return page;
        }
        float apart = EDGE_GAP * distance(between.get(0));
        List<PdfLine> sorted = new ArrayList<>(page);
        if (nextTop - top > apart) {
            sorted.removeAll(heads);
            sorted.addAll(0, heads);
        }
        if (bottom - nextBottom > apart) {
            sorted.removeAll(feet);
            sorted.addAll(feet);
        }
        return sorted;
    }
}
