/** Tests a change of rules on a corpus: the same pages are cleaned with two sets of rules, and the differences are counted. */
@NullMarked
package dev.winnow.trial;

import org.jspecify.annotations.NullMarked;
