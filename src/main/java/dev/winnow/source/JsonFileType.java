package dev.winnow.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes JSON from text that begins with a bracket, and JSON Lines from other JSON. Input that is well-formed JSON as
 * far as it is visible is JSON. If something is broken, the file name or the following lines decide.
 */
final class JsonFileType {

    /** Maximum number of lines examined after a broken first line. */
    private static final int LINES = 50;

    private final byte[] head;
    private final boolean whole;

    private JsonFileType(byte[] head, boolean whole) {
        this.head = head;
        this.whole = whole;
    }

    /**
     * Returns the file type; null if the input is not JSON.
     *
     * @param name file name in lower case
     */
    static @Nullable FileType of(byte[] head, boolean whole, String name) {
        boolean namedLines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        boolean named = namedLines || name.endsWith(".json");
        Charset unicode = Unicode.of(head);
        if (unicode == null || unicode.equals(StandardCharsets.UTF_8)) {
            return new JsonFileType(head, whole).kind(namedLines, named);
        }
        // JSON is UTF-8 by definition. Other input is refused as a whole, instead of one failure per line.
        byte[] bytes = new String(head, unicode).getBytes(StandardCharsets.UTF_8);
        FileType kind = new JsonFileType(bytes, whole).kind(namedLines, named);
        return kind == null ? null : FileType.refused(kind.what() + " in " + unicode.name() + " instead of UTF-8");
    }

    private @Nullable FileType kind(boolean namedLines, boolean named) {
        int first = JsonSpace.skip(head, 0, head.length);
        if (first == head.length) {
            return namedLines ? FileType.JSON_LINES : named ? FileType.JSON : null;
        }
        FileType kind = switch (head[first]) {
            case '{' -> object(first, namedLines, named);
            case '[' -> isArray(first, named) ? FileType.JSON : null;
            default -> null;
        };
        if (kind != null) {
            return kind;
        }
        if (namedLines || linesFollow(first, named)) {
            return FileType.JSON_LINES;
        }
        return named ? FileType.JSON : null;
    }

    private @Nullable FileType object(int first, boolean namedLines, boolean named) {
        int end = lineEnd(first);
        boolean cut = end == head.length && !whole;
        Look line = look(first, end);
        if (line.broken) {
            return null;
        }
        if (cut) {
            return !line.fields && !named
                    ? null
                    : namedLines || line.text && !named ? FileType.JSON_LINES : FileType.JSON;
        }
        if (line.open) {
            // The object goes on in further lines.
            Look object = look(first, head.length);
            boolean seen = !object.broken && (object.members > 0 || object.around);
            boolean goesOn = !object.open || !namedLines || !whole && !recordsFollow(end);
            return seen && goesOn ? FileType.JSON : null;
        }
        int next = JsonSpace.skip(head, end, head.length);
        boolean alone = next == head.length && whole;
        if (line.listed) {
            return line.isRecord() || named ? FileType.JSON : null;
        }
        if (line.followed) {
            return line.isRecord() || named ? namedLines ? FileType.JSON_LINES : FileType.JSON : null;
        }
        if (line.isRecord()) {
            return alone && named && !namedLines ? FileType.JSON : FileType.JSON_LINES;
        }
        if (line.members == 0 && !named) {
            return null;
        }
        if (alone || line.around) {
            return namedLines && !line.around ? FileType.JSON_LINES : FileType.JSON;
        }
        Look second = next < head.length && head[next] == '{' ? look(next, lineEnd(next)) : null;
        return named || second != null && !second.broken && second.members > 0 ? FileType.JSON_LINES : null;
    }

    /** Whether it is an array, and not a bracketed reference to a footnote. */
    private boolean isArray(int first, boolean named) {
        if (named) {
            return true;
        }
        try (JsonParser parser = JsonTree.FACTORY.createParser(head, first, head.length - first)) {
            return isArray(parser, first);
        } catch (IOException broken) {
            return false;
        }
    }

