package dev.winnow.writer;

import dev.winnow.document.Article;
import dev.winnow.document.Article.Paragraph;
import dev.winnow.document.Image;
import dev.winnow.document.Label;
import dev.winnow.document.Metadata;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Markdown (CommonMark) with the metadata as YAML front matter. What is no markup in the text is none in the output either.
 */
final class MarkdownRenderer implements Renderer {

    /** Characters that open or close something inside a line; an ampersand only where it begins an entity. */
    private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<]|&(?=[#A-Za-z])|~~");

    /** What makes a line a block of another kind. */
    private static final Pattern BLOCK_START =
            Pattern.compile("^(?:#{1,6}(?=\\s|$)|[>+=~|-])|^(\\d{1,9})([.)])(?=\\s|$)");

    private static final Pattern BULLET = Pattern.compile("^[-*+•·▪◦‣–]\\s+");
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,9}[.)]\\s");

    @Override
    public void render(Article article, Utf8Buffer out) {
        frontMatter(article, out);
        Label before = null;
        for (Paragraph paragraph : article.paragraphs()) {
            boolean tight = before == Label.LIST && paragraph.label() == Label.LIST;
            out.ascii(tight ? "" : "\n").text(markdown(paragraph)).ascii("\n");
            before = paragraph.label();
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
            case TITLE -> "# " + inline(text);
            case HEADING -> "## " + inline(text);
            case QUOTE -> "> " + block(text).replace("\n", "\n> ");
            case LIST ->
                NUMBERED.matcher(text).find()
                        ? inline(text)
                        : "- " + block(BULLET.matcher(text).replaceFirst(""));
            default -> block(text);
        };
    }

    private static String block(String text) {
        String escaped = inline(text);
        Matcher start = BLOCK_START.matcher(escaped);
        if (!start.find()) {
            return escaped;
        }
        return start.group(1) == null ? "\\" + escaped : start.group(1) + "\\" + escaped.substring(start.start(2));
    }

    private static String inline(String text) {
        return INLINE.matcher(text).replaceAll("\\\\$0");
    }

    private static void frontMatter(Article article, Utf8Buffer out) {
        Metadata metadata = article.metadata();
        out.ascii("---\n");
        entry("id", article.id(), out);
        entry("title", metadata.title(), out);
        entry("description", metadata.description(), out);
        entry("authors", metadata.authors(), out);
        entry("published", metadata.published(), out);
        entry("modified", metadata.modified(), out);
        entry("section", metadata.section(), out);
        entry("tags", metadata.tags(), out);
        entry("language", metadata.language(), out);
        entry("site", metadata.site(), out);
        entry("site_name", metadata.siteName(), out);
        entry("url", metadata.url(), out);
        entry("place", metadata.place(), out);
        entry("dateline_date", metadata.datelineDate(), out);
        entry("agency", metadata.agency(), out);
        if (!metadata.images().isEmpty()) {
            out.ascii("images:\n");
            for (Image image : metadata.images()) {
                out.ascii("- {caption: ");
                scalar(image.caption(), out);
                out.ascii(", credit: ");
                scalar(image.credit(), out);
                out.ascii("}\n");
            }
        }
        entry("credits", metadata.credits(), out);
        if (metadata.readingMinutes() != null) {
            out.ascii("reading_minutes: " + metadata.readingMinutes() + "\n");
        }
        out.ascii("---\n");
    }

    private static void entry(String key, @Nullable String value, Utf8Buffer out) {
        if (value != null) {
            out.ascii(key).ascii(": ");
            scalar(value, out);
            out.ascii("\n");
        }
    }

    private static void entry(String key, List<String> values, Utf8Buffer out) {
        if (!values.isEmpty()) {
            out.ascii(key).ascii(":\n");
            for (String value : values) {
                out.ascii("- ");
                scalar(value, out);
                out.ascii("\n");
            }
        }
    }

    /** Double-quoted YAML reads JSON's strings, except for a surrogate without its other half. */
    private static void scalar(@Nullable String value, Utf8Buffer out) {
        if (value == null) {
            out.ascii("null");
        } else {
            out.json(whole(value));
        }
    }

    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> whole.appendCodePoint(
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point));
        return whole.toString();
    }
}
