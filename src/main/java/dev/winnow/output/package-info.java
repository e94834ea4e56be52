/**
 * Writes articles to a stream, a file, a folder or Parquet parts. Files appear only when they are complete. Only one run at a
 * time writes an output. A checkpoint tells where a later run continues.
 *
 * <p>Jackson's parser stays inside.
 */
@NullMarked
package dev.winnow.output;

import org.jspecify.annotations.NullMarked;
