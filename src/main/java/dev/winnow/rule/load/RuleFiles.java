package dev.winnow.rule.load;

import dev.winnow.rule.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Finds rule files below their roots and reads them as text, in the order of their paths. */
final class RuleFiles {

    /** Far more than any rule file; keeps a stray corpus in a rule folder from filling the memory. */
    static final int MAX_BYTES = 4 << 20;

    /** A resource that stands where the built-in rules stand. */
    static final String SCHEMA = "/rules/schema.json";

    private final Problems problems;
    private final MessageDigest digest = sha256();
    private final List<RuleFile> files = new ArrayList<>();

    RuleFiles(Problems problems) {
        this.problems = problems;
    }

    /** Reads every root; problems go to the list given at the beginning. */
    List<RuleFile> read(List<RuleRoot> roots) {
        for (int i = 0; i < roots.size(); i++) {
            RuleRoot from = roots.get(i);
            if (from instanceof RuleRoot.Folder folder) {
                readFolder(folder.path(), i, "");
            } else if (from instanceof RuleRoot.Text text) {
                add(text.name(), text.name(), i, text.yaml().getBytes(StandardCharsets.UTF_8));
            } else if (from instanceof RuleRoot.ClassPath resources) {
                readClassPath(resources, i);
            } else {
                readBuiltIn(i, from == RuleRoot.builtInLexicons() ? "lexicon/" : "");
            }
        }
        return files;
    }

    /** SHA-256 over names and bytes of all files read, and checksums of the built-in lists of words, in hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void readClassPath(RuleRoot.ClassPath resources, int root) {
        String folder = resources.folder();
        URL found = resources.loader().getResource(folder);
        try {
            if (found == null) {
                problems.add(
                        new Place(folder, 1, 1),
                        Code.UNREADABLE,
                        "there is no such folder on the class path; a jar must have an entry for the folder");
            } else if ("file".equals(found.getProtocol())) {
                readFolder(Path.of(found.toURI()), root, "");
            } else {
                readJar(found, folder + "/", root, "");
            }
        } catch (IOException | URISyntaxException e) {
            problems.add(new Place(folder, 1, 1), Code.UNREADABLE, "the folder cannot be read: " + e.getMessage());
        }
    }

    private void readBuiltIn(int root, String below) {
        String home = System.getProperty(RuleRoot.HOME_PROPERTY);
        if (home != null && Files.isDirectory(Path.of(home, "rules"))) {
            readBuiltIn(Path.of(home, "rules"), root, below);
        } else {
            readBuiltIn(RuleFiles.class.getResource(SCHEMA), root, below);
        }
    }

    /** Reads the rules that stand beside the schema, in a folder or in a jar. */
    void readBuiltIn(@Nullable URL schema, int root, String below) {
        try {
            if (schema == null) {
                throw new IOException("no resource " + SCHEMA);
            }
            if ("file".equals(schema.getProtocol())) {
                readBuiltIn(Path.of(schema.toURI()).resolveSibling(""), root, below);
            } else {
                readJar(schema, "rules/", root, below);
            }
        } catch (IOException | URISyntaxException e) {
            problems.add(
                    new Place("winnow", 1, 1),
                    Code.UNREADABLE,
                    "the built-in rules cannot be read: " + e.getMessage()
                            + "; install Winnow again, or switch them off");
        }
    }

    private void readBuiltIn(Path rules, int root, String below) {
        readFolder(rules, root, below);
        Path words = rules.resolve(WordFiles.FOLDER);
        if (!Files.isDirectory(words)) {
            return;
        }
        try (Stream<Path> files = Files.list(words)) {
            for (Path file :
                    files.filter(path -> isWords(path.toString())).sorted().toList()) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                addWords(name(rules, file), checksum.getValue());
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(new Place(shown(words), 1, 1), Code.UNREADABLE, "the words cannot be read: " + e.getMessage());
        }
    }

    private static boolean isWords(String name) {
        return name.endsWith(".txt");
    }

