package dev.winnow.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Builds an HTML page. Text is escaped, so that no document can insert markup or script. Not thread-safe. */
public final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /**
     * Begins a page in the style of all reports. The page needs no other files and no network. The caller must end it with
     * {@code </main></body></html>}.
     *
     * @param title title of the window
     * @param heading heading at the top
     * @param lead text below the heading
     * @param styles names of additional style sheets, resources of this package
     * @throws IOException if a style sheet is missing in the jar
     */
    public static Html page(String title, String heading, String lead, String... styles) throws IOException {
        Html page = new Html()
                .raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\"><title>")
                .text(title)
                .raw("</title><style>")
                .raw(resource("report.css"));
        for (String style : styles) {
            page.raw(resource(style));
        }
        return page.raw("</style></head><body><header><h1>")
                .text(heading)
                .raw("</h1><p>")
                .text(lead)
                .raw("</p></header><main>");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Html.class.getResourceAsStream("/dev/winnow/report/" + name)) {
            if (in == null) {
                throw new IOException("the jar lacks " + name + "; build it again");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Appends markup without escaping. Never pass text from a document. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Appends escaped text, between tags or in a quoted attribute. */
    public Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isPrintable(text, i) ? c : '\uFFFD');
            }
        }
        return this;
    }

    /** Whether HTML allows a character: no control characters except line feed and tab, no single surrogates. */
    private static boolean isPrintable(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == '\n' || c == '\t' || !Character.isISOControl(c) && c < '\uFFFE';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
