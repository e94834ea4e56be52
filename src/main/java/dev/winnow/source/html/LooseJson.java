package dev.winnow.source.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as pages have it: with comments, commas too many, raw line feeds, several values in a row. Where it breaks off,
 * what was read before counts. Thread-safe.
 */
final class LooseJson {

    private static final int DEEPEST = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private LooseJson() {}

    /** The values of a script: maps, lists, and strings for all else. */
    static List<Object> read(String script) {
        List<Object> roots = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(withoutComment(script))) {
            read(parser, roots);
        } catch (IOException broken) {
            return roots; // what is whole of it
        }
        return roots;
    }

    private static void read(JsonParser parser, List<Object> roots) throws IOException {
        Deque<Object> open = new ArrayDeque<>();
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case FIELD_NAME -> name = parser.currentName();
                case START_OBJECT, START_ARRAY -> {
                    Object container = token == JsonToken.START_OBJECT ? new LinkedHashMap<>() : new ArrayList<>();
                    add(container, name, open, roots);
                    open.push(container);
                }
                case END_OBJECT, END_ARRAY -> open.pop();
                case VALUE_NULL -> {
                    // As if it were not there.
                }
                default -> add(parser.getText(), name, open, roots);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void add(Object value, String name, Deque<Object> open, List<Object> roots) {
        Object container = open.peek();
        if (container instanceof Map<?, ?> map) {
            ((Map<String, Object>) map).putIfAbsent(name, value);
        } else {
            (container instanceof List<?> list ? (List<Object>) list : roots).add(value);
        }
    }

    /** Old pages put a script into an HTML comment, or CDATA, for readers older still. */
    private static String withoutComment(String script) {
        String bare = script.strip();
        for (String opening : List.of("<!--", "<![CDATA[")) {
            bare = bare.startsWith(opening) ? bare.substring(opening.length()) : bare;
        }
        for (String closing : List.of("]]>", "-->", ";")) {
            bare = bare.endsWith(closing) ? bare.substring(0, bare.length() - closing.length()) : bare;
        }
        return bare;
    }
}