    private boolean isArray(JsonParser parser, int first) throws IOException {
        int values = 0;
        boolean some = false;
        int depth = 0;
        try {
            do {
                JsonToken token = parser.nextToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                values += token.isScalarValue() ? 1 : 0;
                some |= token == JsonToken.VALUE_STRING;
                if (depth == 2 && token == JsonToken.FIELD_NAME && parser.nextToken() != null) {
                    return true;
                }
            } while (depth > 0);
            int end = first + (int) parser.currentLocation().getByteOffset();
            return (some || values > 1) && whole && JsonSpace.skip(head, end, head.length) == head.length;
        } catch (JacksonException cut) {
            return !whole && some && parser.currentLocation().getByteOffset() >= head.length - first;
        }
    }

    /**
     * Whether the lines after the first are records. With the name of a JSON file one record is enough. Else most lines must be
     * records. If the first line does not begin an object, all must be, and at least two.
     */
    private boolean linesFollow(int first, boolean named) {
        int records = 0;
        int others = 0;
        int at = lineEnd(first);
        for (int i = 0; i < LINES && at < head.length; i++) {
            int start = JsonSpace.skip(head, at, head.length);
            int end = lineEnd(start);
            if (start == head.length || end == head.length && !whole) {
                break;
            }
            if (isRecord(start, end)) {
                records++;
            } else if (head[first] != '{' && !named) {
                return false;
            } else {
                others++;
            }
            at = end;
        }
        return named ? records > 0 : head[first] == '{' ? records > others : records > 1;
    }

    private boolean recordsFollow(int end) {
        int start = JsonSpace.skip(head, end, head.length);
        return start < head.length && isRecord(start, lineEnd(start));
    }

    private boolean isRecord(int start, int end) {
        Look line = head[start] == '{' ? look(start, end) : null;
        return line != null && !line.broken && !line.open && line.isRecord();
    }

    private boolean objectFollows(int from, int end) {
        int next = JsonSpace.skip(head, from, end);
        return next == end || head[next] == '{';
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Facts about an object, as far as it is visible. */
    private static final class Look {
        /** Whether it is not JSON. */
        private boolean broken;
        /** Whether its end is not visible. */
        private boolean open;
        /** Whether another object follows it. */
        private boolean followed;
        /** Whether a comma follows it, as between the entries of an array. */
        private boolean listed;
        /** Number of fields with values. */
        private int members;

        private boolean fields;

        private boolean text;
        private boolean named;
        private boolean around;

        /** Whether the object has a field that Winnow reads. */
        boolean isRecord() {
            return text || named;
        }
    }

    private Look look(int start, int end) {
        Look look = new Look();
        try (JsonParser parser = JsonTree.FACTORY.createParser(head, start, end - start)) {
            try {
                look(parser, start, end, look);
            } catch (StreamConstraintsException tooDeep) {
                look.open = true;
            } catch (JacksonException wrong) {
                look.open = parser.currentLocation().getByteOffset() >= end - start;
                look.broken = !look.open;
            }
        } catch (IOException wrong) {
            look.broken = true;
        }
        look.around &= !look.isRecord();
        return look;
    }

    private void look(JsonParser parser, int start, int end, Look look) throws IOException {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            boolean ends = token.isStructEnd();
            depth += token.isStructStart() ? 1 : ends ? -1 : 0;
            if (depth == 1 && (token.isScalarValue() || ends)) {
                look.members++;
            } else if (depth == 1 && token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                look.fields = true;
                look.text |= JsonRecords.CONTENT.contains(name);
                look.named |= JsonRecords.FIELDS.contains(name);
            } else if (depth == 3 && token == JsonToken.FIELD_NAME) {
                look.around |= JsonRecords.CONTENT.contains(parser.currentName());
            }
            if (depth == 0) {
                int next = JsonSpace.skip(
                        head, start + (int) parser.currentLocation().getByteOffset(), end);
                look.followed = next < end && head[next] == '{';
                look.listed = next < end && head[next] == ',' && objectFollows(next + 1, end);
                look.broken = next < end && !look.followed && !look.listed;
                return;
            }
        }
    }
}
