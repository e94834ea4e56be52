package dev.winnow.render;

import dev.winnow.document.Article;

/** Writes only the text. One blank line between paragraphs, two between the articles of a stream. */
final class TextRenderer implements Renderer {

    @Override
    public void render(Article article, Utf8Buffer out) {
        out.text(article.text());
        if (!article.text().isEmpty()) {
            out.ascii("\n");
        }
    }

    @Override
    public void separate(String id, boolean first, Utf8Buffer out) {
        if (!first) {
            out.ascii("\n\n");
        }
    }
}
