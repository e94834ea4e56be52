package dev.winnow.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, exact numbers, booleans and null, in the order of the input. Of a duplicate name the last value
 * counts.
 */
public final class JsonTree {

    static final JsonFactory FACTORY = factory(Limits.DEFAULT_JSON_DEPTH);

    private static final JSON TREE = JSON.builder(FACTORY)
            .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
            .build();

    private JsonTree() {}

    /**
     * Returns a parser factory that limits only the depth. Names are not interned, because input with ever new names would fill
     * the memory.
     */
    static JsonFactory factory(int maxDepth) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        // A string cannot be longer than its line or file, whose length is already limited.
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** Reads the value at the current token, up to its last token. */
    static @Nullable Object value(JsonParser parser) throws IOException {
        return TREE.anyFrom(parser);
    }

    /**
     * Returns the object at the beginning of a text; an empty map if the text begins with another value.
     *
     * @throws com.fasterxml.jackson.core.JacksonException if the text is not JSON
     */
    public static Map<?, ?> object(String json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return object(parser);
        }
    }

    /** The same for UTF-8 bytes. */
    public static Map<?, ?> object(byte[] buffer, int start, int end) throws IOException {
        try (JsonParser parser = FACTORY.createParser(buffer, start, end - start)) {
            return object(parser);
        }
    }

    private static Map<?, ?> object(JsonParser parser) throws IOException {
        return value(parser) instanceof Map<?, ?> map ? map : Map.of();
    }
}
