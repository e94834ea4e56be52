package dev.winnow.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;

/** Reads the values that {@link StateWriter} wrote, in the same order. */
final class StateReader {

    /** Reads one value. */
    interface Part<T> {
        T read(StateReader in) throws IOException;
    }

    /** Reads one of several values. */
    interface Each {
        void read(StateReader in) throws IOException;
    }

    private final DataInputStream in;

    StateReader(DataInputStream in) {
        this.in = in;
    }

    long number() throws IOException {
        return in.readLong();
    }

    double real() throws IOException {
        return in.readDouble();
    }

    String text() throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the saved statistics are incomplete");
        }
        return new String(bytes, UTF_8);
    }

    void each(Each part) throws IOException {
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            part.read(this);
        }
    }

    <T> void into(Map<String, T> values, Part<T> part) throws IOException {
        each(from -> {
            String key = from.text();
            values.put(key, part.read(from));
        });
    }
}
