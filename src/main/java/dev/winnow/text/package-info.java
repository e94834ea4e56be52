/** Facts that everything else asks for: what single characters are, which host an address names. No language, no rule. */
@NullMarked
package dev.winnow.text;

import org.jspecify.annotations.NullMarked;
