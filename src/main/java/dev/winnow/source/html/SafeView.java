package dev.winnow.source.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A view of a page that is safe to show: its text and structure, without scripts, styles, pictures, forms and URLs. An element
 * {@code id="lN"} marks the beginning of line N. CSS alone highlights the mark named by the URL's fragment. Thread-safe.
 */
public final class SafeView {

    private static final String[] TAGS = {
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "cite",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "label",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul"
    };

    /** Not an HTML element, so that the page cannot contain it. */
    private static final String MARK = "w-line";

    private static final Safelist LET_THROUGH = Safelist.none()
            .addTags(TAGS)
            .addTags(MARK)
            .addAttributes(MARK, "id")
            .addAttributes(":all", "dir", "lang");

    private static final String HEAD = "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
            + "<meta name=\"color-scheme\" content=\"light dark\"><style>"
            + "body{font:15px/1.5 system-ui,sans-serif;margin:1rem;overflow-wrap:anywhere}"
            + "pre{white-space:pre-wrap}w-line{scroll-margin:40vh}"
            + "w-line:target::before{content:'\\25B6\\00A0';color:#b3005e}"
            + ":has(>w-line:target){outline:3px solid #b3005e;outline-offset:2px;background:#ffe08a;color:#000}"
            + "i.l{font-style:normal}table,tbody,thead,tfoot,tr,td,th{display:block;text-align:start;font-weight:inherit}"
            + "</style></head><body>";

    private static final String TAIL = "</body></html>";

    private SafeView() {}

    /**
     * Returns the view of an HTML page.
     *
     * @param offsets offsets of the beginnings of lines, in order, in UTF-16 units
     */
    public static String ofHtml(String html, List<Integer> offsets) {
        StringBuilder marked = new StringBuilder(html.length() + 16 * offsets.size());
        int at = 0;
        for (int line = 0; line < offsets.size(); line++) {
            int next = offsets.get(line);
            if (next >= at && next <= html.length()) {
                marked.append(html, at, next).append(mark(line));
                at = next;
            }
        }
        marked.append(html, at, html.length());
        Document page = new Cleaner(LET_THROUGH).clean(Jsoup.parse(marked.toString()));
        page.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
        return HEAD + page.body().html() + TAIL;
    }

    /**
     * Returns the view of a text page.
     *
     * @param offsets offsets of the beginnings of lines, in order, in UTF-16 units
     */
    public static String ofText(String text, List<Integer> offsets) {
        StringBuilder marked = new StringBuilder(HEAD).append("<pre>");
        int at = 0;
        for (int line = 0; line < offsets.size(); line++) {
            int next = offsets.get(line);
            if (next < at || next > text.length()) {
                continue;
            }
            marked.append(Entities.escape(text.substring(at, next)));
            int end = text.indexOf('\n', next);
            at = end < 0 ? text.length() : end;
            marked.append("<i class=\"l\" dir=\"auto\">")
                    .append(mark(line))
                    .append(Entities.escape(text.substring(next, at)))
                    .append("</i>");
        }
        return marked.append(Entities.escape(text.substring(at)))
                .append("</pre>")
                .append(TAIL)
                .toString();
    }

    private static String mark(int line) {
        return "<" + MARK + " id=\"l" + line + "\"></" + MARK + ">";
    }
}
