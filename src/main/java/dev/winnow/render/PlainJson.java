package dev.winnow.render;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON of plain values. */
public final class PlainJson {

    private PlainJson() {}

    /** A map, list, string, number, boolean or null as one line of JSON; anything else as its string. */
    public static String of(@Nullable Object value) {
        return new String(bytes(value).toByteArray(), StandardCharsets.UTF_8);
    }

    /** The same as UTF-8, with a line feed. */
    public static byte[] line(@Nullable Object value) {
        return bytes(value).ascii("\n").toByteArray();
    }

    private static Utf8Buffer bytes(@Nullable Object value) {
        Utf8Buffer buffer = new Utf8Buffer();
        new JsonOut(buffer).any(value);
        return buffer;
    }
}
