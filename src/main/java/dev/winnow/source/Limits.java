package dev.winnow.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of one input Winnow takes into memory. A limit that is hit makes a failure of that one document, before the rest of
 * it is read, and the message names the way out.
 *
 * @param maxDocumentBytes the largest text file, and the longest line of JSON Lines; at least 1
 * @param maxJsonDepth how deep arrays and objects of a record may be nested; at least 1
 */
public record Limits(int maxDocumentBytes, int maxJsonDepth) {

    /** 64 MiB, some twenty long novels: what is longer is no article but a mistake, such as a corpus in one file. */
    public static final int DEFAULT_DOCUMENT_BYTES = 64 << 20;

    /** Real records are nested a handful of levels deep. */
    public static final int DEFAULT_JSON_DEPTH = 256;

    public static final Limits DEFAULT = new Limits(DEFAULT_DOCUMENT_BYTES, DEFAULT_JSON_DEPTH);

    /** A Java array ends here. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([KMG]?)(?:I?B)?");

    public Limits {
        if (maxDocumentBytes < 1 || maxDocumentBytes > MOST_BYTES || maxJsonDepth < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1 and a document's size at most " + MOST_BYTES + " bytes");
        }
    }

    public Limits withMaxDocumentBytes(int bytes) {
        return new Limits(bytes, maxJsonDepth);
    }

    /**
     * Reads a size as people write it: {@code 1000}, {@code 64M}, {@code 200 MiB}, {@code 1g}. K, M and G are powers of 1024.
     *
     * @return bytes
     * @throws IllegalArgumentException if it is no size or less than 1 or more than a Java array holds (almost 2 GiB)
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

    /** A number of bytes as people read it, for example {@code 64 MiB}. */
    static String readable(long bytes) {
        if (bytes >= 1 << 20) {
            return bytes % (1 << 20) == 0
                    ? (bytes >> 20) + " MiB"
                    : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
        }
        return bytes + (bytes == 1 ? " byte" : " bytes");
    }
}
