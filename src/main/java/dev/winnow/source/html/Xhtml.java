package dev.winnow.source.html;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;

/** Recognises pages that declare XHTML. There a start tag may also end its element; in HTML the element would go on. */
final class Xhtml {

    /** Number of characters searched for a declaration, which stands at the beginning. */
    private static final int HEAD = 2_000;

    private static final Pattern DECLARED = Pattern.compile(
            "^\\s*<\\?xml\\b|<!doctype[^>]{1,200}xhtml|<html[^>]{1,400}xmlns\\s*=\\s*[\"']http://www\\.w3\\.org/1999/xhtml",
            Pattern.CASE_INSENSITIVE);

    private Xhtml() {}

    /** Configures a parser for self-closing elements if the page declares XHTML. */
    static void prepare(Parser parser, String source) {
        String head = source.substring(0, Math.min(source.length(), HEAD));
        if (DECLARED.matcher(head).find()) {
            parser.tagSet(TagSet.Html().onNewTag(tag -> tag.set(Tag.SelfClose)));
        }
    }
}
