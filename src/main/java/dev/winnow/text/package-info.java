/** Facts of Unicode about single characters that everything else asks for: no language, no rule, the JDK only. */
@NullMarked
package dev.winnow.text;

import org.jspecify.annotations.NullMarked;
