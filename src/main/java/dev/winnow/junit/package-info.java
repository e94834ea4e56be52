/**
 * Rules and fixtures as tests of JUnit 5, for those who keep their own. May import all of Winnow but {@code cli}. The only package that
 * knows JUnit, which whoever uses it brings along.
 */
@NullMarked
package dev.winnow.junit;

import org.jspecify.annotations.NullMarked;
