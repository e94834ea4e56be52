package dev.winnow.writer;

import dev.winnow.document.Article;

/** Every line of the document with its label and rule, nothing dropped: {@code label<TAB>rule<TAB>text}. */
final class AnnotatedRenderer implements Renderer {

    @Override
    public void render(Article article, Utf8Buffer out) {
        for (Article.LabelledLine line : article.lines()) {
            out.ascii(line.label().key()).ascii("\t").text(oneLine(line.rule())).ascii("\t");
            out.text(oneLine(line.text())).ascii("\n");
        }
    }

    @Override
    public void separate(String id, boolean first, Utf8Buffer out) {
        out.ascii(first ? "# " : "\n# ").text(oneLine(id)).ascii("\n");
    }

    private static String oneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace('\n', ' ').replace('\r', ' ');
    }
}
