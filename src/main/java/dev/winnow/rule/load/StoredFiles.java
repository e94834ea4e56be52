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

/** Rule files and lists of words below a folder, on the disk or in a jar, by name: the path below the folder, with {@code /}. */
sealed interface StoredFiles extends Closeable {

    /** What messages call all of it. */
    String root();

    /** In order. */
    Set<String> names();

    /** What messages call a file. */
    String path(String name);

    /** At most {@link RuleFiles#MAX_BYTES} and one more. */
    byte[] bytes(String name) throws IOException;

    /** CRC-32 of all bytes. */
    long checksum(String name) throws IOException;

    /** By what a file is known again. */
    Stamp stamp(String name) throws IOException;

    /** Whether a file is the one that was stamped: its bytes are read only where its size or time is another. */
    boolean isStill(String name, Stamp stamp) throws IOException;

    /**
     * What a file was like.
     *
     * @param checksum CRC-32 of all bytes
     * @param size in bytes; of a file in a jar, where the checksum costs nothing, 0
     * @param changed when it was changed last, in milliseconds; of a file in a jar 0
     */
    record Stamp(long checksum, long size, long changed) {}

    /**
     * The files below a folder of a class path.
     *
     * @param url of the folder, or of a file right in it
     * @param folder its name, with a slash at its end
     */
    static StoredFiles at(URL url, String folder) throws IOException, URISyntaxException {
        if ("file".equals(url.getProtocol())) {
            Path path = Path.of(url.toURI());
            return below(Files.isDirectory(path) ? path : path.resolveSibling(""));
        }
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection inJar)) {
            throw new IOException("they are neither in a folder nor in a jar but at " + url);
        }
        // A jar of our own, so that closing it takes it from nobody.
        connection.setUseCaches(false);
        String jar = String.valueOf(
                Path.of(URI.create("file:" + inJar.getJarFileURL().getPath())).getFileName());
        return new InJar(inJar.getJarFile(), jar, folder);
    }

    /** The files below a folder; or a single one. */
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

    /** On the disk. */
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
            // First, so that a change while it is read is seen later.
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

    /** In a jar. */
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
