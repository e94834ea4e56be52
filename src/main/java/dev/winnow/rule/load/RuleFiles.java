package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import dev.winnow.rule.load.StoredFiles.Stamp;
import dev.winnow.text.Sha256;
import dev.winnow.text.ShownPath;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rule files below their roots and reads them, sorted by path within a root. Use an instance once; not thread-safe.
 */
final class RuleFiles {

    /**
     * Maximum size of a rule file, in bytes. Real ones are far smaller; the limit protects memory from a corpus in a rule
     * folder.
     */
    static final int MAX_BYTES = 4 << 20;

    /** A resource in the same place as the built-in rules. */
    static final String SCHEMA = "/rules/schema.json";

    private final Problems problems;
    /** Null if YAML must be read in any case. */
    private final @Nullable CheckedRules checked;

    /** True if the digest is that of the checked rules; then it need not be computed from all bytes. */
    private boolean digestIsKnown;

    private boolean outdated;
    private final MessageDigest digest = Sha256.digest();
    private final List<Found> found = new ArrayList<>();

    /**
     * A file found below a root.
     *
     * @param bytes empty if {@code checked} is given
     * @param checked the file as read when the program was built; null if it must be read now
     */
    private record Found(
            String path,
            String name,
            int root,
            byte[] bytes,
            @Nullable RuleFile checked) {}

    /** Creates an instance that reads every file as YAML. */
    RuleFiles(Problems problems) {
        this(problems, null);
    }

    /** @param checked used instead of the built-in files if these have not changed */
    RuleFiles(Problems problems, @Nullable CheckedRules checked) {
        this.problems = problems;
        this.checked = checked;
    }

