package dev.winnow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request: the parameters of its URL, and its body. For one thread. */
final class Request {

    /** Maximum size of a body, in bytes; enough for one large page. */
    static final int MOST_BYTES = 64 << 20;

    private final String path;
    private final Map<String, String> parameters = new HashMap<>();
    private final byte[] body;
    private @Nullable Map<String, Object> fields;

    /**
     * @param path path after the token, without the first slash
     * @param query query of the URL, not decoded; null if there is none
     */
    Request(String path, @Nullable String query, byte[] body) {
        this.path = path;
        this.body = body;
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    /** Returns a URL parameter; null if it is missing or empty. */
    @Nullable
    String parameter(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Returns a required URL parameter. */
    String needed(String name) {
        return given(name, parameter(name));
    }

    /** Returns a URL parameter as a number from 0. */
    int number(String name, int otherwise) {
        String value = parameter(name);
        try {
            return value == null ? otherwise : Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw wrong(name, "a number");
        }
    }

    /** Returns a text of the body; null if it is missing or null. */
    @Nullable
    String text(String name) {
        Object value = fields().get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name, "a text");
    }

    /** Returns a required text of the body. */
    String neededText(String name) {
        return given(name, text(name));
    }

    /** Returns a required number of the body. */
    int neededNumber(String name) {
        Object value = given(name, fields().get(name));
        if (value instanceof Integer number) {
            return number;
        }
        throw wrong(name, "a number");
    }

    /** Returns a list of numbers of the body; empty if it is missing. */
    List<Integer> numbers(String name) {
        Object value = fields().get(name);
        List<Integer> numbers = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Integer number)) {
                    throw wrong(name, "a list of numbers");
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Returns the draft of a tab; null if there is none. */
    @Nullable
    Draft draft() {
        Object value = fields().get("draft");
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map
                && map.get("file") instanceof String file
                && map.get("yaml") instanceof String yaml) {
            return new Draft(file, yaml);
        }
        throw wrong("draft", "a file and its yaml");
    }

    Draft neededDraft() {
        return given("draft", draft());
    }

    private Map<String, Object> fields() {
        if (fields == null) {
            fields = object(body);
        }
        return fields;
    }

    private static Map<String, Object> object(byte[] body) {
        try {
            // The result is null for the JSON text null.
            Map<String, Object> object = JSON.std.mapFrom(body);
            if (object != null) {
                return object;
            }
        } catch (IOException e) {
            // The refusal is thrown below.
        }
        throw new Refusal(Answer.BAD_REQUEST, "the request is not a JSON object");
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new Refusal(Answer.BAD_REQUEST, "the request lacks '" + name + "'");
        }
        return value;
    }

    private static Refusal wrong(String name, String wanted) {
        return new Refusal(Answer.BAD_REQUEST, "'" + name + "' of the request must be " + wanted);
    }
}
