package dev.winnow.evaluate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.winnow.source.ByteLines;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the objects of JSON Lines, one in memory at a time. Blank lines are skipped. Not thread-safe. */
final class Records implements Closeable {

    private static final int LONGEST = Integer.MAX_VALUE - 64;

    /** Allows NaN, which Python writes for a missing number. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final JSON TREE = JSON.builder(FACTORY)
            .disable(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
            .build();

    private final ByteLines lines;
    private final String origin;

    /**
     * @param in closed by {@link #close()}
     * @param origin the file's name, for messages
     */
    Records(InputStream in, String origin) {
        this.lines = new ByteLines(in, LONGEST);
        this.origin = origin;
    }

    /**
     * Returns the next object.
     *
     * @return null after the last
     * @throws EvaluateException if the line is no JSON object
     */
    @Nullable
    Fields next() throws IOException, EvaluateException {
        while (lines.next()) {
            if (!isBlank()) {
                return new Fields(object(), origin + ":" + lines.number());
            }
        }
        return null;
    }

    private boolean isBlank() {
        for (int i = lines.start(); i < lines.end(); i++) {
            if (lines.buffer()[i] > ' ' || lines.buffer()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private Map<?, ?> object() throws IOException, EvaluateException {
        String place = origin + ":" + lines.number() + ": ";
        try (JsonParser parser = FACTORY.createParser(lines.buffer(), lines.start(), lines.end() - lines.start())) {
            if (TREE.anyFrom(parser) instanceof Map<?, ?> map) {
                if (parser.nextToken() != null) {
                    throw new EvaluateException(place + "something follows the object; write one object per line");
                }
                return map;
            }
        } catch (JacksonException e) {
            throw new EvaluateException(place + "is no JSON: " + e.getOriginalMessage());
        }
        throw new EvaluateException(place + "a JSON object is needed, for example {\"id\": \"page-1\", …}");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
