package dev.winnow.source;

import dev.winnow.source.container.Expansion;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits on the memory and time that one input may take. A document that exceeds a limit becomes a failure before the rest of
 * it is read. The message names the option that raises the limit.
 *
 * @param maxDocumentBytes maximum size of a text file, a line of JSON Lines, or the content of a WARC record; at least 1
 * @param maxJsonDepth maximum depth of nested arrays and objects in a record; at least 1
 * @param maxNesting maximum depth of nested archives and compressions; at least 0
 * @param maxEntries maximum number of entries of one archive; at least 1
 * @param maxRatio maximum ratio of unpacked size to input size, all layers together; checked once 256 MiB are unpacked; at
 *     least 1
 * @param maxWindowBytes maximum size of a decompressor's window (zstd) or dictionary (xz); at least 1024
 * @param maxParsing maximum time to parse a PDF file, an office document or a mail; more than zero
 */
public record Limits(
        int maxDocumentBytes,
        int maxJsonDepth,
        int maxNesting,
        long maxEntries,
        int maxRatio,
        int maxWindowBytes,
        Duration maxParsing) {

    /** 64 MiB, some twenty long novels. A larger input is not an article but a mistake, such as a corpus in one file. */
    public static final int DEFAULT_DOCUMENT_BYTES = 64 << 20;

    /** Records in practice are nested a few levels deep. */
    public static final int DEFAULT_JSON_DEPTH = 256;

    /** Enough for compressed files in a compressed archive inside another archive. */
    public static final int DEFAULT_NESTING = 5;

    /** Twice the number of files in the largest corpora of single files. */
    public static final long DEFAULT_ENTRIES = 20_000_000;

    /**
     * Text is compressed to between a third and a tenth, logs to a hundredth. Decompression bombs reach 1,030 with gzip, and
     * millions in other formats.
     */
    public static final int DEFAULT_RATIO = 250;

    /** Number of bytes to which any input may be unpacked, whatever its size. */
    public static final long FREE_UNPACKED_BYTES = Expansion.ALWAYS_ALLOWED;

    /** 128 MiB: what {@code zstd --long} and {@code xz -9} need (128 and 64 MiB). */
    public static final int DEFAULT_WINDOW_BYTES = 128 << 20;

    /** One minute; large books take seconds. */
    public static final Duration DEFAULT_PARSING = Duration.ofSeconds(60);

    public static final Limits DEFAULT = new Limits(
            DEFAULT_DOCUMENT_BYTES,
            DEFAULT_JSON_DEPTH,
            DEFAULT_NESTING,
            DEFAULT_ENTRIES,
            DEFAULT_RATIO,
            DEFAULT_WINDOW_BYTES,
            DEFAULT_PARSING);

    /** Maximum length of a Java array. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([KMG]?)(?:I?B)?");

    public Limits {
        if (maxDocumentBytes < 1 || maxDocumentBytes > MOST_BYTES || maxJsonDepth < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1 and a document's size at most " + MOST_BYTES + " bytes");
        }
        if (maxNesting < 0 || maxEntries < 1 || maxRatio < 1 || maxWindowBytes < 1024) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, the window at least 1024 bytes; nesting may be 0");
        }
        if (maxParsing.isZero() || maxParsing.isNegative()) {
            throw new IllegalArgumentException("the time limit of parsing must be longer than 0");
        }
    }

    public Limits withMaxDocumentBytes(int bytes) {
        return new Limits(bytes, maxJsonDepth, maxNesting, maxEntries, maxRatio, maxWindowBytes, maxParsing);
    }

    public Limits withMaxNesting(int layers) {
        return new Limits(maxDocumentBytes, maxJsonDepth, layers, maxEntries, maxRatio, maxWindowBytes, maxParsing);
    }

    public Limits withMaxEntries(long entries) {
        return new Limits(maxDocumentBytes, maxJsonDepth, maxNesting, entries, maxRatio, maxWindowBytes, maxParsing);
    }

    public Limits withMaxRatio(int times) {
        return new Limits(maxDocumentBytes, maxJsonDepth, maxNesting, maxEntries, times, maxWindowBytes, maxParsing);
    }

    public Limits withMaxWindowBytes(int bytes) {
        return new Limits(maxDocumentBytes, maxJsonDepth, maxNesting, maxEntries, maxRatio, bytes, maxParsing);
    }

    public Limits withMaxParsing(Duration time) {
        return new Limits(maxDocumentBytes, maxJsonDepth, maxNesting, maxEntries, maxRatio, maxWindowBytes, time);
    }

    /**
     * Parses a size such as {@code 1000}, {@code 64M}, {@code 200 MiB}, {@code 1g}. K, M and G are powers of 1024.
     *
     * @return bytes
     * @throws IllegalArgumentException if the text is not a size, or if the size is less than 1 or more than a Java array holds
     *     (almost 2 GiB)
     */
    public static int parseSize(String size) {
        Matcher matcher = SIZE.matcher(size.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + size + "' is no size; write for example 200M");
        }
        int shift = 10
                * ("KMG"
                                .indexOf(
                                        matcher.group(2).isEmpty()
                                                ? ' '
                                                : matcher.group(2).charAt(0))
                        + 1);
        long bytes = Long.parseLong(matcher.group(1)) << shift;
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("the size '" + size + "' must lie between 1 byte and 2047M");
        }
        return (int) bytes;
    }

    /**
     * Returns the message that something exceeds the maximum document size, and how to raise it.
     *
     * @param what for example {@code the record is longer}
     */
    String exceeded(String what) {
        return what + " than " + readable(maxDocumentBytes) + "; raise the limit with --max-size";
    }

    /** Formats a number of bytes, for example {@code 64 MiB}. */
    static String readable(long bytes) {
        if (bytes >= 1 << 20) {
            return bytes % (1 << 20) == 0
                    ? (bytes >> 20) + " MiB"
                    : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
        }
        return bytes + (bytes == 1 ? " byte" : " bytes");
    }
}
