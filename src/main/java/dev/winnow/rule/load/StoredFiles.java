package dev.winnow.rule.load;

import dev.winnow.text.ShownPath;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Rule files and word lists below a folder, on disk or in a jar. A file's name is its path relative to the folder, with
 * {@code /}.
 */
sealed interface StoredFiles extends Closeable {

    /** Returns the name of the folder in messages. */
    String root();

    /** Returns the names of all files, sorted. */
    Set<String> names();

    /** Returns the name of a file in messages. */
    String path(String name);

    /** Returns the bytes of a file, but at most {@link RuleFiles#MAX_BYTES} plus one. */
    byte[] bytes(String name) throws IOException;

    /** Returns the CRC-32 of all bytes. */
    long checksum(String name) throws IOException;

    /** Returns the stamp of a file, which shows later whether the file has changed. */
    Stamp stamp(String name) throws IOException;

    /** Whether a file is unchanged since it was stamped. Its bytes are read only if its size or time differs. */
    boolean isStill(String name, Stamp stamp) throws IOException;

    /**
     * Checksum, size and time of a file, to notice changes.
     *
     * @param checksum CRC-32 of all bytes
     * @param size size in bytes; 0 for a file in a jar, whose checksum is stored in the jar
     * @param changed time of the last change, in milliseconds since 1970; 0 for a file in a jar
     */
    record Stamp(long checksum, long size, long changed) {}

    /**
     * Opens the files below a folder of a class path.
     *
     * @param url URL of the folder, or of a file directly in it
     * @param folder name of the folder, with a trailing slash
     */
    static StoredFiles at(URL url, String folder) throws IOException, URISyntaxException {
        if ("file".equals(url.getProtocol())) {
            Path path = Path.of(url.toURI());
            return below(Files.isDirectory(path) ? path : path.resolveSibling(""));
        }
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection inJar)) {
            throw new IOException("the files are neither in a folder nor in a jar, but at " + url);
        }
        // Opens the jar without the JVM's cache, so that closing it does not affect other users of the jar.
        connection.setUseCaches(false);
        String jar = String.valueOf(
                Path.of(URI.create("file:" + inJar.getJarFileURL().getPath())).getFileName());
        return new InJar(inJar.getJarFile(), jar, folder);
    }

    /** Opens the files below a folder, or a single file. */
    static StoredFiles below(Path folder) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(path -> RuleFiles.counts(name(folder, path)) && !Files.isDirectory(path))
                    .forEach(path -> files.put(name(folder, path), path));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new OnDisk(ShownPath.of(folder), files);
    }

    private static String name(Path root, Path path) {
        Path relative = root.relativize(path);
        return (relative.toString().isEmpty() ? String.valueOf(path.getFileName()) : relative.toString())
                .replace('\\', '/');
    }

    /** Files on disk. */
    record OnDisk(String root, TreeMap<String, Path> files) implements StoredFiles {

        @Override
        public Set<String> names() {
            return files.navigableKeySet();
        }

        @Override
        public String path(String name) {
            return ShownPath.of(file(name));
        }

        private Path file(String name) {
            return Objects.requireNonNull(files.get(name));
        }

        @Override
        public byte[] bytes(String name) throws IOException {
            try (InputStream in = Files.newInputStream(file(name))) {
                return in.readNBytes(RuleFiles.MAX_BYTES + 1);
            }
        }

        @Override
        public long checksum(String name) throws IOException {
            CRC32 checksum = new CRC32();
            checksum.update(Files.readAllBytes(file(name)));
            return checksum.getValue();
        }

        @Override
        public Stamp stamp(String name) throws IOException {
            // Attributes come first: then a change during reading is noticed later.
            BasicFileAttributes now = Files.readAttributes(file(name), BasicFileAttributes.class);
            return new Stamp(checksum(name), now.size(), now.lastModifiedTime().toMillis());
        }

        @Override
        public boolean isStill(String name, Stamp stamp) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file(name), BasicFileAttributes.class);
            return now.size() == stamp.size() && now.lastModifiedTime().toMillis() == stamp.changed()
                    || checksum(name) == stamp.checksum();
        }

        @Override
        public void close() {}
    }

    /** Files in a jar. */
    final class InJar implements StoredFiles {
        private final JarFile jar;
        private final String path;
        private final TreeMap<String, JarEntry> entries = new TreeMap<>();

        private InJar(JarFile jar, String name, String folder) {
            this.jar = jar;
            this.path = name + "!/" + folder;
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(folder)
                        && RuleFiles.counts(entry.getName().substring(folder.length()))) {
                    entries.put(entry.getName().substring(folder.length()), entry);
                }
            }
        }

        @Override
        public String root() {
            return path;
        }

        @Override
        public Set<String> names() {
            return entries.navigableKeySet();
        }

        @Override
        public String path(String name) {
            return path + name;
        }

        private JarEntry entry(String name) {
            return Objects.requireNonNull(entries.get(name));
        }

        @Override
        public byte[] bytes(String name) throws IOException {
            try (InputStream in = jar.getInputStream(entry(name))) {
                return in.readNBytes(RuleFiles.MAX_BYTES + 1);
            }
        }

        @Override
        public long checksum(String name) {
            return entry(name).getCrc();
        }

        @Override
        public Stamp stamp(String name) {
            return new Stamp(checksum(name), 0, 0);
        }

        @Override
        public boolean isStill(String name, Stamp stamp) {
            return checksum(name) == stamp.checksum();
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }
}
