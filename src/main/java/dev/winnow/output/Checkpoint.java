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
 * The progress of a run, to resume it later. Everything that it counts is complete and on disk. Output after the checkpoint is
 * cut off when the run is resumed, and is written again.
 *
 * @param settings the settings on which the output depends, by name: options, inputs, version, digest of the rules
 * @param inputs number of documents and failures read and processed
 * @param digest digest over these inputs, to notice other inputs
 * @param articles number of articles written
 * @param bytes length of the output file, or of all parts, in bytes; 0 for one file per document
 * @param whole length of the output file after the commit, in bytes; {@link #MORE_TO_COME} while more documents follow
 * @param rejected number of rejected documents
 * @param rejectedBytes length of the file of rejected documents, in bytes
 * @param millis time of the run so far, in milliseconds
 * @param statistics state of the run's statistics; empty if the run has no statistics
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

    /** Value of {@link #whole()} while more documents follow. */
    public static final long MORE_TO_COME = -1;

    public Checkpoint {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Writes the checkpoint to a file, in place of the previous one. The file is replaced atomically and forced to disk. */
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
     * @throws IOException if the file cannot be read or is not a checkpoint; the message is for a person
     */
    public static Checkpoint read(Path file) throws IOException {
        Map<?, ?> fields;
        try {
            fields = JsonTree.object(Files.readString(file, UTF_8));
        } catch (JacksonException | CharacterCodingException broken) {
            throw new IOException(file + ": not a checkpoint of winnow; start over with --restart", broken);
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