    /** Reads every root. Problems go to the list given to the constructor. */
    List<RuleFile> read(List<RuleRoot> roots) {
        digestIsKnown = checked != null && roots.equals(List.of(RuleRoot.builtIn()));
        for (int i = 0; i < roots.size(); i++) {
            RuleRoot from = roots.get(i);
            if (from instanceof RuleRoot.Folder folder) {
                readFolder(folder.path(), i);
            } else if (from instanceof RuleRoot.Texts texts) {
                for (Map.Entry<String, String> file : texts.files().entrySet()) {
                    add(file.getKey(), file.getKey(), i, file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            } else if (from instanceof RuleRoot.ClassPath resources) {
                readClassPath(resources, i);
            } else {
                readBuiltIn(i, from == RuleRoot.builtInLexicons() ? "lexicon/" : "");
            }
        }
        return SideBySide.map(
                found, found.stream().filter(file -> file.checked() == null).count(), problems, RuleFiles::read);
    }

    /** Whether the built-in files differ from those that were checked. */
    boolean outdated() {
        return outdated;
    }

    /**
     * Returns the SHA-256 over the names and bytes of all files read, and over the checksums of the built-in word lists, in
     * hexadecimal.
     */
    String digest() {
        return digestIsKnown && checked != null
                ? checked.digest()
                : HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the compiled rule index if the rules are exactly those that were checked; otherwise null. */
    @Nullable
    ByteBuffer index() {
        return digestIsKnown && checked != null ? checked.index() : null;
    }

    private void readFolder(Path folder, int root) {
        String shown = ShownPath.of(folder);
        if (!Files.exists(folder)) {
            problems.add(new Place(shown, 1, 1), Code.UNREADABLE, "there is no such file or folder");
            return;
        }
        try (StoredFiles stored = StoredFiles.below(folder)) {
            read(stored, root, "");
        } catch (IOException e) {
            problems.add(new Place(shown, 1, 1), Code.UNREADABLE, "the folder cannot be read: " + e.getMessage());
        }
    }

    private void readClassPath(RuleRoot.ClassPath resources, int root) {
        String folder = resources.folder();
        URL found = resources.loader().getResource(folder);
        if (found == null) {
            problems.add(
                    new Place(folder, 1, 1),
                    Code.UNREADABLE,
                    "there is no such folder on the class path; a jar must have an entry for the folder");
            return;
        }
        try (StoredFiles stored = StoredFiles.at(found, folder + "/")) {
            read(stored, root, "");
        } catch (IOException | URISyntaxException e) {
            problems.add(new Place(folder, 1, 1), Code.UNREADABLE, "the folder cannot be read: " + e.getMessage());
        }
    }

    private void readBuiltIn(int root, String below) {
        try (StoredFiles stored = builtIn()) {
            readBuiltIn(stored, root, below);
        } catch (IOException | URISyntaxException e) {
            problems.add(
                    new Place("winnow", 1, 1),
                    Code.UNREADABLE,
                    "the built-in rules cannot be read: " + e.getMessage()
                            + "; install Winnow again, or switch them off");
        }
    }

    /** Opens the built-in rules: in Winnow's own folder, or beside the schema on the class path, in a folder or a jar. */
    static StoredFiles builtIn() throws IOException, URISyntaxException {
        String home = System.getProperty(RuleRoot.HOME_PROPERTY);
        if (home != null && Files.isDirectory(Path.of(home, "rules"))) {
            return StoredFiles.below(Path.of(home, "rules"));
        }
        URL schema = RuleFiles.class.getResource(SCHEMA);
        if (schema == null) {
            throw new IOException("no resource " + SCHEMA);
        }
        return StoredFiles.at(schema, "rules/");
    }

    void readBuiltIn(StoredFiles stored, int root, String below) throws IOException {
        if (checked != null && areStill(stored, checked.stamps())) {
            take(checked, stored, root, below);
        } else {
            outdated = checked != null;
            digestIsKnown = false;
            read(stored, root, below);
        }
        if (!digestIsKnown) {
            // Word lists are too large to read at each start, so their checksums stand for them in the digest.
            for (String name : stored.names()) {
                if (isWords(name)) {
                    digest(name, Long.toString(stored.checksum(name)).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** Uses the rules that were checked when the program was built instead of the files. */
    private void take(CheckedRules builtIn, StoredFiles stored, int root, String below) throws IOException {
        for (CheckedRules.Content file : builtIn.files()) {
            String name = file.name();
            if (name.startsWith(below)) {
                if (!digestIsKnown) {
                    digest(name, stored.bytes(name));
                }
                String path = stored.path(name);
                found.add(new Found(
                        path,
                        name,
                        root,
                        new byte[0],
                        new RuleFile(path, name, root, file.digest(), List.of(), file.node(), true)));
            }
        }
    }

    /** Returns the stamp of every file, by name. */
    static Map<String, Stamp> stamps(StoredFiles stored) throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        for (String name : stored.names()) {
            stamps.put(name, stored.stamp(name));
        }
        return stamps;
    }

    private static boolean areStill(StoredFiles stored, Map<String, Stamp> stamps) throws IOException {
        for (String name : stored.names()) {
            Stamp stamp = stamps.get(name);
            if (stamp == null || !stored.isStill(name, stamp)) {
                return false;
            }
        }
        return stored.names().size() == stamps.size();
    }

    private void read(StoredFiles stored, int root, String below) {
        List<String> names = stored.names().stream()
                .filter(name -> isRuleFile(name) && name.startsWith(below))
                .toList();
        if (names.isEmpty()) {
            problems.add(new Place(stored.root(), 1, 1), Code.NO_RULES, "no rule files here; they end in .yaml");
        }
        for (String name : names) {
            try {
                add(stored.path(name), name, root, stored.bytes(name));
            } catch (IOException e) {
                problems.add(
                        new Place(stored.path(name), 1, 1),
                        Code.UNREADABLE,
                        "the file cannot be read: " + e.getMessage());
            }
        }
    }

    private void add(String path, String name, int root, byte[] bytes) {
        digest(name, bytes);
        if (bytes.length > MAX_BYTES) {
            problems.add(
                    new Place(path, 1, 1),
                    Code.TOO_LARGE,
                    "the file is larger than 4 MiB; split it into several files");
            return;
        }
        found.add(new Found(path, name, root, bytes, null));
    }

    /** Reads one found file. The result depends only on the file, so several threads may read files at once. */
    private static RuleFile read(Found file, Problems problems) {
        if (file.checked() != null) {
            return file.checked();
        }
        String text = decode(file.path(), file.bytes(), problems);
        List<String> lines = (text == null ? new String(file.bytes(), StandardCharsets.UTF_8) : text)
                .lines()
                .toList();
        YamlNode content = text == null ? null : YamlReader.read(file.path(), text, lines, problems);
        String digest = Sha256.hex(file.bytes());
        return new RuleFile(file.path(), file.name(), file.root(), digest, lines, content, false);
    }

    private void digest(String name, byte[] bytes) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        digest.update((byte) 0);
    }

    private static @Nullable String decode(String path, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            int lineStart = text.lastIndexOf('\n') + 1;
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            problems.add(
                    new Place(path, line, text.codePointCount(lineStart, text.length()) + 1),
                    Code.NOT_UTF8,
                    "the byte 0x" + HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()])
                            + " is not UTF-8; save the file as UTF-8");
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether a file is a rule file or a word list. */
    static boolean counts(String name) {
        return isRuleFile(name) || isWords(name);
    }

    static boolean isRuleFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static boolean isWords(String name) {
        return name.startsWith(WordFiles.FOLDER + "/") && name.endsWith(".txt");
    }
}
