package dev.winnow.stats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.text.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Hashes of lines, templates and pages. They are the same on every machine, and two texts practically never share one. The low
 * byte of a line's number holds facts about the line. For one thread.
 */
final class Fingerprints {

    /** The line is the text of a link. */
    static final int LINK = 1;

    /** The line is sentence-like. */
    static final int SENTENCE = 2;

    private static final int FACT_BITS = 8;

    /**
     * Number of hash bits. On a site with 100,000 lines, the probability that another line has the number of a given line is one
     * in ten million.
     */
    private static final int BITS = 40;

    /** Number of bytes of a hash with its facts. */
    static final int BYTES = (BITS + FACT_BITS) / Byte.SIZE;

    private final MessageDigest digest = Sha256.digest();

    /** Returns the number of a line, without facts. */
    long line(String folded) {
        return number('l', folded) >>> Long.SIZE - BITS << FACT_BITS;
    }

    /** Returns the number of a template. */
    long template(String key) {
        return number('t', key) >>> Long.SIZE - BITS << FACT_BITS;
    }

    /** Returns the number of a page, from a text that identifies it; never negative. */
    long page(String identity) {
        return number('p', identity) >>> 1;
    }

    private long number(char kind, String text) {
        return ByteBuffer.wrap(digest.digest((kind + text).getBytes(UTF_8))).getLong();
    }

    static long withFacts(long number, int facts) {
        return number | facts;
    }

    static long withoutFacts(long number) {
        return number >>> FACT_BITS << FACT_BITS;
    }

    static boolean is(long number, int fact) {
        return (number & fact) != 0;
    }
}
