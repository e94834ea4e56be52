package dev.winnow.rule;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes numbers and texts in the format of {@link IndexReader}. Not thread-safe. */
final class IndexWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(int number) {
        out.writeBytes(buffer(Integer.BYTES).putInt(number).array());
    }

    void numbers(int[] numbers) {
        number(numbers.length);
        ByteBuffer bytes = buffer(Integer.BYTES * numbers.length);
        bytes.asIntBuffer().put(numbers);
        out.writeBytes(bytes.array());
    }

    void numbers(long[] numbers) {
        number(numbers.length);
        ByteBuffer bytes = buffer(Long.BYTES * numbers.length);
        bytes.asLongBuffer().put(numbers);
        out.writeBytes(bytes.array());
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
    }

    void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    /** Appends the bytes of another writer, with their length. */
    void part(IndexWriter part) {
        number(part.out.size());
        out.writeBytes(part.written());
    }

    byte[] written() {
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(IndexReader.ORDER);
    }
}
