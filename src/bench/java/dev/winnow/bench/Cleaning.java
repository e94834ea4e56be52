package dev.winnow.bench;

import dev.winnow.Winnow;
import dev.winnow.document.Article;
import dev.winnow.document.SourceDocument;
import dev.winnow.output.ArticleWriter;
import dev.winnow.render.Format;
import dev.winnow.source.Decoded;
import dev.winnow.source.Decoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What {@code winnow clean} does with one page: decode, clean, encode as a line of JSON. */
final class Cleaning implements Work {

    private final Winnow winnow;
    private final ArticleWriter writer;

    Cleaning(Winnow winnow, boolean ledger) throws IOException {
        this.winnow = winnow;
        this.writer = ArticleWriter.open("-", Format.JSONL, ledger, OutputStream.nullOutputStream());
    }

    @Override
    public int rules() {
        return Mode.count(winnow);
    }

    @Override
    public void run(Corpus.Page page, ByteArrayOutputStream out) throws IOException {
        Decoded decoded = Decoder.decode(page.bytes(), null);
        Article article = winnow.clean(SourceDocument.builder(page.id(), SourceDocument.Form.TEXT, decoded.text())
                .decoded(decoded.charset(), decoded.undecodable())
                .warnings(decoded.warnings())
                .build());
        out.write(writer.render(article).bytes());
    }
}
