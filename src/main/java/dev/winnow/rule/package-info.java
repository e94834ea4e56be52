/**
 * The rule language: its values, templates, regular expressions and compiled index. RE2/J stays inside.
 */
@NullMarked
package dev.winnow.rule;

import org.jspecify.annotations.NullMarked;
