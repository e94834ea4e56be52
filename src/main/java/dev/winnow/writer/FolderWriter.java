package dev.winnow.writer;

import dev.winnow.document.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Writes one file a document below a folder, each atomically, under a name made of the document's id. */
final class FolderWriter implements ArticleWriter {

    private final Rendering rendering;
    private final Path folder;
    private final FileNames names;
    private final Set<Path> made = new HashSet<>();
    private long articles;

    FolderWriter(Renderer renderer, Path folder, String extension) throws IOException {
        this.rendering = new Rendering(renderer);
        this.folder = folder;
        this.names = new FileNames(extension);
        RunFiles.RESERVED.forEach(names::reserve);
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw Failures.writing(folder.toString(), broken, "");
        }
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        Path file = file(names.of(article.id()));
        Path parent = file.getParent();
        // No name made of an id begins with a dot, so this meets none.
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            if (parent != null && made.add(parent)) {
                Files.createDirectories(parent);
            }
            Files.write(part, article.bytes());
            FileWriter.move(part, file);
            articles++;
        } catch (IOException broken) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException worse) {
                broken.addSuppressed(worse);
            }
            String safe = articles == 0
                    ? ""
                    : String.format(Locale.ROOT, "The %,d documents written before are whole", articles);
            throw Failures.writing(file.toString(), broken, safe);
        }
    }

    @Override
    public void pass(String id) {
        names.of(id);
    }

    @Override
    public void resume(long earlier, long bytes) {
        articles = earlier;
    }

    /** Each file is whole when it has its name; it is the system that writes it to the disk. */
    @Override
    public long save() {
        return 0;
    }

    private Path file(String name) throws IOException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException unsayable) {
            throw new IOException(
                    "cannot write " + folder + "/" + name
                            + ": names of files cannot have these characters in the system's"
                            + " locale; set LC_ALL=C.UTF-8, or write one file with -o articles.jsonl",
                    unsayable);
        }
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
}
