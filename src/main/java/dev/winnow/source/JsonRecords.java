package dev.winnow.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.winnow.document.Crawl;
import dev.winnow.document.SourceDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one record, a JSON object, into a document. Thread-safe. */
final class JsonRecords {

    /** Fields of which at least one shows that an object is a Winnow record. */
    static final Set<String> FIELDS = Set.of("id", "url", "text", "html");

    /** Fields of which a record needs at least one, because there is nothing to clean without. */
    static final Set<String> CONTENT = Set.of("text", "html");

    static final String NO_TEXT = "the record has no text; give it a field \"text\" or \"html\"";

    /** Fields that Winnow writes beside the text. They are not copied from earlier output. */
    private static final Set<String> OWN_FIELDS =
            Set.of("source", "created", "added", "metadata", "winnow", "labels", "ledger");

    /** Metadata fields of earlier output that are read back into their own places. */
    private static final Set<String> OWN_METADATA = Set.of("url", "crawled", "warc");

    /** The parser's own description of the position. It is removed, because the failure gives a readable position. */
    private static final Pattern PARSER_PLACE = Pattern.compile(" \\([^\\[]*\\[Source: [^]]*]\\)");

    private final JsonFactory factory;
    private final int maxDepth;

    private final Map<String, String> names;

    JsonRecords(Limits limits) {
        this(limits, Map.of());
    }

    /**
     * @param names maps field names to the names under which they are read. A field that already has one of the target names is
     *     then only copied to the output
     */
    JsonRecords(Limits limits, Map<String, String> names) {
        this.names = names;
        maxDepth = limits.maxJsonDepth();
        factory = maxDepth == Limits.DEFAULT_JSON_DEPTH ? JsonTree.FACTORY : JsonTree.factory(maxDepth);
    }

    /**
     * Position of the beginning of a record, for messages.
     *
     * @param origin the file's path
     * @param line from 1
     * @param column in characters, from 1
     */
    record Place(String origin, long line, int column) {

        @Override
        public String toString() {
            return origin + ":" + line;
        }

        /** Returns the position of a byte in the record, as {@code origin:line:column}. */
        String of(byte[] buffer, int start, int end, JsonLocation location) {
            int byteLine = location.getLineNr();
            int at = start;
            for (int feeds = 1; at < end && feeds < byteLine; at++) {
                feeds += buffer[at] == '\n' ? 1 : 0;
            }
            int before = byteLine <= 1 ? column : 1;
            int to = Math.min(end, at + location.getColumnNr() - 1);
            return origin + ":" + (line + byteLine - 1) + ":" + (before + characters(buffer, at, Math.max(at, to)));
        }
    }

    /**
     * Reads a record.
     *
     * @param defaultId id for a record without one
     */
    Input read(byte[] buffer, int start, int end, Place place, String defaultId) {
        try (JsonParser parser = factory.createParser(buffer, start, end - start)) {
            try {
                return new Input.Document(place.toString(), record(parser, defaultId));
            } catch (StreamConstraintsException tooMuch) {
                String depth = "nested deeper than " + maxDepth + " levels";
                boolean deep = parser.getParsingContext().getNestingDepth() >= maxDepth;
                return failure(place, tooMuch, deep ? depth : tooMuch.getOriginalMessage(), buffer, start, end);
            } catch (JacksonException broken) {
                return failure(place, broken, broken.getOriginalMessage(), buffer, start, end);
            }
        } catch (IOException unreadable) {
            return new Input.Failure(place.toString(), "not readable as JSON: " + unreadable.getMessage());
        } catch (NoRecord noRecord) {
            return new Input.Failure(place.of(buffer, start, end, noRecord.location), noRecord.reason);
        }
    }

