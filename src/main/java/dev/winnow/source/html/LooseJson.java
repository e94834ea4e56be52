package dev.winnow.source.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.parser.Parser;

/**
 * Reads JSON that pages write incorrectly: with comments, extra commas, raw line feeds, unescaped quotation marks, or several
 * values in a row. If parsing fails, the values that were complete before are used. Thread-safe.
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

    /** Returns the values of a script as maps, lists and, for all other values, strings. */
    static List<Object> read(String script) {
        String json = withoutComment(script);
        Roots roots = new Roots();
        if (roots.readAll(json)) {
            return roots.values;
        }
        Roots mended = new Roots();
        return mended.readAll(withQuotesEscaped(json)) ? mended.values : roots.values;
    }

    /** Escapes quotation marks inside strings, which some pages forget. A mark ends a string only if valid JSON follows it. */
    private static String withQuotesEscaped(String json) {
        StringBuilder mended = new StringBuilder(json.length() + 16);
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\' && i + 1 < json.length()) {
                mended.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                boolean ends = inText && endsText(json, i + 1);
                if (inText && !ends) {
                    mended.append('\\');
                }
                inText = !inText || !ends;
            }
            mended.append(c);
        }
        return mended.toString();
    }

    private static boolean endsText(String json, int from) {
        int at = skipSpace(json, from);
        if (at >= json.length()) {
            return true;
        }
        char next = json.charAt(at);
        if (next == '}' || next == ']') {
            return true;
        }
        if (next != ',' && next != ':') {
            return false;
        }
        int value = skipSpace(json, at + 1);
        return value >= json.length()
                || "\"{[}]-0123456789".indexOf(json.charAt(value)) >= 0
                || json.startsWith("true", value)
                || json.startsWith("false", value)
                || json.startsWith("null", value);
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The values of one script. */
    private static final class Roots {
        private final List<Object> values = new ArrayList<>();
        private final Deque<Object> open = new ArrayDeque<>();
        private String name = "";
        /** Whether the last token is a string, which an unescaped mark may have cut. */
        private boolean cut;

        /** Returns whether everything was read. If not, the complete values are kept. */
        boolean readAll(String json) {
            try (JsonParser parser = FACTORY.createParser(json)) {
                read(parser);
                return true;
            } catch (JsonEOFException brokenOff) {
                return false;
            } catch (IOException broken) {
                dropCut();
                return false;
            }
        }

        private void dropCut() {
            Object container = open.peek();
            if (cut && container instanceof Map<?, ?> map) {
                map.remove(name);
            } else if (cut && container instanceof List<?> list && !list.isEmpty()) {
                list.remove(list.size() - 1);
            }
        }

        private void read(JsonParser parser) throws IOException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                cut = token == JsonToken.VALUE_STRING;
                switch (token) {
                    case FIELD_NAME -> name = parser.currentName();
                    case START_OBJECT, START_ARRAY -> {
                        Object container = token == JsonToken.START_OBJECT ? new LinkedHashMap<>() : new ArrayList<>();
                        add(container);
                        open.push(container);
                    }
                    case END_OBJECT, END_ARRAY -> open.pop();
                    case VALUE_NULL -> {
                        // Null counts as missing.
                    }
                    default -> add(parser.getText());
                }
            }
        }

        @SuppressWarnings("unchecked")
        private void add(Object value) {
            Object container = open.peek();
            if (container instanceof Map<?, ?> map) {
                ((Map<String, Object>) map).putIfAbsent(name, value);
            } else {
                (container instanceof List<?> list ? (List<Object>) list : values).add(value);
            }
        }
    }

    /** Removes HTML comments or CDATA around a script. Old pages hide scripts so from even older browsers. */
    private static String withoutComment(String script) {
        String bare = script.strip();
        for (String opening : List.of("<!--", "<![CDATA[")) {
            bare = bare.startsWith(opening) ? bare.substring(opening.length()) : bare;
        }
        for (String closing : List.of("]]>", "-->", ";")) {
            bare = bare.endsWith(closing) ? bare.substring(0, bare.length() - closing.length()) : bare;
        }
        boolean escaped = bare.startsWith("{&quot;") || bare.startsWith("[{&quot;") || bare.startsWith("{ &quot;");
        return escaped ? Parser.unescapeEntities(bare, false) : bare;
    }
}
