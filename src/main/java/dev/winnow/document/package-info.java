/** What flows through Winnow, nouns only. Imports nothing but the JDK. */
@NullMarked
package dev.winnow.document;

import org.jspecify.annotations.NullMarked;
