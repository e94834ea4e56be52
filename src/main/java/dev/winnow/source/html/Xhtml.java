package dev.winnow.source.html;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;

/** Tells pages that say they are XHTML: there an element may end with its start tag, which in HTML would go on. */
final class Xhtml {

    /** Declarations stand at the beginning. */
    private static final int HEAD = 2_000;

    private static final Pattern DECLARED = Pattern.compile(
            "^\\s*<\\?xml\\b|<!doctype[^>]{1,200}xhtml|<html[^>]{1,400}xmlns\\s*=\\s*[\"']http://www\\.w3\\.org/1999/xhtml",
            Pattern.CASE_INSENSITIVE);

    private Xhtml() {}

    /** Lets a parser end elements with their start tag where a page says that it is XHTML. */
    static void prepare(Parser parser, String source) {
        String head = source.substring(0, Math.min(source.length(), HEAD));
        if (DECLARED.matcher(head).find()) {
            parser.tagSet(TagSet.Html().onNewTag(tag -> tag.set(Tag.SelfClose)));
        }
    }
}
