package dev.winnow.render;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON. */
public final class PlainJson {

    private PlainJson() {}

    /** Returns a map, list, string, number, boolean or null as one line of JSON; any other value as its string. */
    public static String of(@Nullable Object value) {
        return new String(bytes(value).toByteArray(), StandardCharsets.UTF_8);
    }

    /** Returns the same as UTF-8, with a line feed at the end. */
    public static byte[] line(@Nullable Object value) {
        return bytes(value).ascii("\n").toByteArray();
    }

    private static Utf8Buffer bytes(@Nullable Object value) {
        Utf8Buffer buffer = new Utf8Buffer();
        new JsonOut(buffer).any(value);
        return buffer;
    }
}
