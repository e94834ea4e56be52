/** The data that flows through Winnow, without any processing. Imports only the JDK and facts about characters ({@code text}). */
@NullMarked
package dev.winnow.document;

import org.jspecify.annotations.NullMarked;
