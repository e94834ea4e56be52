package dev.winnow.writer;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON of plain values. */
public final class PlainJson {

    private PlainJson() {}

    /** A map, list, string, number, boolean or null as one line of JSON; anything else as its string. */
    public static String of(@Nullable Object value) {
        Utf8Buffer buffer = new Utf8Buffer();
        new JsonOut(buffer).any(value);
        return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
    }
}
