package dev.winnow.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import dev.winnow.render.PlainJson;
import dev.winnow.source.JsonTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a run has come. All that it counts is on the disk and whole; what came after it is cut off when the run is taken up
 * again, and made once more.
 *
 * @param settings what the output depends on, by name: options, inputs, version, digest of the rules
 * @param inputs how many documents and failures have been read and dealt with
 * @param digest over these, so that other inputs are noticed
 * @param articles how many articles were written
 * @param bytes length of the output file, or of all parts; 0 for a file a document
 * @param whole length that the output file has when it is committed; -1 while more documents come
 * @param rejected how many documents were set aside
 * @param rejectedBytes length of the file they stand in
 * @param millis how long the run has taken
 * @param statistics what was counted, as its counter saved it; empty where nobody counts
 */
public record Checkpoint(
        Map<String, String> settings,
        long inputs,
        long digest,
        long articles,
        long bytes,
        long whole,
        long rejected,
        long rejectedBytes,
        long millis,
        String statistics) {

    /** See {@link #whole()}. */
    public static final long MORE_TO_COME = -1;

    public Checkpoint {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Writes it in place of the one before, whole and to stay. */
    public void write(Path file) throws IOException {
        Path part = RunFiles.underWay(file);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Disk.move(part, file);
            Disk.force(folder);
        } catch (IOException broken) {
            throw Failures.writing(file.toString(), broken, "");
        }
    }

    private byte[] json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("settings", settings);
        fields.put("inputs", inputs);
        fields.put("digest", digest);
        fields.put("articles", articles);
        fields.put("bytes", bytes);
        fields.put("whole", whole);
        fields.put("rejected", rejected);
        fields.put("rejected_bytes", rejectedBytes);
        fields.put("millis", millis);
        fields.put("statistics", statistics);
        return PlainJson.line(fields);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException with a message for a person if it is anything else
     */
    public static Checkpoint read(Path file) throws IOException {
        Map<?, ?> fields;
        try {
            fields = JsonTree.object(Files.readString(file, UTF_8));
        } catch (JacksonException | CharacterCodingException broken) {
            throw new IOException(file + ": no checkpoint of winnow; start over with --restart", broken);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        if (fields.get("settings") instanceof Map<?, ?> told) {
            told.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
        }
        return new Checkpoint(
                settings,
                number(fields, "inputs", 0),
                number(fields, "digest", 0),
                number(fields, "articles", 0),
                number(fields, "bytes", 0),
                number(fields, "whole", MORE_TO_COME),
                number(fields, "rejected", 0),
                number(fields, "rejected_bytes", 0),
                number(fields, "millis", 0),
                fields.get("statistics") instanceof String statistics ? statistics : "");
    }

    private static long number(Map<?, ?> fields, String name, long absent) {
        return fields.get(name) instanceof Number number ? number.longValue() : absent;
    }
}
