package dev.winnow.writer;

import dev.winnow.document.Article;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one file a document below a folder, each atomically, under a name made of the document's id. */
final class FolderWriter implements ArticleWriter {

    private final Rendering rendering;
    private final OutputFolder folder;

    FolderWriter(Renderer renderer, Path folder, String extension) throws IOException {
        this.rendering = Rendering.inFiles(renderer);
        this.folder = OutputFolder.open(folder, extension);
        RunFiles.RESERVED.forEach(this.folder::reserve);
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        folder.write(article.id(), article.bytes());
    }

    @Override
    public void pass(String id) {
        folder.pass(id);
    }

    @Override
    public void resume(long earlier, long bytes) {
        folder.resume(earlier);
    }

    /** Each file is whole when it has its name; it is the system that writes it to the disk. */
    @Override
    public long save() {
        return 0;
    }

    @Override
    public long end() {
        return 0;
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
}
