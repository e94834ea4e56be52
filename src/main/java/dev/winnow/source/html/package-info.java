/**
 * HTML becomes text: markup is edited away, and what it says of lines and of the page is kept.
 *
 * <p>May import {@code document}. jsoup stays inside.
 */
@NullMarked
package dev.winnow.source.html;

import org.jspecify.annotations.NullMarked;
