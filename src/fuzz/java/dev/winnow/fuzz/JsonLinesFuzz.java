package dev.winnow.fuzz;

import dev.winnow.source.Input;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes as lines of JSON between two sound records, which come through whatever stands between them. */
public final class JsonLinesFuzz {

    private static final String FIRST = "The first ferry.";
    private static final String LAST = "The last ferry.";

    private JsonLinesFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(record("first", FIRST));
        lines.writeBytes(bytes);
        lines.write('\n');
        lines.writeBytes(record("last", LAST));
        List<Input> read = Reading.of(lines.toByteArray());
        Promise.holds(isText(read.get(0), FIRST), "a record is read whatever follows");
        Promise.holds(isText(read.get(read.size() - 1), LAST), "a record is read whatever stood before it");
        long feeds = 0;
        for (byte b : bytes) {
            // NULs part a line and are told themselves.
            feeds += b == '\n' ? 1 : b == 0 ? 2 : 0;
        }
        Promise.holds(read.size() <= feeds + 3, "a line gives one document or one failure");
    }

    private static byte[] record(String id, String text) {
        return ("{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isText(Input input, String text) {
        return input instanceof Input.Document document
                && document.document().text().equals(text);
    }
}
