/**
 * Runs a user's own rules and fixtures as tests of JUnit 5. The only package that uses JUnit; the user's project must provide it.
 */
@NullMarked
package dev.winnow.junit;

import org.jspecify.annotations.NullMarked;
