package dev.winnow.render;

import dev.winnow.document.Article;
import dev.winnow.document.Article.Paragraph;
import dev.winnow.document.Label;
import dev.winnow.document.Presence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes Markdown (CommonMark) with the metadata as YAML front matter. The names are those of the JSON output. Signs of
 * Markdown in the text are escaped.
 */
final class MarkdownRenderer implements Renderer {

    private static final Pattern BULLET = Pattern.compile("^[-*+•·▪◦‣–][ \t]+");

    /** A number of a list item that Markdown shows unchanged. */
    private static final Pattern NUMBER = Pattern.compile("^(0|[1-9]\\d{0,8})([.)])[ \t]+");

    @Override
    public void render(Article article, Utf8Buffer out) {
        frontMatter(article, new YamlOut(out.ascii("---\n")));
        out.ascii("---\n");
        String next = "";
        boolean inList = false;
        List<Paragraph> paragraphs = article.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (paragraph.text().isEmpty()) {
                continue;
            }
            if (paragraph.isPreformatted()) {
                StringBuilder code = new StringBuilder(paragraph.text());
                while (i + 1 < paragraphs.size() && paragraphs.get(i + 1).layout() == paragraph.layout()) {
                    code.append("\n\n").append(paragraphs.get(++i).text());
                }
                out.ascii("\n").text(MarkdownText.fenced(code.toString())).ascii("\n");
                inList = false;
                continue;
            }
            boolean isList = paragraph.label() == Label.LIST;
            out.ascii(inList && isList ? "" : "\n");
            if (isList) {
                next = item(paragraph.text(), inList ? next : "", out);
            } else {
                out.text(markdown(paragraph));
            }
            out.ascii("\n");
            inList = isList;
        }
    }

    @Override
    public void separate(String id, boolean first, Utf8Buffer out) {
        if (!first) {
            out.ascii("\n");
        }
    }

    private static String markdown(Paragraph paragraph) {
        String text = paragraph.text();
        return switch (paragraph.label()) {
            case TITLE -> "# " + MarkdownText.heading(text);
            case HEADING -> "## " + MarkdownText.heading(text);
            case QUOTE -> "> " + MarkdownText.block(text, "> ");
            default -> MarkdownText.block(text, "");
        };
    }

    /**
     * Writes a list item. Markdown numbers the items itself, so a number that does not follow the previous one is written as
     * text.
     *
     * @param expected the number expected next, with its sign; empty at the beginning of a list
     * @return the number expected after this item
     */
    private static String item(String text, String expected, Utf8Buffer out) {
        Matcher number = NUMBER.matcher(text);
        if (number.find() && (expected.isEmpty() || expected.equals(number.group(1) + number.group(2)))) {
            String mark = number.group(1) + number.group(2) + " ";
            out.ascii(mark).text(MarkdownText.block(text.substring(number.end()), " ".repeat(mark.length())));
            return Integer.parseInt(number.group(1)) + 1 + number.group(2);
        }
        out.ascii("- ").text(MarkdownText.block(BULLET.matcher(text).replaceFirst(""), "  "));
        return "-";
    }

    private static void frontMatter(Article article, YamlOut yaml) {
        yaml.entry("id", article.id());
        MetadataValues.of(article).forEach((name, value) -> {
            if (value instanceof List<?> list) {
                yaml.entry(name, list);
            } else if (!Map.of().equals(value)) {
                yaml.entry(name, value);
            }
        });
        yaml.entry("winnow", winnow(article));
    }

    private static Map<String, Object> winnow(Article article) {
        Map<String, Object> winnow = new LinkedHashMap<>();
        winnow.put("version", Version.current());
        winnow.put("rules", article.rules());
        winnow.put("kept", new java.math.BigDecimal(JsonOut.digits(article.kept())));
        winnow.put("article", presence(article.presence()));
        winnow.put("warnings", article.warnings());
        return winnow;
    }

    /** Returns the fields in the order of the JSON output. */
    private static Map<String, Object> presence(Presence presence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verdict", presence.verdict().key());
        fields.put("confidence", new java.math.BigDecimal(JsonOut.digits(presence.confidence())));
        return fields;
    }
}
