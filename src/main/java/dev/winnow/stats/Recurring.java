package dev.winnow.stats;

import org.jspecify.annotations.Nullable;

/**
 * A line, or a line template, that stands on several pages of a site. Pages are those of the sample; each counts once.
 *
 * @param text its template; null where it was not kept, because the line is prose, long, or on few pages
 * @param template whether this is a template, so that lines with different values in their slots count together
 * @param pages number of pages with it
 * @param head number of these pages on which it stands above the article, that is, above the prose that only this page has
 * @param tail number of pages on which it stands below the article
 * @param beside number of pages on which the line right above or below is frequent, too
 * @param aboveProse number of pages on which prose that only this page has stands right below it
 * @param links number of pages on which it is the text of a link
 * @param fromTop median number of lines above it
 * @param fromBottom median number of lines below it
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

    /** Returns the number of pages on which it stands outside of the article. */
    public int outside() {
        return head + tail;
    }
}
