package dev.winnow.stats;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a page in statistics: a fingerprint for each line, in the order of the page. Only lines whose text is kept can be
 * read from it. The arrays must not change.
 *
 * @param lines fingerprint of each line with its facts, see {@link Fingerprints}
 * @param templates fingerprint of each line's template; 0 for a line without slots
 * @param texts template of each line that is short and no prose, null for other lines; null when no texts are kept
 */
record PageLines(long[] lines, long[] templates, @Nullable String @Nullable [] texts) {

    /** Order that decides which of two pages with one URL is kept, independently of the order in which they come. */
    static final Comparator<PageLines> ORDER = Comparator.comparing(PageLines::lines, Arrays::compare)
            .thenComparing(PageLines::templates, Arrays::compare)
            .thenComparing(PageLines::texts, PageLines::compareTexts);

    private static int compareTexts(@Nullable String @Nullable [] one, @Nullable String @Nullable [] other) {
        return one == null || other == null
                ? Boolean.compare(one == null, other == null)
                : Arrays.compare(one, other, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    PageLines withoutTexts() {
        return texts == null ? this : new PageLines(lines, templates, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageLines page && ORDER.compare(this, page) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lines);
    }

    @Override
    public String toString() {
        return lines.length + " lines";
    }
}