    /**
     * Returns the fields of an object that are lists of records, such as {@code articles}; none if the object itself has a
     * field of a record. Of an object that is cut off, the fields up to the cut are checked.
     */
    Set<String> lists(byte[] buffer, int start, int end) {
        Set<String> lists = new HashSet<>();
        String field = "";
        int depth = 0;
        try (JsonParser parser = factory.createParser(buffer, start, end - start)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME && depth == 1) {
                    field = parser.currentName();
                    if (FIELDS.contains(field)) {
                        return Set.of();
                    }
                } else if (token == JsonToken.FIELD_NAME
                        && depth == 3
                        && parser.getParsingContext().getParent().inArray()
                        && CONTENT.contains(parser.currentName())) {
                    lists.add(field);
                }
            }
        } catch (IOException broken) {
            return depth > 1 && lists.contains(field) ? lists : Set.of();
        }
        return lists;
    }

    private static Input failure(
            Place place, JacksonException broken, @Nullable String what, byte[] buffer, int start, int end) {
        JsonLocation location = broken.getLocation();
        String reason = what == null
                ? "unreadable"
                : PARSER_PLACE.matcher(what).replaceAll("").replaceAll("\\s+", " ");
        return new Input.Failure(
                location == null ? place + ":" + place.column() : place.of(buffer, start, end, location),
                "not a JSON record: " + reason);
    }

    private SourceDocument record(JsonParser parser, String defaultId) throws IOException, NoRecord {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new NoRecord(parser, "a record is a JSON object, for example {\"id\": \"1\", \"text\": \"…\"}");
        }
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (field(name)) {
                case "id" -> fields.id = scalar(parser, name);
                case "url" -> fields.url = scalar(parser, name);
                case "text" -> fields.text = string(parser, name);
                case "html" -> fields.html = string(parser, name);
                case "crawled" -> fields.crawled(value(parser));
                default -> fields.extra.put(name, value(parser));
            }
        }
        if (parser.nextToken() != null) {
            throw new NoRecord(parser, "only one record per line is allowed; something follows the object");
        }
        fields.unwrap();
        // HTML holds more information than a text that was made from it.
        String text = fields.html != null ? fields.html : fields.text;
        if (text == null) {
            throw new NoRecord(parser, NO_TEXT);
        }
        if (fields.html != null && fields.text != null) {
            fields.warnings.add("the record has both html and text; text was not read");
        }
        String id = fields.id == null || fields.id.isEmpty() ? defaultId : fields.id;
        return SourceDocument.builder(
                        id, fields.html != null ? SourceDocument.Form.HTML : SourceDocument.Form.TEXT, text)
                .url(fields.url)
                .crawl(fields.crawl())
                .warnings(fields.warnings)
                .extra(fields.extra)
                .build();
    }

    private String field(String name) {
        return names.isEmpty() ? name : names.getOrDefault(name, names.containsValue(name) ? "" : name);
    }

    /** The fields of the current record that were read so far. */
    private static final class Fields {
        private @Nullable String id;
        private @Nullable String text;
        private @Nullable String url;
        private @Nullable String crawled;
        private Crawl.@Nullable Warc warc;
        private @Nullable String html;
        private final List<String> warnings = new ArrayList<>(0);
        private final Map<String, @Nullable Object> extra = new LinkedHashMap<>();

        void crawled(@Nullable Object value) {
            crawled = time(value);
            if (crawled == null && value != null) {
                extra.put("crawled", value);
                warnings.add("the crawl date " + value + " is not used: it is no ISO date such as 2017-04-13");
            }
        }

        private static @Nullable String time(@Nullable Object value) {
            return value instanceof String time && new Crawl(time, null).day() != null ? time : null;
        }

        @Nullable
        Crawl crawl() {
            return crawled == null && warc == null ? null : new Crawl(crawled, warc);
        }

        /**
         * Reads the crawl data of an envelope: Dolma's {@code added} and, if Winnow wrote the record, its metadata. The rest of
         * Winnow's metadata stays together under {@code metadata}, so that cleaning again adds nothing.
         */
        void unwrap() {
            if (crawled == null && extra.get("source") instanceof String && time(extra.get("added")) != null) {
                crawled = time(extra.remove("added"));
            }
            if (!(extra.get("metadata") instanceof Map<?, ?> told)
                    || !(extra.get("winnow") instanceof Map<?, ?> by && by.get("rules") instanceof String)) {
                return;
            }
            crawled = crawled == null ? time(told.get("crawled")) : crawled;
            url = url == null && told.get("url") instanceof String given ? given : url;
            if (told.get("warc") instanceof Map<?, ?> record && record.get("file") instanceof String file) {
                Long offset = record.get("offset") instanceof Number number ? Long.valueOf(number.longValue()) : null;
                warc = new Crawl.Warc(file, offset, record.get("record_id") instanceof String named ? named : null);
            }
            Map<String, @Nullable Object> earlier = new LinkedHashMap<>();
            told.forEach((name, value) -> earlier.put(String.valueOf(name), value));
            earlier.keySet().removeAll(OWN_METADATA);
            extra.keySet().removeAll(OWN_FIELDS);
            // In a Parquet column it is JSON in a string.
            Object extras = told.get("extra") instanceof String json ? tree(json) : told.get("extra");
            if (extras instanceof Map<?, ?> passed) {
                earlier.remove("extra");
                passed.forEach((name, value) -> extra.put(String.valueOf(name), value));
            }
            extra.putIfAbsent("metadata", earlier);
        }
    }

    /** Returns the object in a string; the string itself if it holds none. */
    private static Object tree(String json) {
        try {
            return JsonTree.object(json);
        } catch (IOException | NumberFormatException none) {
            return json;
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

    private static @Nullable Object value(JsonParser parser) throws IOException, NoRecord {
        try {
            return JsonTree.value(parser);
        } catch (NumberFormatException noDecimal) {
            throw new NoRecord(parser, "the number " + parser.getText() + " is out of range; write it as a string");
        }
    }

    /** Returns the number of characters in UTF-8 bytes. The parser counts bytes, messages count characters. */
    static int characters(byte[] buffer, int start, int end) {
        int characters = 0;
        for (int i = start; i < end; i++) {
            characters += (buffer[i] & 0xC0) != 0x80 ? 1 : 0;
        }
        return characters;
    }

    /** The input is JSON, but not a valid record. */
    private static final class NoRecord extends Exception {
        private static final long serialVersionUID = 1;
        private final transient JsonLocation location;
        private final String reason;

        NoRecord(JsonParser parser, String reason) {
            super(reason, null, false, false);
            this.location = parser.currentTokenLocation();
            this.reason = reason;
        }
    }
}
