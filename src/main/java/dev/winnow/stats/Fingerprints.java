package dev.winnow.stats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.winnow.text.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Numbers that stand for texts: the same on every machine, and nobody finds a second text for one by accident. The low byte of a
 * line's number holds facts of it. For one thread.
 */
final class Fingerprints {

    /** It is the text of a link. */
    static final int LINK = 1;

    /** It is sentence-like. */
    static final int SENTENCE = 2;

    private static final int FACT_BITS = 8;

    /** Of two lines of a site with 100,000 the odds are one in ten million that another one has the number of a given line. */
    private static final int BITS = 40;

    /** Bytes of a number with its facts. */
    static final int BYTES = (BITS + FACT_BITS) / Byte.SIZE;

    private final MessageDigest digest = Sha256.digest();

    /** Of a line, without facts. */
    long line(String folded) {
        return number('l', folded) >>> Long.SIZE - BITS << FACT_BITS;
    }

    /** Of a template. */
    long template(String key) {
        return number('t', key) >>> Long.SIZE - BITS << FACT_BITS;
    }

    /** Of what tells a page from others; never negative. */
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
