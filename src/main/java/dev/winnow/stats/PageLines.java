package dev.winnow.stats;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What statistics keep of a page: for each line a fingerprint, in the order of the page. No line can be read from it, but those of
 * which the text is kept. Not changed once made.
 *
 * @param lines for each line its fingerprint with its facts, see {@link Fingerprints}
 * @param templates for each line the fingerprint of its template; 0 for a line without slots
 * @param texts for each line its template, where it is short and no prose; null where no texts are kept
 */
record PageLines(long[] lines, long[] templates, @Nullable String @Nullable [] texts) {

    /** Of two pages with one address one is kept, whatever came first. */
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
