/**
 * Converts HTML to text: markup is edited away, and its information about lines and the page is kept.
 *
 * <p>Only this package uses jsoup.
 */
@NullMarked
package dev.winnow.source.html;

import org.jspecify.annotations.NullMarked;
