package dev.winnow.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Pages to measure on, from a file or all files below a folder: of {@code *.jsonl} the records, of a folder of fixtures every
 * {@code source.*}, else every {@code *.txt}.
 */
final class Corpus {

    /** Where JSON Lines keep a page's text, the first of these that a record has. */
    static final List<String> TEXT_FIELDS = List.of("flat_text", "text");

    private Corpus() {}

    /**
     * One page.
     *
     * @param id names it in reports
     * @param bytes UTF-8, or what the file holds
     */
    record Page(String id, byte[] bytes) {}

    /** All pages, in the order of file names. */
    static List<Page> read(Path root) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (Path file : files(root)) {
            if (isJsonLines(file)) {
                forEachRecord(file, fields -> {
                    for (String name : TEXT_FIELDS) {
                        String text = fields.getOrDefault(name, "");
                        if (!text.isEmpty()) {
                            pages.add(new Page(id(fields, pages.size()), text.getBytes(StandardCharsets.UTF_8)));
                            break;
                        }
                    }
                });
            } else {
                pages.add(new Page(root.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException(root
                    + " holds no page: expected *.txt, source.*, or *.jsonl with one of the fields " + TEXT_FIELDS);
        }
        return pages;
    }

    static String id(Map<String, String> fields, int number) {
        return fields.getOrDefault("id", "record " + number);
    }

    /** The files with pages: the sources of fixtures where there are some, since what is expected lies beside them. */
    static List<Path> files(Path root) throws IOException {
        if (Files.isRegularFile(root)) {
            return List.of(root);
        }
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException(root + " is neither a file nor a folder");
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> sources = all.stream()
                .filter(file -> file.getFileName().toString().startsWith("source."))
                .toList();
        return sources.isEmpty()
                ? all.stream()
                        .filter(file -> isJsonLines(file) || file.toString().endsWith(".txt"))
                        .toList()
                : sources;
    }

    static boolean isJsonLines(Path file) {
        return file.toString().endsWith(".jsonl");
    }

    /** Gives the string fields of each record of a JSON Lines file, one record at a time. */
    static void forEachRecord(Path file, Consumer<Map<String, String>> action) {
        // Python writes NaN.
        JsonFactory json = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = json.createParser(in)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> fields = new HashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    if (parser.nextToken() == JsonToken.VALUE_STRING) {
                        fields.put(name, parser.getText());
                    } else {
                        parser.skipChildren();
                    }
                }
                action.accept(fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