    /** Lists of words are too large to be read at each start, but not to be told apart. */
    private void addWords(String name, long checksum) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Long.toString(checksum).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** @param folder of the jar, with a slash at its end */
    private void readJar(URL inside, String folder, int root, String below) throws IOException {
        URLConnection connection = inside.openConnection();
        if (!(connection instanceof JarURLConnection jarConnection)) {
            throw new IOException("they are neither in a folder nor in a jar but at " + inside);
        }
        // A jar of our own, so that closing it takes it from nobody.
        connection.setUseCaches(false);
        try (JarFile jar = jarConnection.getJarFile()) {
            String name =
                    Path.of(URI.create("file:" + jarConnection.getJarFileURL().getPath()))
                                    .getFileName() + "!/";
            List<JarEntry> entries = new ArrayList<>(Collections.list(jar.entries()).stream()
                    .filter(entry -> entry.getName().startsWith(folder + below) && isRuleFile(entry.getName()))
                    .toList());
            entries.sort(Comparator.comparing(JarEntry::getName));
            if (entries.isEmpty()) {
                problems.add(new Place(name + folder, 1, 1), Code.NO_RULES, "no rule files here; they end in .yaml");
            }
            for (JarEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    add(
                            name + entry.getName(),
                            entry.getName().substring(folder.length()),
                            root,
                            in.readNBytes(MAX_BYTES + 1));
                }
            }
            Collections.list(jar.entries()).stream()
                    .filter(entry ->
                            entry.getName().startsWith(folder + WordFiles.FOLDER + "/") && isWords(entry.getName()))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .forEach(entry -> addWords(entry.getName().substring(folder.length()), entry.getCrc()));
        }
    }

    private void readFolder(Path folder, int root, String below) {
        Place place = new Place(shown(folder), 1, 1);
        if (!Files.exists(folder)) {
            problems.add(place, Code.UNREADABLE, "there is no such file or folder");
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(path -> isRuleFile(path.toString()) && !Files.isDirectory(path))
                    .filter(path -> name(folder, path).startsWith(below))
                    .sorted(Comparator.comparing(path -> name(folder, path)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(place, Code.UNREADABLE, "the folder cannot be read: " + e.getMessage());
            return;
        }
        if (paths.isEmpty()) {
            problems.add(place, Code.NO_RULES, "no rule files here; they end in .yaml");
        }
        for (Path path : paths) {
            try (InputStream in = Files.newInputStream(path)) {
                add(shown(path), name(folder, path), root, in.readNBytes(MAX_BYTES + 1));
            } catch (IOException e) {
                problems.add(
                        new Place(shown(path), 1, 1), Code.UNREADABLE, "the file cannot be read: " + e.getMessage());
            }
        }
    }

    private void add(String path, String name, int root, byte[] bytes) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        digest.update((byte) 0);
        String fileDigest = HexFormat.of().formatHex(sha256().digest(bytes));
        if (bytes.length > MAX_BYTES) {
            problems.add(
                    new Place(path, 1, 1),
                    Code.TOO_LARGE,
                    "the file is larger than 4 MiB; split it into several files");
            return;
        }
        String text = decode(path, bytes);
        List<String> lines = (text == null ? new String(bytes, StandardCharsets.UTF_8) : text)
                .lines()
                .toList();
        YamlNode content = text == null ? null : YamlReader.read(path, text, lines, problems);
        files.add(new RuleFile(path, name, root, fileDigest, lines, content));
    }

    private @Nullable String decode(String path, byte[] bytes) {
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

    private static boolean isRuleFile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    /** Relative to the current directory when below it. */
    private static String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path current = Path.of("").toAbsolutePath();
        Path shown =
                absolute.startsWith(current) && !absolute.equals(current) ? current.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static String name(Path root, Path path) {
        Path relative = root.relativize(path);
        return (relative.toString().isEmpty() ? String.valueOf(path.getFileName()) : relative.toString())
                .replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
