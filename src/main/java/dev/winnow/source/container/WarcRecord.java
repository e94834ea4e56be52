package dev.winnow.source.container;

import org.jspecify.annotations.Nullable;

/**
 * One record of a WARC file.
 *
 * @param content its block; null when it was not wanted, or is larger than was allowed
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
public record WarcRecord(WarcHeader header, byte @Nullable [] content) {}
