/**
 * The rule language: its values, templates and regular expressions, and the compiled index. May import {@code document},
 * {@code rule.slot}, RE2/J and Commons Text.
 */
@NullMarked
package dev.winnow.rule;

import org.jspecify.annotations.NullMarked;
