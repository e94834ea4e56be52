package dev.winnow.source.container;

import org.jspecify.annotations.Nullable;

/**
 * One record of a WARC file.
 *
 * @param offset bytes before it in the stream, in gzip and zstd before the member that begins with it; -1 where none does
 * @param content its block; null when it was not wanted, or is larger than was allowed
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
public record WarcRecord(WarcHeader header, long offset, byte @Nullable [] content) {}
