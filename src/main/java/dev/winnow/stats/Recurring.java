package dev.winnow.stats;

import org.jspecify.annotations.Nullable;

/**
 * A line, or a line template, that stands on several pages of a site. Pages are those of the sample; each counts once.
 *
 * @param text its template; null where it was not kept: it is prose, long, or on few pages
 * @param template whether lines with different values in their slots are taken together
 * @param pages on which it stands
 * @param head of these, those on which it stands above the article: the prose that only this page has
 * @param tail those on which it stands below
 * @param beside those on which a line right above or below is frequent, too
 * @param aboveProse those on which prose that only this page has stands right below it
 * @param links those on which it is the text of a link
 * @param fromTop the median of how many lines stand above it
 * @param fromBottom the median of how many lines stand below it
 */
public record Recurring(
        @Nullable String text,
        boolean template,
        int pages,
        int head,
        int tail,
        int beside,
        int aboveProse,
        int links,
        int fromTop,
        int fromBottom) {

    /** Pages on which it stands outside of the article. */
    public int outside() {
        return head + tail;
    }
}
