package dev.winnow.rule.load;

import dev.winnow.rule.RuleSet;
import dev.winnow.rule.load.StoredFiles.Stamp;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The built-in rule files as read and checked when the program was built. At start the program uses them instead of reading and
 * checking YAML again, as long as the files have not changed.
 *
 * <p>Holds the same nodes as the YAML, and the same readers turn both into rules. Also holds the rule index, so that a rule is
 * read and compiled only when the first page needs it.
 *
 * @param digest digest of the built-in rules, see {@link LoadedRules#digest()}
 * @param stamps the stamp of every file that is part of the digest, word lists included, by path relative to the rule folder
 * @param files the rule files, sorted by name
 * @param index the compiled rule index, see {@link RuleSet#index()}
 */
record CheckedRules(String digest, Map<String, Stamp> stamps, List<Content> files, ByteBuffer index) {

    private static final String RESOURCE = "checked-rules.bin";

    /** Version of the binary format. Increase it whenever the format changes. */
    private static final int FORMAT = 2;

    CheckedRules {
        stamps = Map.copyOf(stamps);
        files = List.copyOf(files);
    }

    /**
     * One rule file.
     *
     * @param name path relative to the rule folder, with {@code /}
     * @param digest SHA-256 of its bytes, in hexadecimal
     */
    record Content(String name, String digest, YamlNode node) {}

    /** Returns the checked rules in the program's jar or class folder; null if there are none. */
    static @Nullable CheckedRules builtIn() {
        try (InputStream in = CheckedRules.class.getResourceAsStream(RESOURCE)) {
            return in == null ? null : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the checked rules cannot be read; install Winnow again", e);
        }
    }

    /**
     * Reads, checks and compiles the current built-in rules.
     *
     * @throws IOException if a file cannot be read or the rules have problems; the message lists all of them
     */
    static CheckedRules ofSources() throws IOException {
        List<RuleRoot> roots = List.of(RuleRoot.builtIn());
        try (StoredFiles stored = RuleFiles.builtIn()) {
            // Stamps come first: then a change during reading is noticed later.
            Map<String, Stamp> stamps = RuleFiles.stamps(stored);
            LoadedRules loaded = new RuleLoader().loadSources(roots);
            if (!loaded.ok()) {
                throw new IOException("the built-in rules have problems\n" + DiagnosticPrinter.print(loaded));
            }
            RuleFiles files = new RuleFiles(new Problems());
            List<Content> contents = files.read(roots).stream()
                    .map(file -> new Content(file.name(), file.digest(), Objects.requireNonNull(file.content())))
                    .toList();
            byte[] index = RuleSet.compile(loaded.sources(), loaded.digest()).index();
            return new CheckedRules(files.digest(), stamps, contents, ByteBuffer.wrap(index));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Reads what {@link #write} wrote; null if the format is of another version. */
    static @Nullable CheckedRules read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readInt() != FORMAT) {
            return null;
        }
        String digest = in.readUTF();
        Map<String, Stamp> stamps = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            stamps.put(in.readUTF(), new Stamp(in.readLong(), in.readLong(), in.readLong()));
        }
        ByteBuffer index = ByteBuffer.wrap(in.readNBytes(in.readInt()));
        NodeReader nodes = new NodeReader(in.readAllBytes());
        Content[] files = new Content[nodes.number()];
        for (int i = 0; i < files.length; i++) {
            files[i] = new Content(nodes.text(), nodes.text(), nodes.node());
        }
        return new CheckedRules(digest, stamps, List.of(files), index);
    }

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(FORMAT);
        out.writeUTF(digest);
        out.writeInt(stamps.size());
        for (Map.Entry<String, Stamp> file : new TreeMap<>(stamps).entrySet()) {
            out.writeUTF(file.getKey());
            out.writeLong(file.getValue().checksum());
            out.writeLong(file.getValue().size());
            out.writeLong(file.getValue().changed());
        }
        out.writeInt(index.remaining());
        out.write(index.array());
        NodeWriter nodes = new NodeWriter();
        nodes.number(files.size());
        for (Content file : files) {
            nodes.text(file.name());
            nodes.text(file.digest());
            nodes.node(file.node());
        }
        nodes.writeTo(out);
        out.flush();
    }

    /**
     * Reads, checks and compiles the built-in rules and writes them for {@link #builtIn()}. This is a step of the build; it
     * fails with every problem of the rules.
     *
     * @param args the class folder; then, for a release, the time that its unpacked files have, such as {@code 2026-01-01T00:00:00Z}
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0], CheckedRules.class.getPackageName().replace('.', '/'), RESOURCE);
        CheckedRules rules = ofSources();
        if (args.length > 1) {
            rules = rules.changed(Instant.parse(args[1]).toEpochMilli());
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            rules.write(out);
        }
    }

    /** The same rules with this time for all files, in milliseconds. */
    private CheckedRules changed(long time) {
        Map<String, Stamp> stamps = new HashMap<>();
        this.stamps.forEach((name, stamp) -> stamps.put(name, new Stamp(stamp.checksum(), stamp.size(), time)));
        return new CheckedRules(digest, stamps, files, index);
    }
}
