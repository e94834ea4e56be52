/**
 * Articles go to a stream, a file, a folder or Parquet's parts. Files appear whole, one run at a time writes them, and a checkpoint tells
 * where a later run goes on.
 *
 * <p>May import {@code document}, {@code source} and {@code render}. Jackson's parser stays inside.
 */
@NullMarked
package dev.winnow.output;

import org.jspecify.annotations.NullMarked;
