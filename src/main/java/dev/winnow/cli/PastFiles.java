package dev.winnow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Extracts files of a git revision into a temporary folder. {@link #close} deletes it. */
final class PastFiles implements AutoCloseable {

    private final Path folder;
    private final List<Path> roots = new ArrayList<>();

    private PastFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Extracts files, and folders with all their content.
     *
     * @throws UserError if there is no git, no repository, or no such revision
     */
    static PastFiles of(String revision, List<Path> paths) throws IOException {
        PastFiles past = new PastFiles(Files.createTempDirectory("winnow-past"));
        try {
            for (Path path : paths) {
                Path archive = past.folder.resolve("archive.zip");
                if (GitChanges.archive("--since", revision, path, archive)) {
                    Path into = Files.createDirectory(past.folder.resolve(String.valueOf(past.roots.size())));
                    unpack(archive, into);
                    past.roots.add(into);
                }
            }
            return past;
        } catch (IOException | RuntimeException e) {
            past.close();
            throw e;
        }
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (InputStream bytes = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(into)) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    /** Returns the extracted files and folders. Paths that did not exist at the revision are left out. */
    List<Path> roots() {
        return List.copyOf(roots);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(PastFiles::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
