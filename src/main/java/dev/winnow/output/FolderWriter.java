package dev.winnow.output;

import dev.winnow.document.Article;
import dev.winnow.render.Rendered;
import dev.winnow.render.Rendering;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one file per document below a folder. Each file is written atomically, with a name made from the document's id. */
final class FolderWriter implements ArticleWriter {

    private final Rendering rendering;
    private final OutputFolder folder;
    private final DurableFiles files;
    private final Claim claim;

    FolderWriter(Rendering rendering, Path folder, String extension) throws IOException {
        try {
            this.claim = Claim.ofFolder(folder);
        } catch (IOException broken) {
            throw Failures.writing(folder.toString(), broken, "");
        }
        this.rendering = rendering;
        this.files = new DurableFiles(folder);
        this.folder = OutputFolder.open(folder, extension);
        RunFiles.RESERVED.forEach(this.folder::reserve);
    }

    @Override
    public Rendered render(Article article) {
        return rendering.render(article);
    }

    @Override
    public void write(Rendered article) throws IOException {
        files.add(folder.write(article.id(), article.bytes()));
    }

    @Override
    public void pass(String id) {
        folder.pass(id);
    }

    @Override
    public void resume(long earlier, long bytes) {
        folder.resume(earlier);
    }

    @Override
    public long save() throws IOException {
        claim.check();
        files.await();
        return 0;
    }

    @Override
    public long end() {
        return 0;
    }

    @Override
    public void commit() throws IOException {
        claim.check();
        files.await();
    }

    @Override
    public void close() throws IOException {
        try (claim) {
            files.close();
        }
    }
}
