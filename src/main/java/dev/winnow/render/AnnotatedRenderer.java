package dev.winnow.render;

import dev.winnow.document.Article;
import java.util.regex.Pattern;

/** Writes every line of the document with its label and rule, also removed lines: {@code label<TAB>rule<TAB>text}. */
final class AnnotatedRenderer implements Renderer {

    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\f\\x0B\\x1C-\\x1E\\x{85}\\x{2028}\\x{2029}]");

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

    /** Replaces all characters that some reader takes for a line end. */
    private static String oneLine(String text) {
        return LINE_END.matcher(text).replaceAll(" ");
    }
}
