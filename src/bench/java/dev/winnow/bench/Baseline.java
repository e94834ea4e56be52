package dev.winnow.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that turns a page into a line of JSON: decode UTF-8, split into trimmed lines that are not blank, join them as
 * paragraphs, encode. What Winnow costs is told as a multiple of this.
 */
final class Baseline implements Work {

    private final JsonFactory json = new JsonFactory();

    @Override
    public void run(Corpus.Page page, ByteArrayOutputStream out) throws IOException {
        String text = new String(page.bytes(), StandardCharsets.UTF_8);
        String joined = String.join("\n\n", lines(text));
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            generator.writeStringField("id", page.id());
            generator.writeStringField("text", joined);
            generator.writeEndObject();
            generator.writeRaw('\n');
        }
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            int from = at;
            int to = end;
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                lines.add(text.substring(from, to));
            }
            at = end + 1;
        }
        return lines;
    }
}
