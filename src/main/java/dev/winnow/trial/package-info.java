/** What a change of rules does to a corpus: the same pages cleaned with two sets of rules, and their differences counted. */
@NullMarked
package dev.winnow.trial;

import org.jspecify.annotations.NullMarked;
