package dev.winnow.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Writes the state of statistics, so that an interrupted run can continue to count. {@link StateReader} reads it. */
final class StateWriter {

    /** Writes one value. */
    interface Part<T> {
        void write(T value, StateWriter out) throws IOException;
    }

    private final DataOutputStream out;

    StateWriter(DataOutputStream out) {
        this.out = out;
    }

    StateWriter number(long number) throws IOException {
        out.writeLong(number);
        return this;
    }

    StateWriter real(double number) throws IOException {
        out.writeDouble(number);
        return this;
    }

    StateWriter text(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    <T> StateWriter list(Iterable<T> values, int size, Part<T> part) throws IOException {
        out.writeInt(size);
        for (T value : values) {
            part.write(value, this);
        }
        return this;
    }

    <T> StateWriter map(Map<String, T> values, Part<T> part) throws IOException {
        return list(
                values.entrySet(), values.size(), (entry, to) -> part.write(entry.getValue(), to.text(entry.getKey())));
    }
}
