/** What flows through Winnow, nouns only. Imports nothing but the JDK and what is known about characters. */
@NullMarked
package dev.winnow.document;

import org.jspecify.annotations.NullMarked;
