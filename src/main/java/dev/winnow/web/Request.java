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

/** What a request asks: the parameters of its address, and its body. For one thread. */
final class Request {

    /** Room for one large page that somebody drops or pastes. */
    static final int MOST_BYTES = 64 << 20;

    private final String path;
    private final Map<String, String> parameters = new HashMap<>();
    private final byte[] body;
    private @Nullable Map<String, Object> fields;

    /**
     * @param path below the token, without the first slash
     * @param query as the address has it; null without
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

    /** A parameter of the address; null where it is missing or empty. */
    @Nullable
    String parameter(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A parameter of the address that must be there. */
    String needed(String name) {
        return given(name, parameter(name));
    }

    /** A number from 0, of the address. */
    int number(String name, int otherwise) {
        String value = parameter(name);
        try {
            return value == null ? otherwise : Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw wrong(name, "a number");
        }
    }

    /** A text of the body; null where it is missing or null. */
    @Nullable
    String text(String name) {
        Object value = fields().get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name, "a text");
    }

    /** A text of the body that must be there. */
    String neededText(String name) {
        return given(name, text(name));
    }

    /** A number of the body that must be there. */
    int neededNumber(String name) {
        Object value = given(name, fields().get(name));
        if (value instanceof Integer number) {
            return number;
        }
        throw wrong(name, "a number");
    }

    /** Numbers of the body; none where they are missing. */
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

    /** The change of a rule file that a tab holds; null where there is none. */
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
            // Null for the JSON text null.
            Map<String, Object> object = JSON.std.mapFrom(body);
            if (object != null) {
                return object;
            }
        } catch (IOException e) {
            // Told below.
        }
        throw new Refusal(Answer.BAD_REQUEST, "the request is no JSON object");
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
