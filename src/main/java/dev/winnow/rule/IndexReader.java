package dev.winnow.rule;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the format of {@link IndexWriter}. Arrays are read in bulk, since the program reads the index at every start. Not
 * thread-safe.
 */
final class IndexReader {

    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final ByteBuffer bytes;

    IndexReader(ByteBuffer bytes) {
        this.bytes = bytes.order(ORDER);
    }

    int number() {
        return bytes.getInt();
    }

    int[] numbers() {
        int[] numbers = new int[number()];
        bytes.asIntBuffer().get(numbers);
        bytes.position(bytes.position() + Integer.BYTES * numbers.length);
        return numbers;
    }

    long[] longs() {
        long[] numbers = new long[number()];
        bytes.asLongBuffer().get(numbers);
        bytes.position(bytes.position() + Long.BYTES * numbers.length);
        return numbers;
    }

    String text() {
        int length = number();
        String text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    String[] texts() {
        String[] texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text();
        }
        return texts;
    }

    /** Returns a reader for a part that may be read later, or never. */
    IndexReader part() {
        int length = number();
        IndexReader part = new IndexReader(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
        return part;
    }
}
