/**
 * Harnesses for coverage-guided fuzzing, one class a target: each takes any bytes and fails when a promise of Winnow's does not hold.
 *
 * <p>A harness is a class with a method {@code fuzzerTestOneInput(byte[])}, which is all that Jazzer asks for; so they need no library,
 * and {@code verify} replays with them what was found before. May import what a program that uses Winnow may.
 */
@NullMarked
package dev.winnow.fuzz;

import org.jspecify.annotations.NullMarked;
