/**
 * Parquet: its rows as records, and articles as its rows. The Parquet library stays inside.
 *
 * <p>May import what {@code source} and {@code writer} ask for. Nothing imports it: it needs a library that may not be there, so it
 * is loaded by name ({@link dev.winnow.library.Library#PARQUET}), and compiled apart ({@code pom.xml}, profile {@code parquet}).
 */
@NullMarked
package dev.winnow.parquet;

import org.jspecify.annotations.NullMarked;
