package dev.winnow.source.container;

import org.jspecify.annotations.Nullable;

/**
 * One record of a WARC file.
 *
 * @param offset number of bytes before it in the stream; in gzip and zstd the number before the member that begins with it; -1
 *     if none does
 * @param content its block; null if it was not wanted, or is larger than allowed
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are only passed on, never compared.
public record WarcRecord(WarcHeader header, long offset, byte @Nullable [] content) {}
