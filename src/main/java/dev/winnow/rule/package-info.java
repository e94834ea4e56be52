/**
 * The rule language: its values, templates, regular expressions and compiled index. May import {@code text},
 * {@code document}, {@code source.html}, {@code rule.slot}, RE2/J and Commons Text.
 */
@NullMarked
package dev.winnow.rule;

import org.jspecify.annotations.NullMarked;
