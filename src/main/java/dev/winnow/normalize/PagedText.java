package dev.winnow.normalize;

import dev.winnow.normalize.WrappedLines.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * A text divided into pages. A form feed directly after a line end ends a page, as PDF converters and printing programs write
 * it.
 *
 * @param pages the non-blank lines of each page
 */
record PagedText(String text, List<List<Line>> pages) {

    private static final char FORM_FEED = '\f';

    /** Whether a form feed ends a page here. Inside a line it is only a stray control character. */
    static boolean isPageEnd(String text, int at) {
        return text.charAt(at) == FORM_FEED && at > 0 && text.charAt(at - 1) == '\n';
    }

    static boolean isPaged(String text) {
        for (int at = text.indexOf(FORM_FEED); at >= 0; at = text.indexOf(FORM_FEED, at + 1)) {
            if (isPageEnd(text, at)) {
                return true;
            }
        }
        return false;
    }

    static PagedText of(String text) {
        List<List<Line>> pages = new ArrayList<>();
        List<Line> page = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean pageEnd = at < text.length() && isPageEnd(text, at);
            if (pageEnd || at == text.length() || text.charAt(at) == '\n') {
                Line line = WrappedLines.line(text, start, at);
                if (!line.isBlank()) {
                    page.add(line);
                }
                start = at + 1;
            }
            if (pageEnd || at == text.length()) {
                pages.add(page);
                page = new ArrayList<>();
            }
        }
        return new PagedText(text, pages);
    }

    String textOf(Line line) {
        return text.substring(line.textStart(), line.end());
    }
}
