package dev.winnow.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.winnow.document.SourceDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one record, a JSON object on a line of its own, into a document. Thread-safe. */
final class JsonRecords {

    /** What makes an object a record of ours. */
    static final Set<String> FIELDS = Set.of("id", "url", "text", "html");

    /** Names are not interned: input with ever new names would fill the memory. */
    static final JsonFactory FACTORY = factory(Limits.DEFAULT_JSON_DEPTH);

    /** Where the parser stood, in its own words; the failure says where for people. */
    private static final Pattern PARSER_PLACE = Pattern.compile(" \\([^\\[]*\\[Source: [^]]*]\\)");

    private final JsonFactory factory;
    private final int maxDepth;

    JsonRecords(Limits limits) {
        maxDepth = limits.maxJsonDepth();
        factory = maxDepth == Limits.DEFAULT_JSON_DEPTH ? FACTORY : factory(maxDepth);
    }

    private static JsonFactory factory(int maxDepth) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        // A string cannot be longer than its line, whose length is limited already.
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /**
     * Reads a record.
     *
     * @param origin the file's path, for messages
     * @param defaultId for a record without an id
     */
    Loaded read(byte[] buffer, int start, int end, String origin, long line, String defaultId) {
        String place = origin + ":" + line;
        try (JsonParser parser = factory.createParser(buffer, start, end - start)) {
            try {
                return new Loaded.Document(place, record(parser, defaultId));
            } catch (StreamConstraintsException tooMuch) {
                String depth = "nested deeper than " + maxDepth + " levels";
                boolean deep = parser.getParsingContext().getNestingDepth() >= maxDepth;
                return failure(place, tooMuch, deep ? depth : tooMuch.getOriginalMessage(), buffer, start, end);
            } catch (JacksonException broken) {
                return failure(place, broken, broken.getOriginalMessage(), buffer, start, end);
            }
        } catch (IOException unreadable) {
            return new Loaded.Failure(place, "not readable as JSON: " + unreadable.getMessage());
        } catch (NoRecord noRecord) {
            return new Loaded.Failure(place + ":" + column(buffer, start, end, noRecord.column), noRecord.reason);
        }
    }

    private static Loaded failure(
            String place, JacksonException broken, @Nullable String what, byte[] buffer, int start, int end) {
        JsonLocation location = broken.getLocation();
        int column = location == null ? 1 : column(buffer, start, end, location.getColumnNr());
        String reason = what == null
                ? "unreadable"
                : PARSER_PLACE.matcher(what).replaceAll("").replaceAll("\\s+", " ");
        return new Loaded.Failure(place + ":" + column, "not a JSON record: " + reason);
    }

    private SourceDocument record(JsonParser parser, String defaultId) throws IOException, NoRecord {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new NoRecord(parser, "a record is a JSON object, for example {\"id\": \"1\", \"text\": \"…\"}");
        }
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> fields.id = scalar(parser, name);
                case "url" -> fields.url = scalar(parser, name);
                case "text" -> fields.text = string(parser, name);
                case "html" -> fields.html = string(parser, name);
                case "crawled" -> fields.crawled(value(parser));
                default -> fields.extra.put(name, value(parser));
            }
        }
        if (parser.nextToken() != null) {
            throw new NoRecord(parser, "one record a line: something follows the object");
        }
        // HTML says more than the text somebody made of it.
        String text = fields.html != null ? fields.html : fields.text;
        if (text == null) {
            throw new NoRecord(parser, "the record has no text; give it a field \"text\" or \"html\"");
        }
        if (fields.html != null && fields.text != null) {
            fields.warnings.add("the record has both html and text; text was not read");
        }
        String id = fields.id == null || fields.id.isEmpty() ? defaultId : fields.id;
        return new SourceDocument(
                id,
                fields.html != null ? SourceDocument.Form.HTML : SourceDocument.Form.TEXT,
                text,
                fields.url,
                fields.crawled,
                null,
                List.of(),
                fields.warnings,
                fields.extra);
    }

    /** What is known of the record under way. */
    private static final class Fields {
        private @Nullable String id;
        private @Nullable String text;
        private @Nullable String url;
        private @Nullable LocalDate crawled;
        private @Nullable String html;
        private final List<String> warnings = new ArrayList<>(0);
        private final Map<String, @Nullable Object> extra = new LinkedHashMap<>();

        void crawled(@Nullable Object value) {
            String date = value instanceof String s ? s : "";
            try {
                crawled = date.isEmpty() ? null : LocalDate.parse(date.substring(0, Math.min(10, date.length())));
                if (date.length() > 10 && "Tt ".indexOf(date.charAt(10)) < 0) {
                    crawled = null;
                }
            } catch (DateTimeException noDate) {
                crawled = null;
            }
            if (crawled == null && value != null) {
                extra.put("crawled", value);
                warnings.add("the crawl date " + value + " is not used: it is no ISO date such as 2017-04-13");
            }
        }
    }

    private static @Nullable String scalar(JsonParser parser, String name) throws IOException, NoRecord {
        return parser.currentToken().isNumeric() ? parser.getText() : string(parser, name);
    }

    private static @Nullable String string(JsonParser parser, String name) throws IOException, NoRecord {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new NoRecord(parser, "the field \"" + name + "\" must be a string");
        }
        return parser.getText();
    }

    /** The value as maps, lists, strings, exact numbers, booleans and null. Depth is limited by the parser. */
    private static @Nullable Object value(JsonParser parser) throws IOException, NoRecord {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException, NoRecord {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException noDecimal) {
            throw new NoRecord(
                    parser, "the number " + parser.getText() + " is beyond what can be kept; write it as a string");
        }
    }

    /** The parser counts bytes; people count characters. */
    private static int column(byte[] buffer, int start, int end, int byteColumn) {
        int column = 1;
        for (int i = start; i < Math.min(end, start + byteColumn - 1); i++) {
            column += (buffer[i] & 0xC0) != 0x80 ? 1 : 0;
        }
        return column;
    }

    /** JSON, but not what a record must be. */
    private static final class NoRecord extends Exception {
        private static final long serialVersionUID = 1;
        private final int column;
        private final String reason;

        NoRecord(JsonParser parser, String reason) {
            super(reason, null, false, false);
            this.column = parser.currentTokenLocation().getColumnNr();
            this.reason = reason;
        }
    }
}
