/**
 * Reads Parquet rows as records and writes articles as Parquet rows. The Parquet library stays inside.
 *
 * <p>No package imports it, because its library may be missing: callers use {@link dev.winnow.source.RowFiles} and
 * {@link dev.winnow.output.RowPacker}.
 */
@NullMarked
package dev.winnow.parquet;

import org.jspecify.annotations.NullMarked;
