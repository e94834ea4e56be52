package dev.winnow.render;

import dev.winnow.document.Article;

/** The text alone, paragraphs separated by a blank line; articles in one stream by two. */
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
